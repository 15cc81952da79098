package news.breve.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TableTest {
  @Test
  void rows_areStripped_withoutCommentsAndBlankLines() {
    assertThat(Table.read(TableTest.class, "table.tsv", 2))
        .containsExactly(List.of("un", "one"), List.of("vide", ""), List.of("deux", "two words"));
  }

  @Test
  void wrongColumnCount_namesFileAndLine() {
    assertThatThrownBy(() -> Table.read(TableTest.class, "table-short-row.tsv", 2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("table-short-row.tsv:3: 1 columns where 2 are due");
  }

  @Test
  void missingResource_isNamed() {
    assertThatThrownBy(() -> Table.read(TableTest.class, "nowhere.tsv", 2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("nowhere.tsv");
  }

  @Test
  void wrongBytes_areRefused() {
    assertThatThrownBy(() -> Table.read(TableTest.class, "table-not-utf8.tsv", 2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("table-not-utf8.tsv is not UTF-8");
  }
}
