package news.breve.checking;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.breve.reading.Mention;
import news.breve.reading.Value;
import org.jspecify.annotations.Nullable;

/**
 * Compares dates, weekdays and times of day. A date may say less than the article's; a year that
 * the passage leaves out may come from elsewhere in the article or from its publication.
 */
final class DateComparison {
  /** Fields of a date; 0 or null where the text leaves one out. */
  private record Fields(@Nullable String year, int month, int day) {
    static Optional<Fields> of(String date) {
      if (date.indexOf('/') >= 0) {
        return Optional.empty();
      }
      String[] parts =
          date.startsWith("--") ? date.substring(2).split("-", -1) : date.split("-", -1);
      int at = date.startsWith("--") ? 0 : 1;
      return Optional.of(
          new Fields(
              at == 0 ? null : parts[0],
              parts.length > at ? Integer.parseInt(parts[at]) : 0,
              parts.length > at + 1 ? Integer.parseInt(parts[at + 1]) : 0));
    }
  }

  private final @Nullable LocalDate published;
  private final List<Passage> passages;
  private @Nullable Set<String> years;

  /**
   * @param published the day of publication, null if unknown
   * @param passages every sentence of the article
   */
  DateComparison(@Nullable LocalDate published, List<Passage> passages) {
    this.published = published;
    this.passages = passages;
  }

  /** Returns the years that the article names, and that of its publication. */
  private Set<String> years() {
    if (years == null) {
      years = new HashSet<>();
      if (published != null) {
        years.add(String.valueOf(published.getYear()));
      }
      for (Passage passage : passages) {
        for (Mention mention : passage.statement().values()) {
          if (mention.value() instanceof Value.Date(String date)) {
            for (String end : date.split("/", -1)) {
              Fields.of(end).map(Fields::year).ifPresent(years::add);
            }
          }
        }
      }
    }
    return years;
  }

  /** Returns if a value is compared here. */
  static boolean compares(Value value) {
    return value instanceof Value.Date
        || value instanceof Value.Weekday
        || value instanceof Value.RelativeDay
        || value instanceof Value.Time;
  }

  /** Returns how a claimed date or time stands to a value of the article. */
  Agreement of(Value claimed, Value given) {
    boolean same =
        claimed.equals(given)
            || switch (claimed) {
              case Value.Date(String date) -> isSaid(date, given);
              case Value.Weekday(DayOfWeek weekday) -> falls(weekday, given);
              case Value.RelativeDay day -> isDay(day, given);
              case Value.Time(String time) -> isHour(time, given);
              default -> false;
            };
    return same ? Agreement.SAME : Agreement.NONE;
  }

  private boolean isSaid(String claimed, Value given) {
    return switch (given) {
      case Value.Date(String date) -> isWithin(claimed, date);
      case Value.RelativeDay day ->
          published != null && isWithin(claimed, day.publishedOn(published).date());
      case Value.Weekday(DayOfWeek weekday) ->
          day(claimed).filter(day -> isNear(day) && day.getDayOfWeek() == weekday).isPresent();
      case Value.Quantity quantity ->
          quantity.unit() == null && quantity.amount().toPlainString().equals(claimed);
      case Value.Label(String label) -> label.equals(claimed);
      default -> false;
    };
  }

  /** A weekday without a date is one of the days around publication. */
  private boolean isNear(LocalDate day) {
    return published != null
        && !day.isBefore(published.minusDays(7))
        && !day.isAfter(published.plusDays(7));
  }

  private boolean isWithin(String claimed, String given) {
    if (given.indexOf('/') >= 0 && claimed.indexOf('/') >= 0) {
      return claimed.equals(given);
    }
    if (given.indexOf('/') >= 0) {
      String[] ends = given.split("/", 2);
      return isWithin(claimed, ends[0]) || isWithin(claimed, ends[1]);
    }
    if (claimed.indexOf('/') >= 0) {
      // One end of « entre 2013 et 2019 » is read at a time.
      return List.of(claimed.split("/", 2)).contains(given);
    }
    Optional<Fields> one = Fields.of(claimed);
    Optional<Fields> other = Fields.of(given);
    return one.isPresent() && other.isPresent() && isWithin(one.get(), other.get());
  }

  private boolean isWithin(Fields claimed, Fields given) {
    boolean year =
        claimed.year() == null
            || claimed.year().equals(given.year())
            || (given.year() == null && years().contains(claimed.year()))
            || (given.year() != null && isOfDecade(given.year(), claimed.year()));
    boolean month = claimed.month() == 0 || claimed.month() == given.month();
    boolean day = claimed.day() == 0 || claimed.day() == given.day();
    return year && month && day;
  }

  private static boolean isOfDecade(String year, String decade) {
    return decade.endsWith("X") && year.startsWith(decade.substring(0, decade.length() - 1));
  }

  private boolean falls(DayOfWeek weekday, Value given) {
    return switch (given) {
      case Value.Date(String date) ->
          Optional.of(date.split("/", -1)[0])
              .flatMap(this::day)
              .filter(day -> day.getDayOfWeek() == weekday)
              .isPresent();
      case Value.RelativeDay day ->
          published != null
              && published.plusDays(day.daysFromPublication()).getDayOfWeek() == weekday;
      default -> false;
    };
  }

  private boolean isDay(Value.RelativeDay claimed, Value given) {
    if (published == null) {
      return false;
    }
    LocalDate day = published.plusDays(claimed.daysFromPublication());
    return switch (given) {
      case Value.Date(String date) -> day(date).filter(day::equals).isPresent();
      case Value.Weekday(DayOfWeek weekday) -> day.getDayOfWeek() == weekday;
      default -> false;
    };
  }

  /** Six heures, "6 o'clock" is read as a number of hours where nothing says otherwise. */
  private static boolean isHour(String time, Value given) {
    if (AmountComparison.isHours(given, time) || AmountComparison.isHours(given, otherHalf(time))) {
      return true;
    }
    if (!(given instanceof Value.Quantity quantity) || !time.endsWith(":00")) {
      return false;
    }
    int hour = Integer.parseInt(time.substring(0, 2));
    boolean counted = quantity.unit() == null || quantity.unit().equals("hour");
    return counted
        && quantity.amount().scale() <= 0
        && quantity.amount().intValue() % 12 == hour % 12;
  }

  /** Returns the time twelve hours away. */
  static String otherHalf(String time) {
    int hour = (Integer.parseInt(time.substring(0, 2)) + 12) % 24;
    return "%02d%s".formatted(hour, time.substring(2));
  }

  /** Returns a full date as a day; one without its year is of the year of publication. */
  private Optional<LocalDate> day(String date) {
    return Fields.of(date)
        .filter(fields -> fields.month() > 0 && fields.day() > 0)
        .flatMap(fields -> {
          int year =
              fields.year() != null
                  ? Integer.parseInt(fields.year())
                  : published == null ? 0 : published.getYear();
          if (year == 0) {
            return Optional.empty();
          }
          try {
            return Optional.of(LocalDate.of(year, fields.month(), fields.day()));
          } catch (DateTimeException e) {
            return Optional.empty();
          }
        });
  }
}
