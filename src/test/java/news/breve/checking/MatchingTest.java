package news.breve.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import news.breve.article.Intake;
import news.breve.article.Source;
import news.breve.brief.Brief;
import news.breve.brief.BriefSentence;
import news.breve.brief.Evidence;
import news.breve.brief.Match;
import news.breve.brief.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MatchingTest {
  private static final String ARTICLE =
      "La mairesse Odile Ferrandon a fermé deux quais lundi. Les travaux coûteront près de 4,6"
          + " millions d'euros, un cinquième du budget. « Nous n'avions plus le choix », a-t-elle"
          + " dit.";

  private static Brief brief(@Nullable String fr, @Nullable String en, Integer... sentences) {
    var article =
        new Intake()
            .read(
                new Source(
                    ARTICLE.getBytes(StandardCharsets.UTF_8), Source.Type.PLAIN_TEXT, null, null))
            .article();
    List<Evidence> evidence =
        Stream.of(sentences).map(number -> Evidence.of(article, number)).toList();
    BriefSentence sentence = new BriefSentence(fr, en, evidence);
    return new Brief(
        "b1-" + "A".repeat(43),
        Status.VERIFIED,
        Brief.SCHEMA_VERSION,
        article,
        new BriefSentence("Titre", "Headline", List.of()),
        List.of(sentence),
        List.of(),
        new Brief.Checks(List.of(), List.of(), List.of(), false, null),
        new Brief.Ai(false, null, null, null, null, "2026-03-02T08:00:00Z"),
        Brief.Usage.NONE,
        new Brief.Cache(false));
  }

  private static List<String> matches(Brief brief) {
    return Matching.of(brief).stream()
        .map(match ->
            match.kind()
                + " "
                + words(brief, match).substring(match.start(), match.end())
                + " = "
                + brief.article().sentence(match.sentence()).substring(match.from(), match.to()))
        .toList();
  }

  private static String words(Brief brief, Match match) {
    BriefSentence sentence = brief.sentences().getFirst();
    return String.valueOf(match.path().endsWith("/fr") ? sentence.fr() : sentence.en());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Nearly €4.6 million. | 2 | NUMBER Nearly €4.6 million = près de 4,6 millions d'euros",
        "It is 20% of the budget. | 2 | NUMBER 20% = un cinquième",
        "Two quays closed. | 1 | NUMBER Two = deux",
        "It closed on Monday. | 1 | DATE Monday = lundi",
        "Then Odile Ferrandon spoke. | 1 | NAME Odile Ferrandon = Odile Ferrandon",
        "Then Mayor Ferrandon spoke. | 1 | NAME Ferrandon = Odile Ferrandon"
      })
  void words_thatStandInTheCitedSentence_areMatched_acrossLanguages(
      String english, int cited, String match) {
    assertThat(matches(brief(null, english, cited))).contains(match);
  }

  @Test
  void quotation_isMatchedByItsWords_andItsTranslationByItsPlace() {
    Brief brief = brief("« Nous n'avions plus le choix »", "“We no longer had a choice”", 3);
    assertThat(matches(brief))
        .contains(
            "QUOTE « Nous n'avions plus le choix » = « Nous n'avions plus le choix »",
            "QUOTE “We no longer had a choice” = « Nous n'avions plus le choix »");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It costs €4.7 million. | 2",
        "It costs nearly €4.6 million. | 1",
        "It closed on Tuesday. | 1",
        "Then Odile Marsan spoke. | 2",
        "“We had a choice” | 3"
      })
  void words_thatStandNowhereInTheCitedSentences_areNot(String english, int cited) {
    assertThat(matches(brief(null, english, cited))).isEmpty();
  }

  @Test
  void sentence_thatCitesNothing_hasNoMatch() {
    assertThat(Matching.of(brief("Deux quais lundi.", null))).isEmpty();
  }
}
