package news.breve.reading;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import news.breve.article.Language;

/** Reads times of day: 14 h 30, 14h30, 14:30, 2:30 p.m., 2 pm, midi, midnight. */
final class TimeReader implements ValueReader {
  /** Words after which "14 h" is a time and not a duration. */
  private static final Set<String> BEFORE_TIME = ContextWords.of("before-time");

  @Override
  public boolean mayBegin(Token token, Language language) {
    return token.isNumber()
        || token.is("une")
        || token.is("a")
        || token.is("half")
        || token.is("quarter")
        || Numerals.of(language).mayBegin(token)
        || Calendar.of(language).mayBegin(token);
  }

  @Override
  public Optional<Found> at(Tokens tokens, int i) {
    Token token = tokens.get(i);
    Optional<Found> worded = tokens.isFrench() ? before(tokens, i) : pastOrTo(tokens, i);
    if (worded.isPresent()) {
      return worded;
    }
    if (token.isWord()) {
      return Calendar.of(tokens.language())
          .at(tokens, i, "time")
          .filter(match -> !(tokens.get(i - 1).isHyphen() && tokens.touchesPrevious(i)))
          .filter(match -> !isPartOfDay(tokens, i))
          .map(match -> time(tokens, i, match.end(), match.value(), 0));
    }
    Optional<Found> british = withPoint(tokens, i);
    if (british.isPresent()) {
      return british;
    }
    if (token.text().length() == 4 && below(token, 2401, 4) >= 0 && isZone(tokens.get(i + 1))) {
      int time = Integer.parseInt(token.text());
      return Optional.of(time(tokens, i, i + 1, time / 100, time % 100));
    }
    int hour = below(token, 25, 2);
    if (hour < 0) {
      return Optional.empty();
    }
    Optional<Found> colon = withColon(tokens, i, hour);
    if (colon.isPresent()) {
      return colon;
    }
    return tokens.isFrench() ? french(tokens, i, hour) : halfDay(tokens, i, i + 1, hour, 0);
  }

  /** « Ce midi-là », « le repas du midi »; the Midi is in the south. */
  private static boolean isPartOfDay(Tokens tokens, int i) {
    return switch (tokens.get(i - 1).folded()) {
      case "ce", "le", "du", "chaque" -> tokens.isFrench();
      default -> false;
    };
  }

  /** Half past six, a quarter to nine, ten past three; "five to twelve" may be ages. */
  private static Optional<Found> pastOrTo(Tokens tokens, int i) {
    int at = tokens.get(i).is("a") ? i + 1 : i;
    Token part = tokens.get(at);
    if (!part.isWord() && !part.isDigits()) {
      return Optional.empty();
    }
    int minutes = part.is("half") ? 30 : part.is("quarter") ? 15 : number(tokens, at);
    Token side = tokens.get(at + 1);
    boolean to = side.is("to") && part.is("quarter");
    int hour = number(tokens, at + 2);
    boolean said = part.is("half") || part.is("quarter") || minutes % 5 == 0;
    return minutes > 0 && minutes < 60 && said && (to || side.is("past")) && isHour(hour)
        ? Optional.of(clock(tokens, i, at + 3, hour, to ? -minutes : minutes))
        : Optional.empty();
  }

  /** Huit heures moins le quart, 8 h moins dix. */
  private static Optional<Found> before(Tokens tokens, int i) {
    Token unit = tokens.get(i + 1);
    if (!tokens.get(i + 2).is("moins")
        || !(unit.is("h") || unit.is("heures") || unit.is("heure"))) {
      return Optional.empty();
    }
    int hour = tokens.get(i).is("une") ? 1 : number(tokens, i);
    boolean quarter = tokens.get(i + 3).is("le") && tokens.get(i + 4).is("quart");
    int minutes = quarter ? 15 : number(tokens, i + 3);
    return minutes > 0 && minutes < 30 && hour > 0 && hour <= 24
        ? Optional.of(clock(tokens, i, quarter ? i + 5 : i + 4, hour, -minutes))
        : Optional.empty();
  }

  private static boolean isHour(int hour) {
    return hour > 0 && hour <= 12;
  }

  private static Found clock(Tokens tokens, int from, int to, int hour, int minutes) {
    int time = (hour * 60 + minutes + 24 * 60) % (24 * 60);
    return time(tokens, from, to, time / 60, time % 60);
  }

  /** Returns a number in one word or two digits, or 0. */
  private static int number(Tokens tokens, int i) {
    Token token = tokens.get(i);
    if (token.isDigits()) {
      return Math.max(0, below(token, 60, 2));
    }
    Numerals numerals = Numerals.of(tokens.language());
    long unit = numerals.at(tokens, i, Numerals.Kind.UNIT, 0);
    return (int) (unit > 0 ? unit : numerals.at(tokens, i, Numerals.Kind.TEN, 0));
  }

  /**
   * Returns if the words of a time don't say which half of the day is meant: 6:30, half past six.
   */
  static boolean isOfEitherHalf(String words, Language language) {
    String small = words.toLowerCase(Locale.ROOT).strip();
    if (language == Language.FRENCH) {
      return small.contains("moins");
    }
    return !small.endsWith("m")
        && !small.endsWith("m.")
        && !small.endsWith("noon")
        && !small.endsWith("night")
        && !small.endsWith("midday");
  }

  /** 10.30am: British papers write a point. */
  private static Optional<Found> withPoint(Tokens tokens, int i) {
    String text = tokens.get(i).text();
    int point = text.indexOf('.');
    boolean shape =
        tokens.get(i).isNumber()
            && !tokens.isFrench()
            && point > 0
            && point <= 2
            && text.length() == point + 3;
    if (!shape || text.charAt(point + 1) > '5') {
      return Optional.empty();
    }
    int hour = Integer.parseInt(text.substring(0, point));
    return halfDay(tokens, i, i + 1, hour, Integer.parseInt(text.substring(point + 1)));
  }

  /** 14:30, 2:30 p.m.; not 2:03:12, which is how long a race took. */
  private static Optional<Found> withColon(Tokens tokens, int i, int hour) {
    int minute = below(tokens.get(i + 2), 60, 2);
    boolean shape =
        tokens.get(i + 1).is(":")
            && tokens.touchesPrevious(i + 1)
            && tokens.touchesPrevious(i + 2)
            && minute >= 0
            && tokens.get(i + 2).text().length() == 2
            && !(tokens.get(i + 3).is(":") && tokens.get(i + 4).isNumber());
    if (!shape) {
      return Optional.empty();
    }
    return halfDay(tokens, i, i + 3, hour, minute)
        .or(() -> Optional.of(time(tokens, i, i + 3, hour, minute)));
  }

  private static Optional<Found> halfDay(Tokens tokens, int i, int at, int hour, int minute) {
    Token token = tokens.get(at);
    boolean spelled = token.is("am") || token.is("pm");
    boolean dotted =
        (token.is("a") || token.is("p"))
            && tokens.get(at + 1).is(".")
            && tokens.get(at + 2).is("m");
    if ((!spelled && !dotted) || hour < 1 || hour > 12) {
      return Optional.empty();
    }
    int end = spelled ? at + 1 : at + (tokens.get(at + 3).is(".") ? 4 : 3);
    boolean afternoon = token.text().toLowerCase(java.util.Locale.ROOT).startsWith("p");
    return Optional.of(time(tokens, i, end, hour % 12 + (afternoon ? 12 : 0), minute));
  }

  private static Optional<Found> french(Tokens tokens, int i, int hour) {
    Token unit = tokens.get(i + 1);
    if (unit.isWord() && unit.folded().matches("h[0-5][0-9]")) {
      int minute = Integer.parseInt(unit.text().substring(1));
      return Optional.of(time(tokens, i, i + 2, hour, minute));
    }
    if (!unit.is("h") && !unit.is("heures") && !unit.is("heure")) {
      return Optional.empty();
    }
    int minute = below(tokens.get(i + 2), 60, 2);
    if (minute >= 0 && tokens.get(i + 2).text().length() == 2) {
      // "2 h 03 min 12 s" is how long a race took.
      return tokens.get(i + 3).folded().startsWith("min")
          ? Optional.empty()
          : Optional.of(time(tokens, i, i + 3, hour, minute));
    }
    return BEFORE_TIME.contains(tokens.get(i - 1).folded()) || isZone(tokens.get(i + 2))
        ? Optional.of(time(tokens, i, i + 2, hour, 0))
        : Optional.empty();
  }

  private static boolean isZone(Token token) {
    return token.is("gmt") || token.is("utc");
  }

  private static int below(Token token, int limit, int digits) {
    int value =
        token.isDigits() && token.text().length() <= digits ? Integer.parseInt(token.text()) : -1;
    return value < limit ? value : -1;
  }

  private static Found time(Tokens tokens, int from, int to, int hour, int minute) {
    return Found.one(tokens, from, to, new Value.Time("%02d:%02d".formatted(hour % 24, minute)));
  }
}
