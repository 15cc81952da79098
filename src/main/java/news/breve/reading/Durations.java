package news.breve.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import news.breve.article.Language;
import news.breve.reading.Cardinals.Cardinal;
import org.jspecify.annotations.Nullable;

/**
 * Reads how long something took where several units say it: 2 h 03 min 12 s, three hours and ten
 * minutes, 2:03:12, 1:58.34, 9 s 87. The amount is in seconds.
 */
final class Durations implements ValueReader {
  private static final List<String> UNITS = List.of("hour", "minute", "second");
  private static final List<BigDecimal> SECONDS =
      List.of(BigDecimal.valueOf(3600), BigDecimal.valueOf(60), BigDecimal.ONE);
  private static final String SECOND = UNITS.getLast();
  private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

  /** An amount so far, and the place of its last unit in {@link #UNITS}. */
  private record Part(BigDecimal seconds, int unit, int end) {}

  @Override
  public boolean mayBegin(Token token, Language language) {
    return token.isNumber() || isOne(token) || Numerals.of(language).mayBegin(token);
  }

  @Override
  public Optional<Found> at(Tokens tokens, int i) {
    Phrases.Match<Approximation> said = Approximations.of(tokens).before(tokens, i);
    int at = said.end();
    return clock(tokens, at)
        .or(() -> units(tokens, at))
        .map(part ->
            Found.one(
                tokens, i, part.end(), new Value.Quantity(part.seconds(), SECOND, said.value())));
  }

  /** 2:03:12, 1:58.34; two numbers with nothing but a colon are a time of day. */
  private static Optional<Part> clock(Tokens tokens, int i) {
    BigDecimal total = BigDecimal.ZERO;
    int end = i;
    int numbers = 0;
    boolean decimal = false;
    while (tokens.get(end).isNumber() && !decimal && numbers < UNITS.size()) {
      Optional<DigitNumbers.Digits> number = DigitNumbers.at(tokens, end);
      if (number.isEmpty() || number.get().end() != end + 1) {
        return Optional.empty();
      }
      total = total.multiply(SIXTY).add(number.get().amount());
      decimal = number.get().amount().stripTrailingZeros().scale() > 0;
      numbers++;
      end++;
      boolean more =
          tokens.get(end).is(":")
              && tokens.touchesPrevious(end)
              && tokens.touchesPrevious(end + 1)
              && tokens.get(end + 1).isNumber();
      if (!more) {
        break;
      }
      end++;
    }
    boolean isDuration = numbers == UNITS.size() || (numbers == 2 && decimal);
    return isDuration ? Optional.of(new Part(total, UNITS.size() - 1, end)) : Optional.empty();
  }

  private static Optional<Part> units(Tokens tokens, int i) {
    Part part = next(tokens, i, -1);
    if (part == null) {
      return Optional.empty();
    }
    Part first = part;
    while (true) {
      int and = part.end();
      if (tokens.get(and).is("et") || tokens.get(and).is("and") || tokens.get(and).is(",")) {
        and++;
      }
      Part more = next(tokens, and, part.unit());
      if (more == null) {
        break;
      }
      part = new Part(part.seconds().add(more.seconds()), more.unit(), more.end());
    }
    Part last = minutes(tokens, hundredths(tokens, part));
    return last.end() == first.end() ? Optional.empty() : Optional.of(last);
  }

  /** Returns an amount of a unit that is smaller than the one before it, null if there is none. */
  private static @Nullable Part next(Tokens tokens, int i, int greater) {
    Token token = tokens.get(i);
    boolean one = isOne(token);
    Optional<Cardinal> number =
        one || !mayCount(tokens, i)
            ? Optional.empty()
            : Cardinals.of(tokens)
                .at(tokens, i)
                .filter(cardinal -> cardinal.approximation() == Approximation.EXACT);
    if (number.isEmpty() && !one) {
      return null;
    }
    int end = number.map(Cardinal::end).orElse(i + 1);
    Optional<Phrases.Match<String>> unit = Units.of(tokens.language()).at(tokens, end);
    int place = unit.map(match -> UNITS.indexOf(match.value())).orElse(-1);
    return place <= greater || unit.isEmpty()
        ? null
        : new Part(
            SECONDS.get(place).multiply(number.map(Cardinal::amount).orElse(BigDecimal.ONE)),
            place,
            unit.get().end());
  }

  private static boolean isOne(Token token) {
    return token.is("une") || token.is("un") || token.is("a") || token.is("an") || token.is("one");
  }

  private static boolean mayCount(Tokens tokens, int i) {
    Numerals numerals = Numerals.of(tokens.language());
    return tokens.get(i).isNumber()
        || numerals.at(tokens, i, Numerals.Kind.UNIT).isPresent()
        || numerals.at(tokens, i, Numerals.Kind.TEN).isPresent();
  }

  /** Une heure trente: French needs no unit after hours. */
  private static Part minutes(Tokens tokens, Part part) {
    int i = part.end();
    if (!tokens.isFrench() || part.unit() > 0 || !tokens.get(i).isWord()) {
      return part;
    }
    return SpelledNumbers.of(tokens)
        .at(tokens, i)
        .filter(words -> words.value() >= 5 && words.value() < 60)
        .filter(words -> Units.of(tokens.language()).at(tokens, words.end()).isEmpty())
        .map(words ->
            new Part(
                part.seconds().add(BigDecimal.valueOf(words.value()).multiply(SIXTY)),
                1,
                words.end()))
        .orElse(part);
  }

  /** 9 s 87: French writes hundredths behind the unit. */
  private static Part hundredths(Tokens tokens, Part part) {
    Token token = tokens.get(part.end());
    boolean follows =
        tokens.isFrench()
            && part.unit() == UNITS.size() - 1
            && tokens.get(part.end() - 1).text().equals("s")
            && token.isDigits()
            && token.text().length() == 2;
    return follows
        ? new Part(
            part.seconds().add(new BigDecimal(token.text()).movePointLeft(2)),
            part.unit(),
            part.end() + 1)
        : part;
  }
}
