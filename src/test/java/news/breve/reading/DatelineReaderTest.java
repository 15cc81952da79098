package news.breve.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import news.breve.article.Language;
import news.breve.reading.DatelineReader.Dateline;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

final class DatelineReaderTest {
  @ParameterizedTest(name = "{1}")
  @CsvFileSource(
      resources = "/news/breve/reading/datelines.tsv",
      delimiter = '\t',
      quoteCharacter = '\u0001')
  void opening_hasItsDateline_orNone(
      String language, String sentence, @Nullable String fr, @Nullable String en) {
    Language of = Language.ofTag(language).orElseThrow();
    Optional<Dateline> read = new DatelineReader(of).read(sentence);
    String place = of == Language.FRENCH ? fr : en;
    assertThat(read.map(Dateline::place)).isEqualTo(Optional.ofNullable(place));
    assertThat(read.flatMap(Dateline::inOther))
        .isEqualTo(Optional.ofNullable(of == Language.FRENCH ? en : fr));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void opening_withALabelOfTheTable_hasNone(Language language) {
    int column = language == Language.FRENCH ? 0 : 1;
    assertThat(Cells.rows("dateline-labels.tsv", 2))
        .flatExtracting(row -> Cells.alternatives(row.get(column)))
        .allSatisfy(label ->
            assertThat(new DatelineReader(language).read(label + " — Xavier Roy a parlé."))
                .isEmpty());
  }

  @Test
  void dateline_endsWhereTheStoryBegins() {
    String sentence = "PARIS, 3 mars (AFP) - Le Sénat a voté.";
    Dateline read = new DatelineReader(Language.FRENCH).read(sentence).orElseThrow();
    assertThat(sentence.substring(read.end())).isEqualTo("Le Sénat a voté.");
  }
}
