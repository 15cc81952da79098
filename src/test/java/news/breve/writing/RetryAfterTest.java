package news.breve.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryAfterTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30|PT30S",
        " 0 |PT0S",
        "999999999|P1D",
        "Mon, 2 Mar 2026 12:05:00 GMT|PT5M",
        "Mon, 02 Mar 2026 12:05:00 GMT|PT5M",
        "Mon, 2 Mar 2026 11:00:00 GMT|PT0S",
        "Fri, 2 Mar 2096 11:00:00 GMT|P1D"
      })
  void value_isSecondsOrADate_withinADay(String value, Duration wait) {
    assertThat(RetryAfter.parse(value, NOON)).contains(wait);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999999", "2026-03-02"})
  void value_ofAnotherForm_isIgnored(String value) {
    assertThat(RetryAfter.parse(value, NOON)).isEmpty();
  }
}
