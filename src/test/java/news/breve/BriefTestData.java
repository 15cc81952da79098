package news.breve;

import java.math.BigDecimal;
import java.util.List;
import news.breve.article.Article;
import news.breve.article.Language;
import news.breve.article.Removed;
import news.breve.article.Sentence;
import news.breve.brief.Bilingual;
import news.breve.brief.Brief;
import news.breve.brief.BriefSentence;
import news.breve.brief.Evidence;
import news.breve.brief.FactType;
import news.breve.brief.KeyFact;
import news.breve.brief.Status;
import news.breve.reading.Value;

/** A brief that a model might have written, for tests that need one. */
public final class BriefTestData {
  public static final String ID = "b1-" + "A".repeat(43);
  public static final String GENERATED_AT = "2026-03-02T08:00:00Z";

  private static final String FIRST =
      "La Ville de Rimouski versera 2,19 milliards d'euros au port.";
  private static final String SECOND = "« Nous n'attendrons plus », a dit la mairesse Anne Roy.";

  private BriefTestData() {}

  public static Article article() {
    return Article.of(
        Language.FRENCH,
        "Rimouski paie",
        null,
        FIRST + "\n" + SECOND,
        List.of(
            new Sentence(0, FIRST.length()),
            new Sentence(FIRST.length() + 1, FIRST.length() + 1 + SECOND.length())),
        List.of(new Removed("cookie-notice", "Ce site utilise des témoins.")));
  }

  public static Brief brief() {
    return brief(ID);
  }

  public static Brief brief(String id) {
    Article article = article();
    List<Evidence> first = List.of(Evidence.of(article, 1));
    return new Brief(
        id,
        Status.VERIFIED,
        Brief.SCHEMA_VERSION,
        article,
        new BriefSentence("Rimouski paie son port", "Rimouski pays for its port", first),
        List.of(
            new BriefSentence(
                "Rimouski versera 2,19 milliards d'euros au port.",
                "Rimouski will pay €2.19 billion to the port.",
                first)),
        List.of(
            new KeyFact(
                FactType.MONEY,
                "2,19 milliards d'euros",
                "€2.19 billion",
                new Value.Money(new BigDecimal("2190000000"), "EUR"),
                null,
                first),
            new KeyFact(
                FactType.QUOTE,
                "« Nous n'attendrons plus »",
                null,
                null,
                new Bilingual("la mairesse Anne Roy", "Mayor Anne Roy"),
                List.of(Evidence.of(article, 2)))),
        new Brief.Checks(List.of("evidence"), List.of(), List.of(), false, null),
        new Brief.Ai(
            true,
            Brief.Ai.TRAINED_ALGORITHMIC_MEDIA,
            "mistral",
            "ministral-8b",
            "p-1",
            GENERATED_AT),
        new Brief.Usage(1, 812, 240, null),
        new Brief.Cache(false));
  }
}
