package news.breve.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import news.breve.BriefTestData;
import news.breve.article.Article;
import news.breve.article.Json;
import news.breve.article.Language;
import news.breve.article.Removed;
import news.breve.brief.Brief;
import news.breve.brief.BriefSentence;
import news.breve.brief.Evidence;
import news.breve.brief.Finding;
import news.breve.brief.KeyFact;
import news.breve.brief.Match;
import news.breve.brief.Status;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class HtmlRendererTest {
  private static final Brief BRIEF = BriefTestData.brief();
  private static final List<Match> MATCHES =
      List.of(new Match(Match.Kind.NUMBER, "/sentences/0/en", 18, 31, 1, 29, 51));

  private static Document file(Brief brief, @Nullable Language reader) {
    return Jsoup.parse(new HtmlRenderer(reader, b -> MATCHES).render(brief));
  }

  private static Brief brief(
      Status status,
      BriefSentence headline,
      List<KeyFact> facts,
      Brief.Checks checks,
      Brief.Ai ai) {
    return new Brief(
        BRIEF.id(),
        status,
        BRIEF.schemaVersion(),
        BRIEF.article(),
        headline,
        BRIEF.sentences(),
        facts,
        checks,
        ai,
        BRIEF.usage(),
        BRIEF.cache());
  }

  private static Brief withChecks(Status status, List<Finding> findings, Brief.Dropped... dropped) {
    return brief(
        status,
        BRIEF.headline(),
        BRIEF.keyFacts(),
        new Brief.Checks(List.of("number"), findings, List.of(dropped), true, null),
        BRIEF.ai());
  }

  @Test
  void file_needsNothingElse() {
    Document file = file(BRIEF, Language.FRENCH);
    assertThat(file.select("script:not([type=application/ld+json]), link[rel=stylesheet], img"))
        .isEmpty();
    assertThat(file.select("[src]")).isEmpty();
    assertThat(file.select("[href]"))
        .allMatch(
            link -> link.attr("href").startsWith("#") || link.attr("href").startsWith("data:"));
    assertThat(file.expectFirst("style").data()).doesNotContain("url(", "@import", "http");
  }

  /** A browser shows the file as plain text if a character of the style is not what was hashed. */
  @Test
  void policy_ofAFile_letsItsOwnStyleInAndNothingElse() throws Exception {
    Document file = file(BRIEF, Language.ENGLISH);
    String style = file.expectFirst("style").data();
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
    assertThat(file.expectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .isEqualTo(
            "default-src 'none'; style-src 'sha256-"
                + Base64.getEncoder().encodeToString(digest)
                + "'; img-src data:; base-uri 'none'; form-action 'none'");
    assertThat(HtmlRenderer.policy())
        .startsWith(file.expectFirst("meta[http-equiv]").attr("content"))
        .endsWith("; frame-ancestors 'none'");
    assertThat(file.select("[style]")).isEmpty();
  }

  @Test
  void words_standInBothLanguages_eachMarkedAsItsOwn() {
    Document file = file(BRIEF, Language.ENGLISH);
    assertThat(file.select("#i0 .words").eachText())
        .containsExactly("Rimouski paie son port", "Rimouski pays for its port");
    assertThat(file.select("#i1 .words").eachAttr("lang")).containsExactly("fr", "en");
    assertThat(file.select(".story").attr("lang")).isEqualTo("fr");
  }

  @Test
  void passages_andWhatRestsOnThem_leadToEachOther() {
    Document file = file(BRIEF, Language.FRENCH);
    assertThat(file.select("#i1 .cites a").eachAttr("href")).containsExactly("#s1");
    assertThat(file.expectFirst("#s1").classNames()).contains("cited", "by0", "by1", "by2");
    assertThat(file.expectFirst("#s2").classNames()).contains("cited", "by3").doesNotContain("by1");
    assertThat(file.select("#s1 .n").attr("href")).isEqualTo("#i0");
    assertThat(file.select(".story p")).hasSize(2);
    assertThat(file.select(".story").text()).contains(BRIEF.article().sentence(2));
    assertThat(file.expectFirst("style").data())
        .contains(".brief:has(.i3:is(:hover,:focus-within)) .by3")
        .contains(".brief:has(.by3:is(:hover,:focus-within)) .i3");
  }

  @Test
  void matches_areMarkedOnBothSides_byOneName() {
    Document file = file(BRIEF, Language.FRENCH);
    Element claimed = file.expectFirst("#i1 .words[lang=en] mark.number");
    Element given = file.expectFirst("#s1 mark.number");
    assertThat(claimed.text()).isEqualTo("€2.19 billion");
    assertThat(given.text()).isEqualTo("2,19 milliards d'euros");
    assertThat(claimed.attr("data-pairs")).isEqualTo(given.attr("data-pairs")).isEqualTo("m0");
  }

  @Test
  void facts_haveValuePassageAndSource() {
    Document file = file(BRIEF, Language.FRENCH);
    assertThat(file.select(".facts tbody th").eachText()).containsExactly("montant", "citation");
    assertThat(file.select("#i2").text())
        .contains("2,19 milliards d'euros", "€2.19 billion", "2\u202f190\u202f000\u202f000 EUR")
        .contains("La Ville de Rimouski versera", "l’article");
    assertThat(file.select("#i3 .source").text()).isEqualTo("la mairesse Anne Roy Mayor Anne Roy");
    assertThat(file.select("#i3 .value[lang=en]").text()).isEqualTo("—");
  }

  @Test
  void disclosure_isThereForPeopleAndMachines() {
    Document file = file(BRIEF, Language.ENGLISH);
    assertThat(file.select(".disclosure").text())
        .contains("written by an AI (mistral ministral-8b) on 2 March 2026");
    JsonNode json = Json.parse(file.expectFirst("script").data());
    assertThat(json.path("@context").asText()).isEqualTo("https://schema.org");
    assertThat(json.at("/@graph/0/digitalSourceType").toString())
        .contains(Brief.Ai.TRAINED_ALGORITHMIC_MEDIA);
  }

  @Test
  void extracts_sayThatNoModelWroteThem_andWhy() {
    Brief extracts =
        brief(
            Status.EXTRACTIVE,
            new BriefSentence("Rimouski paie son port", null, List.of()),
            BRIEF.keyFacts(),
            new Brief.Checks(
                List.of("number"), List.of(), List.of(), false, "no model is configured"),
            new Brief.Ai(false, null, null, null, null, BriefTestData.GENERATED_AT));
    Document french = file(extracts, Language.FRENCH);
    assertThat(french.select(".banner").text())
        .contains("Extraits", "Aucun modèle n’est configuré.", "Sans IA")
        .contains("2 mars 2026 à 8 h 00 UTC");
    assertThat(french.select("#i0 .words").eachAttr("lang")).containsExactly("fr");
    assertThat(french.select("#i0").text()).contains("C’est le titre donné à l’article.");
    assertThat(french.select("script").html()).doesNotContain("digitalSourceType");
  }

  @Test
  void reason_thatThePageHasNoWordsFor_isToldAsADetail() {
    Brief extracts =
        brief(
            Status.EXTRACTIVE,
            BRIEF.headline(),
            List.of(),
            new Brief.Checks(List.of(), List.of(), List.of(), false, "the provider answered 503"),
            BRIEF.ai());
    assertThat(file(extracts, Language.FRENCH).select(".banner").text())
        .contains("Le modèle n’a pas donné de brève. Détail : the provider answered 503");
  }

  @Test
  void findings_standUnderTheWordsTheyAreAbout_inTheReadersLanguage() {
    Finding number =
        Finding.warning("number", "/sentences/0/en", "The cited sentences don't have this number.")
            .with("€2.19 billion", "2,19 milliards d'euros");
    Finding evidence =
        Finding.error(
                "evidence",
                "/sentences/0/evidence",
                "The cited sentences don't say this; another one does.")
            .with("Rimouski", "sentence 2");
    Finding parity =
        Finding.warning("parity", "/headline", "Only one language names the source.")
            .with("Rimouski pays", null);
    Document file =
        file(withChecks(Status.REVIEW, List.of(number, evidence, parity)), Language.FRENCH);

    Element english = file.expectFirst("[data-findings=/sentences/0/en]");
    assertThat(english.select("li.warning").text())
        .contains("à regarder · nombre", "Ce nombre n’est pas dans les phrases citées.")
        .contains("trouvé €2.19 billion", "attendu 2,19 milliards d'euros");
    assertThat(english.select("ul").attr("lang")).isEqualTo("fr");
    assertThat(file.expectFirst("#i1 .words[lang=en] mark.found.warning").text())
        .isEqualTo("€2.19 billion");
    Element item = file.expectFirst("[data-findings=/sentences/0]");
    assertThat(item.select("li.error").text()).contains("erreur · preuve", "phrase 2");
    assertThat(item.select("a").attr("href")).isEqualTo("#s2");
    assertThat(file.select("[data-findings=/headline]").text())
        .contains("français et anglais", "anglais Rimouski pays");
    assertThat(file.select(".look a").eachText()).containsExactly("Titre", "Phrase 1");
    assertThat(file.select(".tally").text())
        .contains("1 erreur", "2 points à regarder", "reprise une fois par le modèle");
  }

  @Test
  void dropped_isShownWithWhy() {
    Brief.Dropped dropped =
        new Brief.Dropped(
            new BriefSentence("Le port est fermé.", "The port is closed.", List.of()),
            List.of(Finding.error("support", "/sentences/1/fr", "The article may not say this.")));
    Document file = file(withChecks(Status.REVIEW, List.of(), dropped), Language.ENGLISH);
    assertThat(file.select(".dropped del").eachText())
        .containsExactly("Le port est fermé.", "The port is closed.");
    assertThat(file.select(".dropped .findings").text()).contains("The article may not say this.");
    assertThat(file.select(".tally").text()).contains("1 statement dropped");
  }

  @Test
  void removed_isFoldedAwayButThere() {
    Document file = file(BRIEF, Language.FRENCH);
    assertThat(file.select("details.removed").hasAttr("open")).isFalse();
    assertThat(file.select(".removed summary").text()).isEqualTo("1 passage laissé de côté");
    assertThat(file.select(".removed dt").text()).isEqualTo("avis de témoins");
    assertThat(file.select(".removed dd").text()).isEqualTo("Ce site utilise des témoins.");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void words_ofThePage_areInTheReadersLanguage(Language reader) {
    Document file = file(BRIEF, reader);
    assertThat(file.expectFirst("html").attr("lang")).isEqualTo(reader.code());
    Map<Language, String> verdicts =
        Map.of(Language.FRENCH, "Vérifiée", Language.ENGLISH, "Verified");
    assertThat(file.select("#verdict").text()).isEqualTo(verdicts.get(reader));
    assertThat(file.title()).endsWith(" – Brève");
  }

  @Test
  void words_ofAPageForNobodyInParticular_areInTheArticlesLanguage() {
    assertThat(file(BRIEF, null).expectFirst("html").attr("lang")).isEqualTo("fr");
  }

  @Test
  void hostileWords_areWordsAndNothingElse() {
    String hostile = "</script><script>x()</script><img src=x onerror=x()>\"' &amp; \u202eabc";
    Article article =
        Article.of(
            Language.FRENCH,
            hostile,
            "2026-03-02",
            BRIEF.article().text(),
            BRIEF.article().sentences(),
            List.of(new Removed("<b>", hostile)));
    Brief brief =
        new Brief(
            BRIEF.id(),
            Status.REVIEW,
            BRIEF.schemaVersion(),
            article,
            new BriefSentence(hostile, hostile, List.of(Evidence.of(article, 1))),
            List.of(new BriefSentence(hostile, null, List.of())),
            BRIEF.keyFacts(),
            new Brief.Checks(
                List.of("markup"),
                List.of(Finding.error("<i>", "/headline/fr", hostile).with(hostile, hostile)),
                List.of(new Brief.Dropped(new BriefSentence(hostile, null, List.of()), List.of())),
                false,
                hostile),
            new Brief.Ai(true, null, hostile, hostile, null, hostile),
            BRIEF.usage(),
            BRIEF.cache());
    String html = new HtmlRenderer(Language.FRENCH, b -> List.of()).render(brief);
    Document file = Jsoup.parse(html);
    assertThat(file.select("script")).hasSize(1);
    assertThat(file.select("img, body b, body i")).isEmpty();
    assertThat(html).doesNotContain("\u202e");
    assertThat(file.select("#i0 .words[lang=fr]").text())
        .isEqualTo(hostile.replace("\u202e", "⟨U+202E⟩"));
    assertThat(Json.parse(file.expectFirst("script").data()).path("@context").asText())
        .isEqualTo("https://schema.org");
  }
}
