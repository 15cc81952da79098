package news.breve.checking;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import news.breve.reading.Approximation;
import news.breve.reading.Measures;
import news.breve.reading.Mention;
import news.breve.reading.Statement;
import news.breve.reading.Value;
import org.jspecify.annotations.Nullable;

/**
 * How a statement qualifies an amount, with what stands around it: what is denied turns about, and
 * some words leave open how exact the amount is.
 *
 * @param statement what the amount stands in
 * @param mention the amount
 */
record Qualification(Statement statement, Mention mention) {
  /** After 65, past the age of 65: what follows a bound lies beyond it. */
  private static final Set<Approximation> BOUNDS =
      Set.of(Approximation.MORE_THAN, Approximation.LESS_THAN);

  /** Returns if two equal amounts, qualified by different words, may be meant alike. */
  boolean mayBe(Qualification other) {
    Set<Approximation> others = other.readings();
    return readings().stream()
        .anyMatch(one -> others.stream().anyMatch(o -> AmountComparison.qualifiesAlike(one, o)));
  }

  /**
   * Returns how the amount may be understood; what "did not reach 40" is less, what « n'est pas
   * passé sous 40 » is not.
   */
  private Set<Approximation> readings() {
    Approximation said = approximation();
    if (said == null) {
      return Set.of();
    }
    Optional<Approximation> open = statement.openBefore(mention);
    boolean denied = statement.isDeniedBefore(mention);
    if (denied && said == Approximation.EXACT && open.isPresent()) {
      return open.get() == Approximation.LESS_THAN
          ? Set.of(Approximation.AT_LEAST)
          : Set.of(Approximation.LESS_THAN);
    }
    Set<Approximation> readings = EnumSet.of(said);
    if (said != Approximation.EXACT) {
      if (isLoose() || isBenchmark(said)) {
        readings.add(Approximation.EXACT);
      }
    } else {
      open.ifPresent(readings::add);
      if (statement.isBound(mention)) {
        readings.addAll(BOUNDS);
      }
      if (isRound() || statement.isEstimated(mention)) {
        readings.add(Approximation.ABOUT);
      }
    }
    return denied ? denied(readings) : readings;
  }

  /**
   * "Over five years" is during them, "over five acres" across them, as well as longer, one resigns
   * "over two flats", and a sum is "handed over"; « les heures passées » are spent.
   */
  private boolean isLoose() {
    String words = words();
    boolean over = words.startsWith("over ");
    boolean during =
        (over || words.startsWith("under ") || words.startsWith("pass"))
            && mention.value() instanceof Value.Quantity quantity
            && Measures.isMeasure(quantity.unit());
    boolean because =
        over
            && mention.value() instanceof Value.Quantity few
            && few.amount().compareTo(BigDecimal.TEN) <= 0
            && words.chars().noneMatch(Character::isDigit);
    return during || because || statement.isLooselyQualified(mention);
  }

  /**
   * « À 38 cents, en deçà des 45 cents attendus »: the words compare another amount with this one,
   * which may be exact.
   */
  private boolean isBenchmark(Approximation said) {
    String words = words();
    boolean definite =
        words.contains(" the ") || words.contains(" des ") || words.contains(" les ");
    boolean above = said == Approximation.MORE_THAN || said == Approximation.AT_LEAST;
    return definite
        && said != Approximation.ABOUT
        && said != Approximation.ORDER
        && statement.values().stream()
            .filter(other -> other.end() <= mention.start())
            .filter(other -> isOfOneUnit(other.value()))
            .anyMatch(other -> above == (number(other.value()) > number(mention.value())));
  }

  private boolean isOfOneUnit(Value other) {
    return Counted.unit(other).isPresent()
        && Counted.unit(other).equals(Counted.unit(mention.value()));
  }

  private static double number(Value value) {
    return switch (value) {
      case Value.Quantity quantity -> quantity.amount().doubleValue();
      case Value.Money money -> money.amount().doubleValue();
      default -> 0;
    };
  }

  /**
   * "A hundred" is « une centaine » as well as « cent », a dozen about twelve as well as twelve.
   */
  private boolean isRound() {
    String words = words();
    return mention.value() instanceof Value.Quantity
        && (words.startsWith("a ")
            || words.startsWith("cent ")
            || words.startsWith("mille ")
            || words.contains("douzaine")
            || words.contains("dozen"));
  }

  private String words() {
    return mention.in(statement.text()).toLowerCase(Locale.ROOT);
  }

  /** "Never lasted more than 40 minutes" is 40 minutes at most. */
  private static Set<Approximation> denied(Set<Approximation> readings) {
    Set<Approximation> denied = EnumSet.noneOf(Approximation.class);
    for (Approximation reading : readings) {
      denied.add(
          switch (reading) {
            case MORE_THAN, AT_LEAST -> Approximation.AT_MOST;
            case LESS_THAN, AT_MOST -> Approximation.AT_LEAST;
            case EXACT, ABOUT, NEARLY, ORDER -> reading;
          });
    }
    return denied;
  }

  private @Nullable Approximation approximation() {
    return switch (mention.value()) {
      case Value.Quantity quantity -> quantity.approximation();
      case Value.Money money -> money.approximation();
      case Value.Fraction fraction -> fraction.approximation();
      default -> null;
    };
  }
}
