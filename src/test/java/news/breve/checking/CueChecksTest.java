package news.breve.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.breve.article.Article;
import news.breve.article.Table;
import news.breve.brief.Draft;
import news.breve.brief.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is denied, which way things go and how sure it is, against evidence and between languages.
 */
final class CueChecksTest {
  private static final List<Check> CHECKS =
      List.of(new NegationCheck(), new PolarityCheck(), new CertaintyCheck());
  private static final Draft.Item NO_HEADLINE = new Draft.Item(null, null, List.of());

  static Stream<List<String>> claims() {
    return Table.read(CueChecksTest.class, "cues.tsv", 4).stream();
  }

  static Stream<List<String>> pairs() {
    return Table.read(CueChecksTest.class, "cue-pairs.tsv", 3).stream();
  }

  private static List<Finding> findings(Article article, Draft.Item sentence) {
    Draft draft = new Draft(NO_HEADLINE, List.of(sentence), List.of());
    return CHECKS.stream()
        .flatMap(check -> Cases.findings(check, draft, article).stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("claims")
  void check_claimInTheArticlesLanguage_findsWhatTheTableSays(List<String> row) {
    boolean french = row.get(0).equals("fr");
    Article article = Cases.article(row.get(0), row.get(1));
    List<Integer> evidence = IntStream.range(1, article.sentences().size()).boxed().toList();
    Draft.Item sentence =
        new Draft.Item(french ? row.get(2) : null, french ? null : row.get(2), evidence);

    List<String> found = findings(article, sentence).stream().map(Finding::check).toList();

    switch (row.get(3)) {
      case "-" -> assertThat(found).isEmpty();
      case "!" -> assertThat(found).isNotEmpty();
      default -> assertThat(found).contains(row.get(3));
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void compare_bothLanguages_findsWhatTheTableSays(List<String> row) {
    Article article = Cases.article("fr", row.get(0));

    List<Finding> found = findings(article, new Draft.Item(row.get(0), row.get(1), List.of(1)));

    if (row.get(2).equals("-")) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found)
          .isNotEmpty()
          .allSatisfy(finding -> {
            assertThat(finding.check()).isEqualTo("parity");
            assertThat(finding.path()).isEqualTo("/sentences/0");
          });
    }
  }

  @Test
  void check_headlineWithoutItsHedge_isAWarning() {
    Article article = Cases.article("en", "The suspect reportedly left the country on Sunday.");
    Draft.Item headline = new Draft.Item(null, "Suspect has left the country", List.of(1));

    assertThat(
            Cases.findings(
                new CertaintyCheck(), new Draft(headline, List.of(), List.of()), article))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.isError()).isFalse();
          assertThat(finding.path()).isEqualTo("/headline/en");
        });
  }

  @Test
  void check_factWithASource_isHedgedByIt() {
    Article article = Cases.article("en", "The suspect reportedly left the country on Sunday.");
    Draft.Item words = new Draft.Item(null, "Suspect left the country", List.of(1));
    Draft.Fact fact =
        new Draft.Fact(
            news.breve.brief.FactType.EVENT,
            words,
            new news.breve.brief.Bilingual("la police", "police"));

    assertThat(
            Cases.findings(
                new CertaintyCheck(), new Draft(NO_HEADLINE, List.of(), List.of(fact)), article))
        .isEmpty();
  }

  @Test
  void check_oppositeOfTheEvidence_namesBothWords() {
    Article article = Cases.article("en", "Sales at the company rose 4% in March.");
    Draft.Item sentence = new Draft.Item(null, "Sales at the company fell 4%.", List.of(1));

    assertThat(findings(article, sentence))
        .singleElement()
        .isEqualTo(
            Finding.error("polarity", "/sentences/0/en", "The cited sentences have the opposite.")
                .with("fell", "rose"));
  }
}
