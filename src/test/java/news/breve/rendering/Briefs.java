package news.breve.rendering;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import news.breve.BriefTestData;
import news.breve.article.Article;
import news.breve.article.Intake;
import news.breve.article.Sentence;
import news.breve.article.Source;
import news.breve.brief.Bilingual;
import news.breve.brief.Brief;
import news.breve.brief.BriefSentence;
import news.breve.brief.Finding;
import news.breve.brief.KeyFact;
import news.breve.brief.Status;
import news.breve.caching.MemoryBriefStore;
import news.breve.configuration.Variables;
import news.breve.service.BriefListener;
import news.breve.service.Configuration;
import org.jspecify.annotations.Nullable;

/** Briefs of every status, for tests of formats. */
final class Briefs {
  static final Brief VERIFIED = BriefTestData.brief();

  /** A warning on French and one on a fact, a sentence lost. */
  static final Brief REVIEW = review();

  private Briefs() {}

  private static Brief review() {
    Brief.Checks checks =
        new Brief.Checks(
            VERIFIED.checks().run(),
            List.of(
                Finding.warning("support", "/sentences/0/fr", "Little of this is in the passage.")
                    .with("versera", "paiera"),
                Finding.warning("name", "/keyFacts/1", "The names differ.")),
            List.of(
                new Brief.Dropped(
                    new BriefSentence("Faux en français.", "Wrong in English.", List.of()),
                    List.of(
                        Finding.error("number", "/sentences/1/fr", "No such number."),
                        Finding.error("number", "/sentences/1/en", "No such number.")))),
            true,
            null);
    return new Brief(
        VERIFIED.id(),
        Status.REVIEW,
        VERIFIED.schemaVersion(),
        VERIFIED.article(),
        VERIFIED.headline(),
        VERIFIED.sentences(),
        VERIFIED.keyFacts(),
        checks,
        VERIFIED.ai(),
        VERIFIED.usage(),
        VERIFIED.cache());
  }

  /** Returns the brief that is made of an article without a model. */
  static Brief extractive(String json) {
    Clock clock = Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC);
    Configuration configuration =
        Configuration.from(
            new Variables(Map.of("BREVE_CACHE", "memory", "BREVE_MODEL_PROVIDER", "none")));
    return configuration
        .service(new MemoryBriefStore(configuration.cache().timeToLive(), clock), clock)
        .brief(
            new Intake()
                .read(
                    new Source(
                        json.getBytes(StandardCharsets.UTF_8), Source.Type.JSON, null, null)),
            new BriefListener() {});
  }

  /** Returns the verified brief of an article that begins with a dateline. */
  static Brief filedFrom(String dateline) {
    Article article = VERIFIED.article();
    String text = dateline + article.text();
    int shift = dateline.codePointCount(0, dateline.length());
    List<Sentence> sentences = new ArrayList<>();
    for (Sentence sentence : article.sentences()) {
      boolean first = sentence.start() == 0;
      sentences.add(new Sentence(first ? 0 : sentence.start() + shift, sentence.end() + shift));
    }
    return with(
        VERIFIED,
        Article.of(
            article.language(),
            article.title(),
            article.publishedAt(),
            text,
            sentences,
            article.removed()),
        VERIFIED.keyFacts());
  }

  static Brief withoutFacts(Brief brief) {
    return with(brief, brief.article(), List.of());
  }

  private static Brief with(Brief brief, Article article, List<KeyFact> keyFacts) {
    return new Brief(
        brief.id(),
        brief.status(),
        brief.schemaVersion(),
        article,
        brief.headline(),
        brief.sentences(),
        keyFacts,
        brief.checks(),
        brief.ai(),
        brief.usage(),
        brief.cache());
  }

  /** Returns a brief with its words changed, each by its own text. */
  static Brief rewritten(Brief brief, UnaryOperator<String> change) {
    return new Brief(
        brief.id(),
        brief.status(),
        brief.schemaVersion(),
        brief.article(),
        rewritten(brief.headline(), change),
        brief.sentences().stream().map(sentence -> rewritten(sentence, change)).toList(),
        brief.keyFacts().stream()
            .map(fact ->
                new KeyFact(
                    fact.type(),
                    rewritten(fact.fr(), change),
                    rewritten(fact.en(), change),
                    fact.value(),
                    fact.attribution() == null
                        ? null
                        : new Bilingual(
                            rewritten(fact.attribution().fr(), change),
                            rewritten(fact.attribution().en(), change)),
                    fact.evidence()))
            .toList(),
        brief.checks(),
        brief.ai(),
        brief.usage(),
        brief.cache());
  }

  private static BriefSentence rewritten(BriefSentence words, UnaryOperator<String> change) {
    return new BriefSentence(
        rewritten(words.fr(), change), rewritten(words.en(), change), words.evidence());
  }

  private static @Nullable String rewritten(@Nullable String words, UnaryOperator<String> change) {
    return words == null ? null : change.apply(words);
  }
}
