package news.breve.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class LanguageDetectorTest {
  private final LanguageDetector detector = new LanguageDetector();

  static Stream<List<String>> lines() {
    return Table.read(LanguageDetectorTest.class, "languages.tsv", 2).stream();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void line_isFoundOut(List<String> row) {
    assertThat(detector.detect(row.get(1))).isEqualTo(Detection.valueOf(row.getFirst()));
  }

  @ParameterizedTest
  @EnumSource(names = {"FRENCH", "ENGLISH", "OTHER"})
  void wholeArticle_isFoundOut(Detection expected) {
    assertThat(detector.detect(joined(expected))).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(names = {"FRENCH", "ENGLISH"})
  void wholeArticle_isFoundOut_inCapitals(Detection expected) {
    String capitals = joined(expected).toUpperCase(Locale.ROOT);

    assertThat(detector.detect(capitals)).isEqualTo(expected);
  }

  @Test
  void frenchArticle_withOneThirdEnglishQuotes_isFrench() {
    String quotes = joined(Detection.ENGLISH);

    String article = joined(Detection.FRENCH) + "\n" + quotes.substring(0, quotes.length() / 2);

    assertThat(detector.detect(article)).isEqualTo(Detection.FRENCH);
  }

  @Test
  void articleInTwoLanguagesByHalves_isUnsure() {
    String line =
        "Les élus de la ville ont dit qu'ils ne paieraient pas. "
            + "The members of the council have said that they will not pay. ";

    assertThat(detector.detect(line.repeat(20))).isEqualTo(Detection.UNSURE);
  }

  @Test
  void emptyText_isTooShort() {
    assertThat(detector.detect("")).isEqualTo(Detection.TOO_SHORT);
  }

  private static String joined(Detection expected) {
    return lines()
        .filter(row -> row.getFirst().equals(expected.name()))
        .limit(24)
        .map(row -> row.get(1))
        .collect(Collectors.joining("\n"));
  }
}
