package news.breve.reading;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import news.breve.article.Language;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as far as they are given: 3 mars 2017, April 26 and 27, juillet 2016, spring 2014,
 * the 1990s, a year; weekdays; yesterday and tomorrow.
 */
final class DateReader implements ValueReader {
  private static final int FIRST_YEAR = 1000;
  private static final int LAST_YEAR = 2199;

  /** A bare number is a year only in this range, and only where nothing is counted. */
  private static final int FIRST_BARE_YEAR = 1500;

  private static final int LAST_BARE_YEAR = 2099;

  /** Decades without their century are of the last. */
  private static final int CENTURY = 1900;

  private static final Set<String> BEFORE_DECADE = Set.of("the", "early", "late", "mid", "-");

  /** Words before a month that is also another word: "in May", "late March". */
  private static final Set<String> BEFORE_MONTH = ContextWords.of("before-month");

  private static final Set<String> MONTHS_WITH_OTHER_MEANING = ContextWords.of("other-word");

  private static final Set<String> BEFORE_YEAR = ContextWords.of("before-year");

  /** Days of a month, in one or two numbers. */
  private record Days(int first, @Nullable Integer last, int end) {}

  @Override
  public boolean mayBegin(Token token, Language language) {
    return token.isNumber()
        || token.is("annees")
        || (token.isWord() && Calendar.of(language).mayBegin(token));
  }

  @Override
  public Optional<Found> at(Tokens tokens, int i) {
    Token token = tokens.get(i);
    if (token.isNumber()) {
      return iso(tokens, i)
          .or(() -> slashed(tokens, i))
          .or(() -> decade(tokens, i))
          .or(() -> dayFirst(tokens, i))
          .or(() -> calendarWord(tokens, i))
          .or(() -> year(tokens, i));
    }
    return token.isWord()
        ? decadeInWords(tokens, i).or(() -> monthFirst(tokens, i)).or(() -> calendarWord(tokens, i))
        : Optional.empty();
  }

  /** 2017-03-03. */
  private static Optional<Found> iso(Tokens tokens, int i) {
    boolean shape =
        tokens.get(i).isDigits()
            && tokens.get(i).text().length() == 4
            && tokens.get(i + 2).text().length() == 2
            && tokens.get(i + 4).text().length() == 2
            && tokens.afterHyphen(i + 1) == i + 2
            && tokens.afterHyphen(i + 3) == i + 4
            && tokens.get(i + 2).isDigits()
            && tokens.get(i + 4).isDigits();
    return shape
        ? date(number(tokens, i), number(tokens, i + 2), number(tokens, i + 4))
            .map(date -> Found.one(tokens, i, i + 5, new Value.Date(date)))
        : Optional.empty();
  }

  /** The '90s, the late 90s; "in his 90s" is an age. */
  private static boolean isShortDecade(Tokens tokens, int i) {
    Token before = tokens.get(i - 1);
    return day(tokens.get(i)) == 0
        && tokens.get(i).isDigits()
        && tokens.get(i).text().length() == 2
        && (BEFORE_DECADE.contains(before.folded())
            || ((before.is("'") || before.is("’") || before.is("‘")) && tokens.touchesPrevious(i)));
  }

  /** 03/04/2017 is the third of April in French; in English nobody knows, so nothing is read. */
  private static Optional<Found> slashed(Tokens tokens, int i) {
    boolean shape =
        tokens.get(i + 1).is("/")
            && tokens.get(i + 3).is("/")
            && day(tokens.get(i)) > 0
            && day(tokens.get(i + 2)) > 0
            && year(tokens.get(i + 4)) > 0;
    if (!shape) {
      return Optional.empty();
    }
    Optional<String> date =
        tokens.isFrench()
            ? date(year(tokens.get(i + 4)), number(tokens, i + 2), number(tokens, i))
            : Optional.empty();
    return Optional.of(
        date.map(d -> Found.one(tokens, i, i + 5, new Value.Date(d))).orElse(Found.nothing(i + 5)));
  }

  /** 1990s. */
  private static Optional<Found> decade(Tokens tokens, int i) {
    int year = isShortDecade(tokens, i) ? CENTURY + number(tokens, i) : year(tokens.get(i));
    boolean plural = tokens.get(i + 1).is("s") || tokens.get(i + 1).is("'s");
    return year % 10 == 0 && year > 0 && plural && tokens.touchesPrevious(i + 1)
        ? Optional.of(Found.one(tokens, i, i + 2, decade(year)))
        : Optional.empty();
  }

  /** Années 1990, années 90, années quatre-vingt-dix; "the nineties". */
  private static Optional<Found> decadeInWords(Tokens tokens, int i) {
    if (!tokens.isFrench()) {
      int decade =
          Calendar.of(tokens.language()).at(tokens, i, "decade").map(d -> d.value()).orElse(0);
      return decade > 0 && BEFORE_DECADE.contains(tokens.get(i - 1).folded())
          ? Optional.of(Found.one(tokens, i, i + 1, decade(CENTURY + decade)))
          : Optional.empty();
    }
    if (!tokens.get(i).is("annees")) {
      return Optional.empty();
    }
    Token number = tokens.get(i + 1);
    if (!number.isDigits()) {
      return SpelledNumbers.of(tokens)
          .at(tokens, i + 1)
          .filter(words -> words.value() % 10 == 0 && words.value() >= 10 && words.value() < 100)
          .map(words -> Found.one(tokens, i, words.end(), decade(CENTURY + (int) words.value())));
    }
    int year = number.text().length() == 2 ? 1900 + Integer.parseInt(number.text()) : year(number);
    return year > 0 && year % 10 == 0
        ? Optional.of(Found.one(tokens, i, i + 2, decade(year)))
        : Optional.empty();
  }

  private static Value decade(int year) {
    return new Value.Date(year / 10 + "X");
  }

  /** 3 mars 2017, 1er avril, 26 et 27 avril, 3 to 5 March; the 3rd of March, 2017. */
  private static Optional<Found> dayFirst(Tokens tokens, int i) {
    Days days = days(tokens, i);
    if (days == null) {
      return Optional.empty();
    }
    int m = tokens.get(days.end()).is("of") ? days.end() + 1 : days.end();
    return Calendar.of(tokens.language())
        .at(tokens, m, "month")
        .flatMap(month -> {
          int y = month.end();
          if (!tokens.isFrench() && tokens.get(y).is(",") && year(tokens.get(y + 1)) > 0) {
            y++;
          }
          return dated(tokens, i, days, month.value(), month.end(), y);
        });
  }

  /** March 3, 2017; April 26–27; Sept. 5; March 2017; in March. */
  private static Optional<Found> monthFirst(Tokens tokens, int i) {
    return Calendar.of(tokens.language())
        .at(tokens, i, "month")
        .flatMap(month -> {
          Days days = tokens.isFrench() ? null : days(tokens, month.end());
          if (days == null) {
            return monthAlone(tokens, i, month);
          }
          int y = tokens.get(days.end()).is(",") ? days.end() + 1 : days.end();
          return dated(tokens, i, days, month.value(), days.end(), y);
        });
  }

  private static Optional<Found> dated(
      Tokens tokens, int from, Days days, int month, int endWithoutYear, int yearAt) {
    int year = year(tokens.get(yearAt));
    int end = year > 0 ? yearAt + 1 : endWithoutYear;
    Optional<String> first = date(year, month, days.first());
    Integer last = days.last();
    Optional<String> date =
        last == null
            ? first
            : first.flatMap(start -> date(year, month, last).map(stop -> start + "/" + stop));
    return date.map(d -> Found.one(tokens, from, end, new Value.Date(d)));
  }

  private static Optional<Found> monthAlone(Tokens tokens, int i, Phrases.Match<Integer> month) {
    int year = year(tokens.get(month.end()));
    if (year > 0) {
      String date = "%04d-%02d".formatted(year, month.value());
      return Optional.of(Found.one(tokens, i, month.end() + 1, new Value.Date(date)));
    }
    return isMonth(tokens, i)
        ? Optional.of(
            Found.one(tokens, i, month.end(), new Value.Date("--%02d".formatted(month.value()))))
        : Optional.empty();
  }

  /** Mars is a planet, may a verb, and June somebody's name. */
  private static boolean isMonth(Tokens tokens, int i) {
    Token token = tokens.get(i);
    if (!isAmbiguous(tokens, i)) {
      return true;
    }
    Token before = tokens.get(i - 1);
    return !tokens.isFrench()
        && token.isCapitalised()
        && (BEFORE_MONTH.contains(before.folded())
            || (before.isHyphen() && tokens.get(i - 2).is("mid"))
            || isComparison(tokens, i - 1));
  }

  /** As early as June. */
  private static boolean isComparison(Tokens tokens, int i) {
    return tokens.get(i).is("as") && tokens.get(i - 2).is("as");
  }

  private static boolean isAmbiguous(Tokens tokens, int i) {
    Token token = tokens.get(i);
    return tokens.isFrench()
        ? token.is("mars") && token.isCapitalised()
        : MONTHS_WITH_OTHER_MEANING.contains(token.folded());
  }

  /** Returns if a word that may as well be none is the month of a date that gives no day. */
  static boolean mayName(Tokens tokens, int i, Value value) {
    return value instanceof Value.Date(String date)
        && date.length() == "--05".length()
        && date.startsWith("--")
        && tokens.get(i).isCapitalised()
        && isAmbiguous(tokens, i)
        && Calendar.of(tokens.language())
            .at(tokens, i, "month")
            .filter(month -> month.value() == Integer.parseInt(date.substring(2)))
            .isPresent();
  }

  /** Reads 3, 3rd, 1er, "26 et 27", 26–27, "3 au 15"; null if no day stands there. */
  private static @Nullable Days days(Tokens tokens, int i) {
    int first = day(tokens.get(i));
    if (first == 0 || startsGroupedNumber(tokens, i)) {
      return null;
    }
    int end = afterOrdinalSuffix(tokens, i + 1);
    Token connector = tokens.get(end);
    boolean connects =
        connector.isDash()
            || (tokens.isFrench()
                ? connector.is("et") || connector.is("au") || connector.is("a")
                : connector.is("and") || connector.is("to"));
    int last = connects ? day(tokens.get(end + 1)) : 0;
    if (last <= first) {
      return new Days(first, null, end);
    }
    boolean neighbours = last == first + 1 || !(connector.is("et") || connector.is("and"));
    int lastEnd = afterOrdinalSuffix(tokens, end + 2);
    return neighbours ? new Days(first, last, lastEnd) : new Days(first, null, end);
  }

  private static int afterOrdinalSuffix(Tokens tokens, int i) {
    return tokens.touchesPrevious(i) && Ordinals.isSuffix(tokens, i) ? i + 1 : i;
  }

  /** "March 12 400" would be no day: the digits belong together. */
  private static boolean startsGroupedNumber(Tokens tokens, int i) {
    Token next = tokens.get(i + 1);
    return tokens.isOneSpaceAfterPrevious(i + 1) && next.isDigits() && next.text().length() == 3;
  }

  /** « Jeudi en huit » is Thursday week, « en quinze » a fortnight on: a day, and no number. */
  private static int afterWeeks(Tokens tokens, int i) {
    boolean weeks =
        tokens.isFrench()
            && tokens.get(i).is("en")
            && (tokens.get(i + 1).is("huit") || tokens.get(i + 1).is("quinze"))
            && Units.of(tokens.language()).at(tokens, i + 2).isEmpty();
    return weeks ? i + 2 : i;
  }

  /** Weekdays, holidays, seasons and quarters of a year, yesterday and tomorrow. */
  private static Optional<Found> calendarWord(Tokens tokens, int i) {
    Calendar calendar = Calendar.of(tokens.language());
    if (!calendar.has(tokens, i)) {
      return Optional.empty();
    }
    return calendar
        .at(tokens, i, "weekday")
        .map(day ->
            Found.one(
                tokens,
                i,
                afterWeeks(tokens, day.end()),
                new Value.Weekday(DayOfWeek.of(day.value()))))
        .or(() ->
            calendar
                .at(tokens, i, "relative")
                .map(day -> Found.one(tokens, i, day.end(), new Value.RelativeDay(day.value()))))
        .or(() ->
            calendar
                .at(tokens, i, "holiday")
                .map(day ->
                    Found.one(
                        tokens,
                        i,
                        day.end(),
                        new Value.Date(
                            "--%02d-%02d".formatted(day.value() / 100, day.value() % 100)))))
        .or(() -> partOfYear(tokens, i, calendar.at(tokens, i, "season")))
        .or(() -> partOfYear(tokens, i, calendar.at(tokens, i, "quarter")));
  }

  private static Optional<Found> partOfYear(
      Tokens tokens, int i, Optional<Phrases.Match<Integer>> part) {
    return part.flatMap(p -> {
      Token of = tokens.get(p.end());
      int y = of.is("of") || of.is("de") ? p.end() + 1 : p.end();
      int year = year(tokens.get(y));
      return year > 0
          ? Optional.of(Found.one(tokens, i, y + 1, new Value.Date(year + "-" + p.value())))
          : Optional.empty();
    });
  }

  /** En 2014; 2016-2017; a bare 2014 that counts nothing. */
  private static Optional<Found> year(Tokens tokens, int i) {
    int year = year(tokens.get(i));
    if (year < FIRST_BARE_YEAR || year > LAST_BARE_YEAR || tokens.touchesPrevious(i)) {
      return Optional.empty();
    }
    if (tokens.get(i + 1).isDash() && year(tokens.get(i + 2)) > year) {
      String span = year + "/" + year(tokens.get(i + 2));
      return Optional.of(Found.one(tokens, i, i + 3, new Value.Date(span)));
    }
    if (isSpanOfTwo(tokens, i)) {
      String span = year + "/" + (year + 1);
      return Optional.of(Found.one(tokens, i, i + 3, new Value.Date(span)));
    }
    boolean said = BEFORE_YEAR.contains(tokens.get(i - 1).folded());
    return said || !counts(tokens, i + 1)
        ? Optional.of(Found.one(tokens, i, i + 1, new Value.Date(String.valueOf(year))))
        : Optional.empty();
  }

  /** 2025-26, 2025/26, 2025/2026: a season or a budget. */
  private static boolean isSpanOfTwo(Tokens tokens, int i) {
    Token sign = tokens.get(i + 1);
    Token second = tokens.get(i + 2);
    boolean joined =
        (sign.isDash() || sign.is("/"))
            && tokens.touchesPrevious(i + 1)
            && tokens.touchesPrevious(i + 2);
    if (!joined || !second.isDigits()) {
      return false;
    }
    int next = year(tokens.get(i)) + 1;
    return second.text().equals(String.valueOf(next))
        || second.text().equals("%02d".formatted(next % 100));
  }

  private static boolean counts(Tokens tokens, int i) {
    int of = tokens.get(i).is("de") || tokens.get(i).is("d'") ? i + 1 : i;
    Numerals numerals = Numerals.of(tokens.language());
    return Units.of(tokens.language())
            .at(tokens, of)
            // "A 2022 report" is of that year; 2022 reports are many.
            .filter(unit -> tokens.isFrench() || !Units.isSingular(tokens, unit))
            .isPresent()
        || Currencies.at(tokens, of).isPresent()
        || numerals.at(tokens, i, Numerals.Kind.SCALE).isPresent()
        || Currencies.at(tokens, i - 2).filter(sign -> sign.end() == i - 1).isPresent()
        || Currencies.at(tokens, i + 1)
            .filter(c -> numerals.abbreviationAt(tokens, i).isPresent())
            .isPresent();
  }

  private static int number(Tokens tokens, int i) {
    return Integer.parseInt(tokens.get(i).text());
  }

  /** Returns a day of a month, or 0. */
  private static int day(Token token) {
    int day = token.isDigits() && token.text().length() <= 2 ? Integer.parseInt(token.text()) : 0;
    return day <= 31 ? day : 0;
  }

  /** Returns a year in four digits, or 0. */
  private static int year(Token token) {
    int year = token.isDigits() && token.text().length() == 4 ? Integer.parseInt(token.text()) : 0;
    return year >= FIRST_YEAR && year <= LAST_YEAR ? year : 0;
  }

  /** Returns the date in ISO 8601, with or without its year (0), if there is such a day. */
  private static Optional<String> date(int year, int month, int day) {
    try {
      if (year > 0) {
        return Optional.of(LocalDate.of(year, month, day).toString());
      }
      return Optional.of(java.time.MonthDay.of(month, day).toString());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
