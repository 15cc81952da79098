package news.breve.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
final class VerbatimTest {
  /** A single letter that stands in no word of its own was once looked for without end. */
  @ParameterizedTest
  @CsvSource({"x, un budget, -1", "u, un budget, -1", "a, il y a, 5", "budget, un budget, 3"})
  void startIn_wordsOfALetterAndMore_endsAtTheEndOfTheText(String words, String text, int start) {
    assertThat(new Verbatim(words).startIn(Verbatim.fold(text))).isEqualTo(start);
  }
}
