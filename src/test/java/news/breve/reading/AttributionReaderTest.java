package news.breve.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import news.breve.article.Language;
import news.breve.article.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AttributionReaderTest {
  private static Statement statement(String language, String text) {
    return new Statements(Setting.UNKNOWN).of(text, Language.ofTag(language).orElseThrow());
  }

  static Stream<List<String>> relations() {
    return Table.read(AttributionReaderTest.class, "attribution-relations.tsv", 6).stream();
  }

  @ParameterizedTest
  @MethodSource("relations")
  void read_sentence_givesWhatIsSaidToItsSource(List<String> row) {
    String text = row.get(1);
    List<AttributionRelation> relations =
        statement(row.get(0), text).attributions().stream()
            .filter(relation -> relation.kind() != AttributionRelation.Kind.HEARSAY)
            .toList();
    if (row.get(2).equals("-")) {
      assertThat(relations).isEmpty();
      return;
    }
    AttributionRelation relation = relations.getFirst();
    AttributionRelation.Source source = relation.source();
    assertThat(relation.kind()).hasToString(row.get(2));
    assertThat(source.isNamed() ? source.span().in(text) : source.form().toString())
        .isEqualTo(row.get(3));
    assertThat(relation.covers(text.indexOf(row.get(4)))).isTrue();
    if (!row.get(5).equals("-")) {
      assertThat(relation.covers(text.indexOf(row.get(5)))).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Le premier malade serait un voyageur.",
        "L'armateur est soupçonné de trafic.",
        "Le tueur présumé a été arrêté.",
      })
  void read_hearsay_namesNoSource(String text) {
    assertThat(statement("fr", text).attributions())
        .extracting(AttributionRelation::kind)
        .contains(AttributionRelation.Kind.HEARSAY);
    assertThat(statement("en", "He is said to have fled.").attributions())
        .extracting(relation -> relation.source().form())
        .containsOnly(AttributionRelation.Form.NONE);
  }
}
