package news.breve.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PackedTablesTest {
  /** What the build has put beside the classes is what the tables in {@code src/} say. */
  @ParameterizedTest
  @EnumSource(PackedTables.class)
  void tableOfTheBuild_isThatOfTheSources(PackedTables table) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            PackedTables.class.getResourceAsStream(PackedTables.FILE),
            "made by mvn process-classes")) {
      Map<PackedTables, byte[]> packed = PackedTables.read(file);

      assertThat(packed.get(table)).isEqualTo(PackedTable.pack(table.made()));
    }
  }

  @ParameterizedTest
  @EnumSource(PackedTables.class)
  void everyWord_isFoundWithItsTexts(PackedTables table) {
    Map<String, List<String>> made = table.made();
    PackedTable packed = new PackedTable(PackedTable.pack(made));

    assertThat(made).isNotEmpty();
    made.forEach((word, texts) -> {
      assertThat(packed.texts(packed.place(word))).as(word).isEqualTo(texts);
      assertThat(packed.has(word + "\u0000")).isFalse();
    });
  }

  @Test
  void wordsOfOneHash_areToldApart() {
    PackedTable packed =
        new PackedTable(PackedTable.pack(Map.of("Aa", List.of("one"), "BB", List.of("two"))));

    assertThat(packed.text("Aa")).isEqualTo("one");
    assertThat(packed.text("BB")).isEqualTo("two");
    assertThat(packed.text("C#")).isNull();
  }

  @Test
  void tableOfAnySize_hasAFreePlace() {
    Map<String, List<String>> texts = new HashMap<>();
    for (int size = 0; size < 70; size++) {
      assertThat(new PackedTable(PackedTable.pack(texts)).has("none")).isFalse();
      texts.put("œuvre" + size, List.of("", "œ"));
    }
  }
}
