package news.breve.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import news.breve.article.Article;
import news.breve.article.Language;
import news.breve.article.Sentence;
import news.breve.brief.Draft;
import news.breve.brief.FactType;
import news.breve.brief.Finding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuoteCheckTest {
  private static final Article FRENCH =
      article(
          Language.FRENCH,
          "Le port ferme ses portes ce soir.",
          "« Nous n’avons pas le choix ! » a lancé la directrice, Ève Caron.",
          "Elle a promis de « revoir chaque dossier, sans exception, d'ici le 15 mars ».",
          "Le syndicat parle d'un « coup de tonnerre ».");

  private static final Article ENGLISH =
      article(
          Language.ENGLISH,
          "The port closes tonight.",
          "“We have no choice,” said its director, Eve Caron. “None at all.”");

  private static Article article(Language language, String... sentences) {
    List<Sentence> spans = new ArrayList<>();
    int start = 0;
    for (String sentence : sentences) {
      spans.add(new Sentence(start, start + sentence.length()));
      start += sentence.length() + 1;
    }
    return Article.of(
        language,
        null,
        null,
        Arrays.stream(sentences).collect(Collectors.joining("\n")),
        spans,
        List.of());
  }

  private static List<Finding> findings(
      Article article, @Nullable String fr, @Nullable String en, Integer... evidence) {
    Draft.Item headline = new Draft.Item("Port", "Port", List.of(1));
    return new QuoteCheck()
        .check(
            new Case(
                new Draft(headline, List.of(new Draft.Item(fr, en, List.of(evidence))), List.of()),
                article));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "« Nous n’avons pas le choix ! » a lancé la directrice.",
        "« Nous n'avons pas le choix ! »",
        "«\u00a0Nous n’avons pas le choix\u202f!\u00a0»",
        "\"Nous n'avons pas le choix!\"",
        "La directrice n'a « pas le choix ».",
        "Selon elle, « nous n’avons pas le choix ».",
        "« Nous […] pas le choix », a-t-elle dit.",
        "« Nous n’avons […] choix ! »",
        "« [La ville] n’avons pas le choix ! »",
        "« Nous (…) pas le choix »",
        "« Nous ... pas le choix »",
        "« [N]ous n’avons pas le choix ! »",
        "‹ Nous n’avons pas le choix ! ›",
        "“Nous n’avons pas le choix !”",
      })
  void check_wordsOfTheCitedSentence_isNoFinding(String fr) {
    assertThat(findings(FRENCH, fr, null, 2)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "« Nous avons le choix ! »                         | 2",
        "« Nous n’avons plus le choix ! »                  | 2",
        "« avons pas le choix, Nous »                      | 2",
        "« choix […] Nous »                                | 2",
        "« revoir chaque dossier, d'ici le 15 mars »       | 3",
        "« revoir chaque dossier, sans exception, d'ici le 5 mars » | 3",
        "« revoir chaque dossier, sans exception, d'ici le 1 »      | 3",
        "« coup de ton »                                   | 4",
        "« … »                                             | 4",
      })
  void check_otherWords_isAnError(String fr, int evidence) {
    assertThat(findings(FRENCH, fr, null, evidence))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.check()).isEqualTo("quote");
          assertThat(finding.isError()).isTrue();
          assertThat(finding.path()).isEqualTo("/sentences/0/fr");
          assertThat(finding.found()).isNotBlank();
        });
  }

  @Test
  void check_wordsOfASentenceThatIsNotCited_isAnErrorOfEvidence_andNamesThePassage() {
    assertThat(findings(FRENCH, "Un « coup de tonnerre »", null, 1, 2))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.check()).isEqualTo("evidence");
          assertThat(finding.path()).isEqualTo("/sentences/0/evidence");
          assertThat(finding.expected()).isEqualTo("sentence 4");
        });
  }

  @Test
  void check_quotationOverTwoSentences_isFoundWhereBothAreCited() {
    Article article =
        article(Language.ENGLISH, "“The port is closed.", "It will stay closed,” she said.");
    String quote = "“The port is closed. It will stay closed,” she said.";
    assertThat(findings(article, null, quote, 1, 2)).isEmpty();
    assertThat(findings(article, null, quote, 1))
        .extracting(Finding::check)
        .containsExactly("evidence");
  }

  @Test
  void check_englishCommaBeforeTheClosingMark_isNoPartOfTheWords() {
    assertThat(findings(ENGLISH, null, "“None at all,” the director said.", 2)).isEmpty();
    assertThat(findings(ENGLISH, null, "“We have no choice.”", 2)).isEmpty();
  }

  @Test
  void check_translationBesideItsOriginal_isNoFinding() {
    assertThat(
            findings(
                FRENCH,
                "Le syndicat parle d'un « coup de tonnerre ».",
                "The union speaks of a “thunderclap”.",
                4))
        .isEmpty();
    assertThat(
            findings(ENGLISH, "« Nous n'avons pas le choix », dit-elle.", "“We have no choice”", 2))
        .isEmpty();
  }

  @Test
  void check_translationWithoutItsOriginal_isAnErrorInItsLanguage() {
    assertThat(
            findings(FRENCH, "Le syndicat est surpris.", "The union speaks of a “thunderclap”.", 4))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.isError()).isTrue();
          assertThat(finding.path()).isEqualTo("/sentences/0/en");
        });
  }

  @Test
  void check_translationAlone_isAWarning() {
    assertThat(findings(FRENCH, null, "The union speaks of a “thunderclap”.", 4))
        .singleElement()
        .satisfies(finding -> assertThat(finding.isError()).isFalse());
  }

  @Test
  void check_quoteFactWithoutMarks_isReadAsAQuotation() {
    Draft.Item headline = new Draft.Item("Port", "Port", List.of(1));
    Draft draft =
        new Draft(
            headline,
            List.of(),
            List.of(
                new Draft.Fact(
                    FactType.QUOTE, new Draft.Item("pas le choix", null, List.of(2)), null),
                new Draft.Fact(
                    FactType.QUOTE, new Draft.Item("toujours le choix", null, List.of(2)), null)));
    assertThat(new QuoteCheck().check(new Case(draft, FRENCH)))
        .extracting(Finding::path)
        .containsExactly("/keyFacts/1/fr");
  }

  @Test
  void check_noCitationsGiven_looksInTheWholeArticle() {
    Draft.Item item = new Draft.Item("Un « coup de tonnerre » et « rien »", null, null);
    assertThat(new QuoteCheck().check(new Case(new Draft(item, List.of(), List.of()), FRENCH)))
        .extracting(Finding::found)
        .containsExactly("rien");
  }

  @Test
  void check_marksInsideAQuotation_areEqual() {
    Article article =
        article(Language.ENGLISH, "“They called it ‘a clear breach’ of the rules,” she said.");
    assertThat(findings(article, null, "“They called it \"a clear breach\" of the rules”", 1))
        .isEmpty();
    assertThat(findings(article, null, "‘They called it “a clear breach” of the rules’", 1))
        .isEmpty();
  }

  @Test
  void check_wordsThatNobodySaid_areNoQuotation() {
    assertThat(findings(FRENCH, "« Le port ferme ses portes ce soir »", null, 1))
        .singleElement()
        .matches(finding -> finding.isError() && finding.path().equals("/sentences/0/fr"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          « Nous n'avons pas le choix » | “We have no choice” | -
          « Nous n'avons pas le choix » | “We have a choice” | ERROR
          « Je ne forcerai personne à changer de clocher » | “I will not force anyone to change steeples” | -
          « Ils n'ont jamais été perdus » | “They were never lost” | -
          « Ils ont longtemps été perdus » | “They were never lost” | ERROR
          « C'est un non à la taxe, pas un non au climat » | “This is a no to the tax and a no to the climate” | WARNING
          « Je n'ai vu aucun remords, seulement du ressentiment » | “I have seen no remorse, only resentment” | -
          « Je n'ai vu que du remords, aucun ressentiment » | “I have seen no remorse, only resentment” | ERROR
          « à n'importe quel prix » | “at any price” | -
          « Nous avons perdu une heure et demie » | “We lost an hour and a half” | -
          « Nous avons perdu deux heures » | “We lost three hours” | ERROR
          « revoir chaque dossier » et « partir » | “review each file” | WARNING
          La vente n'est « plus sur la table ». | The sale is “no longer on the table”. | -
          La vente n'est « plus sur la table ». | The sale is “on the table”. | ERROR
          « Nous n'avons pas trouvé d'autre source. » | “We found no other source.” | -
          « je n'ai jamais rien inventé » | “I never made anything up” | -
          « Nous ne verrons plus jamais personne » | “We will never see anyone again” | -
          « Il n'y a plus aucun doute » | “There is no longer any doubt” | -
          « Le dossier montrera que nous avons écouté » | “The record will show that we listened” | -
          Le film « Sans les yeux » sortira. | The film “Sans les yeux” will come out. | -
          """)
  void compare_translation_saysTheSame(String fr, String en, String severity) {
    Draft.Item item = new Draft.Item(fr, en, List.of(1));
    List<Claim> claims =
        new Case(new Draft(item, List.of(), List.of()), FRENCH).items().getFirst().claims();

    List<Difference> differences = new QuoteCheck().compare(claims.getFirst(), claims.getLast());

    assertThat(differences.isEmpty() ? "-" : differences.getFirst().severity().toString())
        .isEqualTo(severity);
  }
}
