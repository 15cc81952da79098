package news.breve.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import news.breve.article.Language;
import news.breve.article.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class AttributionsTest {
  static Stream<List<String>> quotations() {
    return Table.read(AttributionsTest.class, "speakers.tsv", 3).stream();
  }

  @ParameterizedTest
  @MethodSource("quotations")
  void of_quotation_namesItsSpeaker(List<String> row) {
    Language language = Language.ofTag(row.get(0)).orElseThrow();
    Quotation quotation = Quotations.read(row.get(1)).getFirst();

    assertThat(Attributions.of(language).of(row.get(1), quotation).source().orElse("-"))
        .isEqualTo(row.get(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Il a dit « oui, « vraiment » oui » hier. | oui, « vraiment » oui
          «Collé aux mots», dit-elle. | Collé aux mots
          She said “we ‘won’ it” twice. | we ‘won’ it
          ‘It’s the boys’ turn,’ he said. | It’s the boys’ turn,
          He said "fine" and left. | fine
          """)
  void read_quotation_isWithoutItsMarks(String text, String words) {
    assertThat(Quotations.read(text)).extracting(Quotation::words).containsExactly(words);
  }

  @ParameterizedTest
  @CsvSource({"The boys' team didn't win.", "L’ami d’aujourd’hui", "Un « guillemet ouvert"})
  void read_apostrophesAndOpenMarks_areNoQuotation(String text) {
    assertThat(Quotations.read(text)).isEmpty();
  }

  @Test
  void of_verbWithItsObject_takesTheObjectForNoSource() {
    Attribution loss =
        Attributions.of(Language.ENGLISH)
            .of("Merrow carried 4.1 million passengers, but reported a loss of £3.2 million.");
    assertThat(loss.attributed()).isTrue();
    assertThat(loss.source()).isEmpty();
    Attribution perte =
        Attributions.of(Language.FRENCH)
            .of("Le groupe a transporté 4,1 millions de passagers et annoncé une perte.");
    assertThat(perte.source()).isEmpty();
  }

  @Test
  void of_sourceThatOpensTheSentence_losesItsCapital() {
    assertThat(
            Attributions.of(Language.FRENCH)
                .of("Le ministère de la Défense a annoncé la fin des travaux.")
                .source())
        .contains("le ministère de la Défense");
  }
}
