package news.breve.http;

import static org.assertj.core.api.Assertions.assertThat;

import news.breve.article.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LanguagesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr-CA,fr;q=0.9,en;q=0.3 | FRENCH",
        "en-GB,en;q=0.9,fr;q=0.8 | ENGLISH",
        "de, fr;q=0.4, en;q=0.7 | ENGLISH",
        "FR_be | FRENCH",
        "en;q=0, fr;q=0.001 | FRENCH",
        "fr, en | FRENCH",
        "de | ",
        "* | ",
        "en;q=0 | ",
        "en;q=x, fr;q=0.2 | FRENCH",
        ",;,- | "
      })
  void language_thatIsLikedBest_isThePages(String header, Language language) {
    assertThat(Languages.best(header).orElse(null)).isEqualTo(language);
  }
}
