package news.breve.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.breve.article.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class CuesTest {
  private static Cues cues(String language, String text) {
    return new Statements(Setting.UNKNOWN)
        .of(text, language.equals("fr") ? Language.FRENCH : Language.ENGLISH)
        .cues();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr | Le maire ne signe pas le texte.               | signe",
        "fr | Le texte n'a pas encore été signé.            | signé",
        "fr | Elle ne veut plus démissionner.               | veut démissionner",
        "fr | Elle n'est pas autorisée à parler.            | autorisée parler",
        "fr | Aucun blessé n'a été signalé.                 | blessé signalé",
        "fr | Personne dans la salle n'a voté.              | voté",
        "fr | Il n'a pu établir les faits.                  | établir",
        "fr | Le maire refuse de signer.                    | signer",
        "fr | Elle nie avoir volé la caisse.                | volé",
        "fr | Il n'exclut pas de partir.                    | exclut",
        "fr | Elle est repartie sans payer.                 | payer",
        "fr | La ville n'a que deux ponts.                  | -",
        "fr | La ville n'a plus que deux ponts.             | -",
        "fr | Il craint qu'elle ne parte.                   | -",
        "fr | À moins qu'elle ne cède, il partira.          | -",
        "fr | Pas moins de 40 maires ont signé.             | -",
        "fr | Les sans-abri ont signé sans doute un texte.  | -",
        "fr | Deux cents personnes ont défilé.              | -",
        "en | The mayor did not sign the text.              | sign",
        "en | The text has not yet been signed.             | signed",
        "en | She isn't allowed to speak.                   | allowed speak",
        "en | No injuries were reported.                    | injuries reported",
        "en | Nobody in the room voted.                     | voted",
        "en | Nobody voted.                                 | voted",
        "en | The mayor refused to sign.                    | sign",
        "en | She denied stealing the money.                | stealing",
        "en | She left without paying.                      | paying",
        "en | The council has yet to vote.                  | vote",
        "en | Police prevented fans from entering.          | entering",
        "en | The city has no fewer than 40 mayors.         | -",
        "en | He not only signed but paid.                  | -",
        "en | Bill No. 5 was signed.                        | -",
      })
  void predicates_deniedWords_areThoseThatTheDenialBearsOn(
      String language, String text, String denied) {
    assertThat(
            cues(language, text).predicates().stream()
                .filter(Predicate::denied)
                .map(predicate -> predicate.word().text()))
        .containsExactly(denied.equals("-") ? new String[0] : denied.split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr | Il aurait tué un garde.                 | tué       | ALLEGED",
        "fr | Elle signerait un contrat.              | signerait | ALLEGED",
        "fr | Il a dit qu'il viendrait.               | viendrait | COMING",
        "fr | Il tirait sur la corde.                 | tirait    | STATED",
        "fr | Le retrait surprend.                    | retrait   | STATED",
        "fr | Il pourrait partir.                     | partir    | POSSIBLE",
        "fr | Elle menace de partir.                  | partir    | POSSIBLE",
        "fr | Elle prévoit d'ouvrir une école.        | ouvrir    | INTENDED",
        "fr | Elle est accusée d'avoir volé un vélo.  | volé      | ALLEGED",
        "fr | Elle partira demain.                    | partira   | COMING",
        "fr | Elle va partir.                         | partir    | COMING",
        "fr | L'opéra ferme.                          | opéra     | STATED",
        "en | He reportedly killed a guard.           | killed    | ALLEGED",
        "en | She may leave.                          | leave     | POSSIBLE",
        "en | She left in May.                        | left      | STATED",
        "en | They could leave.                       | leave     | POSSIBLE",
        "en | She said she would leave.               | leave     | INTENDED",
        "en | She plans to leave.                     | leave     | INTENDED",
        "en | She is threatening to leave.            | leave     | POSSIBLE",
        "en | He is accused of stealing a bike.       | stealing  | ALLEGED",
        "en | She will leave.                         | leave     | COMING",
      })
  void predicates_certainty_isWhatTheWordsBeforeMakeIt(
      String language, String text, String word, Certainty certainty) {
    assertThat(
            cues(language, text).predicates().stream()
                .filter(predicate -> predicate.word().text().equals(word))
                .map(Predicate::certainty))
        .containsExactly(certainty);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Les ventes augmentent       | Sales fell                | true",
        "Les ventes augmentent       | Sales rose                | false",
        "Les ventes n'augmentent pas | Sales fell                | false",
        "Le magasin est ouvert       | The shop is closed        | true",
        "Le magasin n'est pas ouvert | The shop is closed        | false",
        "La décision est acceptée    | The decision was rejected | true",
        "Il a été acquitté           | He was convicted          | true",
        "Le nord                     | The south                 | true",
        "Le premier ministre         | The last minister         | false",
      })
  void poles_ofBothLanguages_opposeEachOther(String french, String english, boolean opposed) {
    List<Pole> others = cues("en", english).poles();

    assertThat(
            cues("fr", french).poles().stream()
                .anyMatch(pole -> others.stream().anyMatch(pole::opposes)))
        .isEqualTo(opposed);
  }

  static Stream<List<String>> scales() {
    return Cells.rows("opposites.tsv", 5).stream().filter(row -> !row.getFirst().equals("none"));
  }

  /** A word at both ends would contradict itself, and is then taken for neither. */
  @ParameterizedTest
  @MethodSource("scales")
  void opposites_noForm_standsAtBothEnds(List<String> row) {
    for (int column : new int[] {1, 3}) {
      Stemmer stemmer = new Stemmer(column == 1 ? Language.FRENCH : Language.ENGLISH);
      Set<String> both = stems(row.get(column), stemmer);
      both.retainAll(stems(row.get(column + 1), stemmer));

      assertThat(both).isEmpty();
    }
  }

  private static Set<String> stems(String cell, Stemmer stemmer) {
    return Cells.alternatives(cell).stream()
        .map(form ->
            form.startsWith("=")
                ? form
                : Stream.of(form.split("[ -]", -1))
                    .map(stemmer::stem)
                    .collect(Collectors.joining(" ")))
        .collect(Collectors.toCollection(HashSet::new));
  }

  @Test
  void opposites_coverTheNews() {
    assertThat(scales()).hasSizeGreaterThan(550);
  }
}
