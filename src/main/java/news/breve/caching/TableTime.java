package news.breve.caching;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * What time it is at the table, from the header {@code Date} (RFC 9110, section 6.6.1) of its
 * answers: all who use the table agree on it, whatever their own clocks say. It may be a second
 * late, never ahead. Until the table has answered, or where it doesn't say, it is our own time.
 */
final class TableTime {
  /** What the header leaves off. */
  static final Duration RESOLUTION = Duration.ofSeconds(1);

  private final Clock clock;
  private volatile @Nullable Seen last;

  /** A date, and when it came by our clock. */
  private record Seen(String date, Instant at) {}

  TableTime(Clock clock) {
    this.clock = clock;
  }

  Instant now() {
    Instant ours = clock.instant();
    Seen seen = last;
    if (seen == null) {
      return ours;
    }
    try {
      Instant theirs = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(seen.date()));
      return ours.plus(Duration.between(seen.at(), theirs));
    } catch (DateTimeException e) {
      // Not a date as AWS writes it.
      return ours;
    }
  }

  /**
   * Learns from an answer that has just come.
   *
   * @param date its header; null if it has none
   */
  void observe(@Nullable String date) {
    // Read when somebody asks for the time, which a kept brief does not.
    last = date == null ? last : new Seen(date, clock.instant());
  }
}
