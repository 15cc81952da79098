package news.breve.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.breve.article.Article;
import news.breve.article.Table;
import news.breve.brief.Draft;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sentences as journalists write them after others: no name, source or doubt is lost in them. */
final class ParaphrasesTest {
  static Stream<List<String>> paraphrases() {
    return Table.read(ParaphrasesTest.class, "paraphrases.tsv", 5).stream();
  }

  @ParameterizedTest
  @MethodSource("paraphrases")
  void check_sentence_findsWhatTheTableSays(List<String> row) {
    Article article = Cases.article(row.get(0), row.get(1));
    List<Integer> evidence = IntStream.range(1, article.sentences().size()).boxed().toList();
    Draft.Item headline = new Draft.Item("La vie", "Life", List.of(1));
    Draft draft =
        new Draft(headline, List.of(new Draft.Item(row.get(2), row.get(3), evidence)), List.of());

    List<String> found =
        Stream.of(new NameCheck(), new AttributionCheck(), new CertaintyCheck())
            .flatMap(check -> Cases.findings(check, draft, article).stream())
            .filter(finding -> finding.path().startsWith("/sentences/0"))
            .map(finding ->
                finding.check() + " " + finding.severity().name().toLowerCase(Locale.ROOT))
            .toList();

    assertThat(found.isEmpty() ? "-" : found.getFirst()).isEqualTo(row.get(4));
  }
}
