package news.breve.reading;

import java.util.Optional;
import news.breve.article.Language;

/** Writes the dates of {@link Value.Date}: 1er avril 2014, April 1, 2014. */
final class DateWriter {
  private final Language language;
  private final Calendar calendar;

  DateWriter(Language language) {
    this.language = language;
    this.calendar = Calendar.of(language);
  }

  /** A date in parts; 0 where it has none. */
  private record Parts(int year, int month, int day) {
    static Parts of(String iso) {
      boolean yearless = iso.startsWith("--");
      String[] parts = (yearless ? "0-" + iso.substring(2) : iso).split("-", -1);
      return new Parts(
          Integer.parseInt(parts[0]),
          parts.length > 1 ? Integer.parseInt(parts[1]) : 0,
          parts.length > 2 ? Integer.parseInt(parts[2]) : 0);
    }
  }

  Optional<String> write(String date) {
    if (date.endsWith("X")) {
      String year = date.substring(0, date.length() - 1) + "0";
      return Optional.of(isFrench() ? "années " + year : year + "s");
    }
    int slash = date.indexOf('/');
    if (slash < 0) {
      return Optional.of(single(Parts.of(date)));
    }
    Parts first = Parts.of(date.substring(0, slash));
    Parts last = Parts.of(date.substring(slash + 1));
    if (first.month() == 0) {
      return Optional.of(first.year() + "-" + last.year());
    }
    return first.month() == last.month() && first.year() == last.year() && first.day() > 0
        ? Optional.of(days(first, last))
        : Optional.empty();
  }

  private boolean isFrench() {
    return language == Language.FRENCH;
  }

  private String single(Parts date) {
    if (date.month() == 0) {
      return String.valueOf(date.year());
    }
    if (date.month() > 12) {
      return partOfYear(date);
    }
    String month = calendar.name("month", date.month());
    String year = date.year() == 0 ? "" : String.valueOf(date.year());
    if (date.day() == 0) {
      return (month + " " + year).strip();
    }
    if (isFrench()) {
      String day = date.day() == 1 ? "1er" : String.valueOf(date.day());
      return (day + " " + month + " " + year).strip();
    }
    return month + " " + date.day() + (year.isEmpty() ? "" : ", " + year);
  }

  private String partOfYear(Parts date) {
    boolean quarter = date.month() >= 33;
    String name = calendar.name(quarter ? "quarter" : "season", date.month());
    String of = quarter ? (isFrench() ? " de " : " of ") : " ";
    return name + of + date.year();
  }

  /** 26 et 27 avril, April 26 and 27; 3 au 15 mars, March 3 to 15. */
  private String days(Parts first, Parts last) {
    boolean neighbours = last.day() == first.day() + 1;
    String month = calendar.name("month", first.month());
    String year = first.year() == 0 ? "" : String.valueOf(first.year());
    if (isFrench()) {
      String day = first.day() == 1 ? "1er" : String.valueOf(first.day());
      String connector = neighbours ? " et " : " au ";
      return (day + connector + last.day() + " " + month + " " + year).strip();
    }
    String connector = neighbours ? " and " : " to ";
    String days = month + " " + first.day() + connector + last.day();
    return year.isEmpty() ? days : days + ", " + year;
  }
}
