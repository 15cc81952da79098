package news.breve.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import news.breve.article.Article;
import news.breve.article.Table;
import news.breve.brief.Bilingual;
import news.breve.brief.Draft;
import news.breve.brief.FactType;
import news.breve.brief.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class NameCheckTest {
  private static final Article FRENCH =
      Cases.article(
          "fr",
          "Le ministre Étienne Lachance a retiré le projet.",
          "Il consultera les maires à Rimouski.",
          "Le syndicat salue ce recul.",
          "Solange Bérubé, du parti Vert, reste prudente.",
          "L'armateur Bertrand Quéméneur nie tout.",
          "La ville attend.",
          "La pluie tombe sur la côte.",
          "L'armateur plaidera jeudi.");

  static Stream<List<String>> names() {
    return Table.read(NameCheckTest.class, "names.tsv", 4).stream();
  }

  static Stream<List<String>> same() {
    return Table.read(NameCheckTest.class, "same-names.tsv", 2).stream();
  }

  static Stream<List<String>> other() {
    return Table.read(NameCheckTest.class, "other-names.tsv", 4).stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void check_claimInTheArticlesLanguage_findsWhatTheTableSays(List<String> row) {
    Article article = Cases.article(row.get(0), row.get(1));

    List<Finding> found = Cases.findings(new NameCheck(), article, row.get(0), row.get(2));

    assertThat(found.stream().map(NameCheckTest::told))
        .isEqualTo(row.get(3).equals("-") ? List.of() : List.of(row.get(3)));
  }

  private static String told(Finding finding) {
    String severity = finding.severity().name().toLowerCase(Locale.ROOT);
    return finding.check() + " " + severity + " " + finding.found();
  }

  @ParameterizedTest
  @MethodSource("same")
  void compare_sameNames_isNoDifference(List<String> row) {
    assertThat(compared(row)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("other")
  void compare_otherNames_isAnError(List<String> row) {
    List<Finding> found = compared(row);

    assertThat(found).allSatisfy(finding -> assertThat(finding.check()).isEqualTo("parity"));
    assertThat(found).anySatisfy(finding -> assertThat(finding.isError()).isTrue());
    assertThat(found.stream().map(finding -> String.valueOf(finding.expected())))
        .contains(row.get(3));
    if (!row.get(2).equals("-")) {
      assertThat(found.stream().map(finding -> String.valueOf(finding.found())))
          .contains(row.get(2));
    }
  }

  /** Each language in turn is the article's, so that names are also read from its evidence. */
  private static List<Finding> compared(List<String> row) {
    Draft draft =
        new Draft(new Draft.Item(row.get(0), row.get(1), List.of(1)), List.of(), List.of());
    return Stream.of("fr", "en")
        .map(language -> Cases.article(language, row.get(language.equals("fr") ? 0 : 1)))
        .flatMap(article -> Cases.findings(new NameCheck(), draft, article).stream())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "La ministre du Logement, Ada Roy, cède. | Ada Roy, the finance minister, relents. | 1",
        "La ministre du Logement, Ada Roy, cède. | Ada Roy, the housing minister, relents. | 0",
        "Le ministre de la Santé, Luc Roy, cède. | Luc Roy, the minister for justice, relents. | 1",
        "Le ministre de la Santé, Luc Roy, cède. | Luc Roy, the minister, relents. | 0",
      })
  void compare_ministersForOtherThings_isAWarning(String french, String english, int findings) {
    Draft draft = new Draft(new Draft.Item(french, english, List.of(1)), List.of(), List.of());

    List<Finding> found = Cases.findings(new NameCheck(), draft, Cases.article("fr", french));

    assertThat(found).hasSize(findings).noneMatch(Finding::isError);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Étienne Lachance, ministre | Étienne Lachance, minister | 0 | -",
        "le ministre Étienne Lachance | minister Étienne Lachance | 0 | -",
        "Étienne Lachaise, ministre | Étienne Lachaise, minister | 1 | /keyFacts/0/attribution/fr",
        "le sénateur Étienne Lachance | senator Étienne Lachance | 1 | /keyFacts/0/attribution/fr",
        "Étienne Lachance, ministre | Étienne Lachance, prosecutor | 1 | /keyFacts/0",
      })
  void check_sourceOfAKeyFact_isWhomTheArticleNames(
      String french, String english, int findings, String path) {
    Draft.Item words = new Draft.Item("Un recul", "A retreat", List.of(1));
    Draft.Fact fact = new Draft.Fact(FactType.EVENT, words, new Bilingual(french, english));
    Draft draft = new Draft(words, List.of(), List.of(fact));

    List<Finding> found = Cases.findings(new NameCheck(), draft, FRENCH);

    assertThat(found).hasSize(findings).allMatch(finding -> finding.path().equals(path));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Étienne Lachance a retiré le projet. | 1",
        "Étienne Lachance consultera les maires. | 2",
        "Bertrand Quéméneur plaidera jeudi. | 8",
      })
  void check_nameThatTheCitedSentenceSpeaksOf_isNoFinding(String claim, int cited) {
    assertThat(findings(claim, cited)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Solange Bérubé reste prudente. | 3 | sentence 4",
        "Il consultera les maires à Rimouski. | 7 | sentence 2",
      })
  void check_nameInASentenceThatIsNotCited_wantsThatCitation(
      String claim, int cited, String expected) {
    assertThat(findings(claim, cited))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.check()).isEqualTo("evidence");
          assertThat(finding.path()).isEqualTo("/headline/evidence");
          assertThat(finding.expected()).isEqualTo(expected);
        });
  }

  @Test
  void check_anotherNameOfTheArticleInWhatIsCited_isAnError() {
    assertThat(findings("Solange Bérubé a retiré le projet.", 1))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.check()).isEqualTo("name");
          assertThat(finding.isError()).isTrue();
          assertThat(finding.found()).isEqualTo("Solange Bérubé");
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Étienne Lachance withdrew the bill. | 0",
        "Étienne Lacroix withdrew the bill. | 1",
        "He will consult mayors in Montreal. | 1",
      })
  void check_translationWithoutItsOriginal_isComparedWithTheArticle(String claim, int findings) {
    assertThat(Cases.findings(new NameCheck(), FRENCH, "en", claim)).hasSize(findings);
  }

  private static List<Finding> findings(String claim, int cited) {
    Draft.Item item = new Draft.Item(claim, null, List.of(cited));
    return Cases.findings(new NameCheck(), new Draft(item, List.of(), List.of()), FRENCH);
  }
}
