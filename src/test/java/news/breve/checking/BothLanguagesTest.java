package news.breve.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.breve.article.Article;
import news.breve.article.Table;
import news.breve.brief.Draft;
import news.breve.brief.Finding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is denied and which way things go, in an item of both languages against its evidence. */
final class BothLanguagesTest {
  static Stream<List<String>> items() {
    return Table.read(BothLanguagesTest.class, "both-languages.tsv", 5).stream();
  }

  @ParameterizedTest
  @MethodSource("items")
  void check_itemInBothLanguages_findsWhatTheTableSays(List<String> row) {
    Article article = Cases.article(row.get(0), row.get(1));
    List<Integer> evidence = IntStream.range(1, article.sentences().size()).boxed().toList();
    Draft draft =
        new Draft(
            new Draft.Item(null, null, List.of()),
            List.of(new Draft.Item(row.get(2), row.get(3), evidence)),
            List.of());

    List<Finding> findings =
        Stream.of(new NegationCheck(), new PolarityCheck())
            .flatMap(check -> Cases.findings(check, draft, article).stream())
            .toList();

    assertThat(findings.isEmpty()).as("%s", findings).isEqualTo(row.get(4).equals("-"));
  }
}
