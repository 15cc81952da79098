package news.breve.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.Set;
import news.breve.article.Language;

/**
 * Reads parts of one measure: half an hour, un demi-point, three-quarters of a mile, un quart de
 * siècle. A part of something that is counted is a fraction.
 */
final class UnitParts implements ValueReader {
  /** A half-year has results, a half-day is off work: names of spans, not amounts. */
  private static final Set<String> SPANS = Set.of("year", "day", "month", "week", "quarter");

  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final int QUARTER = 4;

  @Override
  public boolean mayBegin(Token token, Language language) {
    return isOne(token)
        || isHalf(token)
        || token.is("quarter")
        || Numerals.of(language).mayBegin(token);
  }

  @Override
  public Optional<Found> at(Tokens tokens, int i) {
    Phrases.Match<Approximation> said = Approximations.of(tokens).before(tokens, i);
    int at = said.end();
    return half(tokens, at)
        .or(() -> several(tokens, at))
        .map(part ->
            Found.one(
                tokens,
                i,
                part.end(),
                new Value.Quantity(part.amount(), part.unit(), said.value())));
  }

  private record Part(BigDecimal amount, String unit, int end) {}

  private static Optional<Part> half(Tokens tokens, int i) {
    int at = isOne(tokens.get(i)) ? i + 1 : i;
    return isHalf(tokens.get(at)) ? ofOne(tokens, at + 1, HALF) : Optional.empty();
  }

  private static boolean isHalf(Token token) {
    return token.is("half") || token.is("demi") || token.is("demie");
  }

  /** The unit after a part, with or without an article or a hyphen between. */
  private static Optional<Part> ofOne(Tokens tokens, int i, BigDecimal amount) {
    boolean article = isOne(tokens.get(i));
    int at = article ? i + 1 : tokens.afterHyphen(i);
    if (tokens.isFrench() && at == i) {
      return Optional.empty();
    }
    return measure(tokens, at)
        .filter(unit -> article || !SPANS.contains(unit.value()))
        .map(unit -> new Part(amount, unit.value(), unit.end()));
  }

  /** Three-quarters of a mile, trois quarts de point; "a quarter point". */
  private static Optional<Part> several(Tokens tokens, int i) {
    boolean quarter = tokens.get(i).is("quarter") && !tokens.isFrench();
    int numerator = quarter ? 1 : numerator(tokens, i);
    if (numerator < 1) {
      return Optional.empty();
    }
    int at = quarter ? i : tokens.afterHyphen(i + 1);
    return Fractions.of(tokens.language())
        .denominatorAt(tokens, at)
        .flatMap(denominator -> {
          BigDecimal amount =
              BigDecimal.valueOf(numerator)
                  .divide(BigDecimal.valueOf(denominator.value()), MathContext.DECIMAL32);
          int end = denominator.end();
          Token of = tokens.get(end);
          if (tokens.isFrench()) {
            return of.is("de") || of.is("d'") ? measure(tokens, end + 1, amount) : Optional.empty();
          }
          if (of.is("of")) {
            return isOne(tokens.get(end + 1)) ? measure(tokens, end + 2, amount) : Optional.empty();
          }
          return denominator.value() == QUARTER && !of.is("a")
              ? ofOne(tokens, end, amount)
              : Optional.empty();
        });
  }

  private static int numerator(Tokens tokens, int i) {
    return isOne(tokens.get(i))
        ? 1
        : (int) Numerals.of(tokens.language()).at(tokens, i, Numerals.Kind.UNIT, 0);
  }

  private static boolean isOne(Token token) {
    return token.is("a") || token.is("an") || token.is("un") || token.is("une") || token.is("one");
  }

  private static Optional<Part> measure(Tokens tokens, int i, BigDecimal amount) {
    return measure(tokens, i).map(unit -> new Part(amount, unit.value(), unit.end()));
  }

  private static Optional<Phrases.Match<String>> measure(Tokens tokens, int i) {
    return Units.of(tokens.language())
        .at(tokens, i)
        .filter(unit -> Measures.isMeasure(unit.value()));
  }
}
