package news.breve.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** When an article was published: an ISO 8601 date, or a date-time with its offset. */
final class PublishedAt {
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern BARE_OFFSET = Pattern.compile("[+-]\\d{4}$");

  private PublishedAt() {}

  /**
   * Returns the value as given.
   *
   * @throws ProblemException {@code invalid-article} if it is neither
   */
  static String strict(String value) {
    String stripped = value.strip();
    if (!isExact(stripped)) {
      throw new ProblemException(
          Problem.INVALID_ARTICLE,
          "publishedAt is not an ISO 8601 date or date-time with offset, such as"
              + " 2026-03-03 or 2026-03-03T14:30:00-05:00");
    }
    return stripped;
  }

  /**
   * Returns what can be kept of a date in somebody else's format: the moment, else its day, which
   * is the publisher's own day; empty if it has none.
   */
  static Optional<String> lenient(String value) {
    String stripped = value.strip();
    if (BARE_OFFSET.matcher(stripped).find() && stripped.contains("T")) {
      int colon = stripped.length() - 2;
      stripped = stripped.substring(0, colon) + ":" + stripped.substring(colon);
    }
    if (isExact(stripped)) {
      return Optional.of(stripped);
    }
    String day = stripped.substring(0, Math.min(10, stripped.length()));
    return isExact(day) ? Optional.of(day) : Optional.empty();
  }

  private static boolean isExact(String value) {
    try {
      if (DATE.matcher(value).matches()) {
        LocalDate.parse(value);
        return true;
      }
      if (value.length() > 10 && DATE.matcher(value.substring(0, 10)).matches()) {
        OffsetDateTime.parse(value);
        return true;
      }
      return false;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
