package news.breve.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of {@code abbreviations.tsv}, in sentences made around it. */
final class AbbreviationsTest {
  private final SentenceSplitter splitter = new SentenceSplitter();

  static Stream<Arguments> rows() {
    return Table.read(Abbreviations.class, "abbreviations.tsv", 4).stream()
        .flatMap(row ->
            Stream.of(row.get(1).split(" ", -1))
                .map(code ->
                    Arguments.of(row.getFirst(), Language.ofTag(code).orElseThrow(), row.get(2))));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void abbreviation_endsASentence_onlyAsItsKindSays(
      String abbreviation, Language language, String kind) {
    boolean french = language == Language.FRENCH;
    String before =
        (french ? "La ville a vu hier soir " : "The city saw last night ") + abbreviation + " ";
    String opening = french ? "Il a plu." : "The rain fell.";

    assertThat(count(before + "et rien.", language)).as("lower case").isOne();
    assertThat(count(before + "12 fois.", language)).as("number").isOne();
    assertThat(count(before + opening, language)).as("opening").isEqualTo(opens(kind) ? 2 : 1);
    assertThat(count(before + "Zorgan Tal.", language))
        .as("name")
        .isEqualTo(kind.equals("number") || kind.equals("time") ? 2 : 1);
  }

  private static boolean opens(String kind) {
    return switch (kind) {
      case "never" -> false;
      case "name", "number", "time" -> true;
      default -> throw new AssertionError("no such kind: " + kind);
    };
  }

  private int count(String text, Language language) {
    return splitter.split(text, language).size();
  }

  @Test
  void abbreviation_standsInTheTableOnceALanguage() {
    List<String> keys = rows().map(row -> row.get()[0] + " " + row.get()[1]).toList();

    assertThat(keys).doesNotHaveDuplicates();
  }
}
