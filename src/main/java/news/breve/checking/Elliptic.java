package news.breve.checking;

import java.math.BigDecimal;
import java.util.stream.Stream;
import news.breve.article.Language;
import news.breve.reading.Mention;
import news.breve.reading.Statement;
import news.breve.reading.Value;

/**
 * What a bare number may mean besides itself. « 51 millions de dollars, contre 33 prévus » leaves
 * out the magnitude of the second amount; « six cents » are 600, or six of a hundredth.
 */
final class Elliptic {
  /** Below this a number may share the magnitude of one before it. */
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final String CENTS = "cents";

  private static final String CENT = "cent";

  private Elliptic() {}

  /** Returns how a value stands to another if one of them is understood otherwise than read. */
  static Agreement of(Statement claimed, Mention one, Statement given, Mention other) {
    if (!isElliptic(one.value()) && !isElliptic(other.value())) {
      return Agreement.NONE;
    }
    return Stream.concat(
            readings(claimed, one).map(value -> AmountComparison.of(value, other.value())),
            readings(given, other).map(value -> AmountComparison.of(one.value(), value)))
        .min(Agreement::compareTo)
        .filter(agreement -> agreement.compareTo(Agreement.ROUNDED) < 0)
        .orElse(Agreement.NONE);
  }

  private static boolean isElliptic(Value value) {
    return value instanceof Value.Fraction
        || (value instanceof Value.Quantity quantity
            && quantity.unit() == null
            && quantity.amount().abs().compareTo(THOUSAND) < 0);
  }

  private static Stream<Value> readings(Statement statement, Mention mention) {
    if (mention.value() instanceof Value.Fraction share) {
      return decimal(share);
    }
    if (!(mention.value() instanceof Value.Quantity quantity) || !isElliptic(quantity)) {
      return Stream.empty();
    }
    return Stream.concat(
        magnified(statement, mention, quantity), cents(statement, mention, quantity));
  }

  /** « Six centièmes devant » are 0.06 of what the race is measured in. */
  private static Stream<Value> decimal(Value.Fraction share) {
    return Value.Fraction.isDecimal(share.denominator())
        ? Stream.of(
            new Value.Quantity(
                BigDecimal.valueOf(share.numerator())
                    .divide(BigDecimal.valueOf(share.denominator())),
                null,
                share.approximation()))
        : Stream.empty();
  }

  private static Stream<Value> magnified(
      Statement statement, Mention mention, Value.Quantity quantity) {
    return statement.magnitudesBefore(mention.start()).stream()
        .map(magnitude ->
            new Value.Quantity(
                quantity.amount().multiply(magnitude), null, quantity.approximation()));
  }

  private static Stream<Value> cents(
      Statement statement, Mention mention, Value.Quantity quantity) {
    boolean cents =
        statement.language() == Language.FRENCH
            && mention.in(statement.text()).endsWith(CENTS)
            && quantity.amount().remainder(HUNDRED).signum() == 0;
    return cents
        ? Stream.of(
            new Value.Quantity(quantity.amount().divide(HUNDRED), CENT, quantity.approximation()))
        : Stream.empty();
  }
}
