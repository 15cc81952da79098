package news.breve.reading;

import java.util.Optional;
import java.util.Set;

/** Reads times of day: 14 h 30, 14h30, 14:30, 2:30 p.m., 2 pm, midi, midnight. */
final class TimeReader implements ValueReader {
  /** Words after which "14 h" is a time and not a duration. */
  private static final Set<String> BEFORE_TIME =
      Set.of("a", "vers", "des", "avant", "apres", "entre", "jusqu'a", "depuis");

  @Override
  public Optional<Found> at(Tokens tokens, int i) {
    Token token = tokens.get(i);
    if (token.isWord()) {
      return Calendar.of(tokens.language())
          .at(tokens, i, "time")
          .filter(match -> !(tokens.get(i - 1).isHyphen() && tokens.touchesPrevious(i)))
          .map(match -> time(tokens, i, match.end(), match.value(), 0));
    }
    Optional<Found> british = withPoint(tokens, i);
    if (british.isPresent()) {
      return british;
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
      return tokens.get(i + 3).is("min")
          ? Optional.empty()
          : Optional.of(time(tokens, i, i + 3, hour, minute));
    }
    return BEFORE_TIME.contains(tokens.get(i - 1).folded())
        ? Optional.of(time(tokens, i, i + 2, hour, 0))
        : Optional.empty();
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
