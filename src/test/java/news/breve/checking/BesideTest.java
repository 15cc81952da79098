package news.breve.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import news.breve.article.Article;
import news.breve.article.Table;
import news.breve.brief.Draft;
import news.breve.brief.Finding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What stands beside a falsehood, in the article and in the claim alike, doesn't hide it:
 * "allegedly killed two men in the hope of a ransom" is no fact for the hope that both name.
 */
final class BesideTest {
  private static final Checker CHECKER = new Checker();

  /** A place in a sentence for what stands beside. */
  private static final String BESIDE = "{}";

  static Stream<List<String>> falsehoods() {
    return Table.read(BesideTest.class, "falsehoods.tsv", 3).stream();
  }

  @ParameterizedTest
  @MethodSource("falsehoods")
  void check_falsehoodBesideWordsOfBoth_isFound(List<String> row) {
    List<String> hidden =
        Table.read(BesideTest.class, "circumstances.tsv", 2).stream()
            .filter(circumstance -> circumstance.get(0).equals(row.get(0)))
            .map(circumstance -> circumstance.get(1))
            .filter(words -> findings(row, words).isEmpty())
            .toList();

    assertThat(hidden).isEmpty();
  }

  private static List<Finding> findings(List<String> row, String words) {
    Article article = Cases.article(row.get(0), row.get(1).replace(BESIDE, words));
    String claim = row.get(2).replace(BESIDE, words);
    boolean french = row.get(0).equals("fr");
    Draft.Item headline =
        new Draft.Item(french ? "La vie" : null, french ? null : "Life", List.of(1));
    Draft.Item item = new Draft.Item(french ? claim : null, french ? null : claim, List.of(1));
    return CHECKER.check(new Draft(headline, List.of(item), List.of()), article).stream()
        .filter(finding -> finding.path().startsWith("/sentences/0"))
        .filter(finding -> !finding.check().equals("support"))
        .toList();
  }
}
