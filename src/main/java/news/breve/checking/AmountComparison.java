package news.breve.checking;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.breve.reading.Approximation;
import news.breve.reading.Measures;
import news.breve.reading.Value;
import org.jspecify.annotations.Nullable;

/** Compares amounts: money, quantities, shares, ranks, scores, numbers that are names. */
final class AmountComparison {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** How far a rounded amount may be from the exact one, as a share of it. */
  private static final double ROUNDING = 0.06;

  /** "More than 2 million" of 2.19 million: how far below the exact amount a bound may lie. */
  private static final double BOUND = 0.15;

  /** A conversion between systems is rounded. */
  private static final double CONVERSION = 0.035;

  /** A third is 33 percent, or 33.3. */
  private static final double SHARE = 0.5;

  /** Approximations between which there is but a shade: from below, from above, around. */
  private static final List<Set<Approximation>> SHADES =
      List.of(
          Set.of(Approximation.MORE_THAN, Approximation.AT_LEAST),
          Set.of(Approximation.LESS_THAN, Approximation.AT_MOST),
          Set.of(Approximation.ABOUT, Approximation.NEARLY));

  /** An amount of whatever kind. */
  private record Amount(BigDecimal number, @Nullable String unit, Approximation approximation) {}

  private AmountComparison() {}

  /** Returns if a value is compared here. */
  static boolean compares(Value value) {
    return value instanceof Value.Money
        || value instanceof Value.Quantity
        || value instanceof Value.Fraction
        || value instanceof Value.Ordinal
        || value instanceof Value.Score
        || value instanceof Value.Label;
  }

  /** Returns how a claimed amount stands to one of the article. */
  static Agreement of(Value claimed, Value given) {
    if (claimed instanceof Value.Score score && given instanceof Value.Quantity votes) {
      return isSide(votes, score) ? Agreement.SAME : Agreement.NONE;
    }
    if (claimed instanceof Value.Quantity votes && given instanceof Value.Score score) {
      return isSide(votes, score) ? Agreement.SAME : Agreement.NONE;
    }
    if (claimed instanceof Value.Score || given instanceof Value.Score) {
      return score(claimed).equals(score(given)) ? Agreement.SAME : Agreement.NONE;
    }
    if (claimed instanceof Value.Label one && given instanceof Value.Label other) {
      return one.equals(other) ? Agreement.SAME : Agreement.NONE;
    }
    if (given instanceof Value.Time(String time)) {
      return isHours(claimed, time) ? Agreement.SAME : Agreement.NONE;
    }
    Optional<Amount> one = amount(claimed);
    Optional<Amount> other = amount(given);
    if (one.isEmpty() || other.isEmpty()) {
      return Agreement.NONE;
    }
    return of(one.get(), other.get());
  }

  /** « Par 16 voix contre 14 » is 16-14. */
  private static boolean isSide(Value.Quantity votes, Value.Score score) {
    String number = votes.amount().toPlainString();
    return score.score().startsWith(number + "-") || score.score().endsWith("-" + number);
  }

  /** The two sides of a score in order of size: who is named first differs between reports. */
  private static String score(Value value) {
    if (!(value instanceof Value.Score score)) {
      return "";
    }
    String[] sides = score.score().split("-", 2);
    boolean ordered =
        sides.length < 2
            || sides[0].length() > sides[1].length()
            || (sides[0].length() == sides[1].length() && sides[0].compareTo(sides[1]) >= 0);
    return ordered ? score.score() : sides[1] + "-" + sides[0];
  }

  private static Optional<Amount> amount(Value value) {
    return switch (value) {
      case Value.Money money ->
          Optional.of(
              new Amount(money.amount(), money.currency(), exactUnless(money.approximation())));
      case Value.Quantity quantity ->
          Optional.of(
              new Amount(
                  quantity.amount(), quantity.unit(), exactUnless(quantity.approximation())));
      case Value.Fraction fraction ->
          Optional.of(
              new Amount(
                  HUNDRED
                      .multiply(BigDecimal.valueOf(fraction.numerator()))
                      .divide(BigDecimal.valueOf(fraction.denominator()), MathContext.DECIMAL32),
                  Value.Quantity.PERCENT,
                  exactUnless(fraction.approximation())));
      case Value.Ordinal ordinal ->
          Optional.of(new Amount(BigDecimal.valueOf(ordinal.ordinal()), null, Approximation.EXACT));
      case Value.Label label -> number(label.label());
      case Value.Date date -> number(date.date());
      default -> Optional.empty();
    };
  }

  /**
   * « Jusqu'à 16 heures » is a time of day or a number of hours; « 1 h 30 » is one too, and 7:12
   * may be minutes and seconds.
   */
  static boolean isHours(Value value, String time) {
    if (!(value instanceof Value.Quantity quantity)) {
      return false;
    }
    int hours = Integer.parseInt(time.substring(0, 2));
    int minutes = Integer.parseInt(time.substring(3));
    String unit = quantity.unit() == null ? "hour" : quantity.unit();
    if (quantity.unit() == null && minutes > 0) {
      return false;
    }
    return Measures.factor(unit, "second")
        .filter(Measures.Factor::sameSystem)
        .map(factor -> quantity.amount().doubleValue() * factor.value())
        .filter(seconds ->
            seconds == hours * 3600 + minutes * 60
                || (minutes > 0 && seconds == hours * 60 + minutes))
        .isPresent();
  }

  private static Optional<Amount> number(String digits) {
    boolean plain = digits.length() < 9 && digits.matches("[0-9]+([.][0-9]+)?");
    return plain
        ? Optional.of(new Amount(new BigDecimal(digits), null, Approximation.EXACT))
        : Optional.empty();
  }

  private static Approximation exactUnless(@Nullable Approximation approximation) {
    return approximation == null ? Approximation.EXACT : approximation;
  }

  private static Agreement of(Amount claimed, Amount given) {
    boolean sameUnit = Measures.mayBeSame(claimed.unit(), given.unit());
    if ((isWeeks(claimed) || isWeeks(given)) && weeks(claimed) == weeks(given)) {
      return Agreement.SAME;
    }
    if (claimed.number().compareTo(given.number()) == 0) {
      if (!sameUnit) {
        return Agreement.UNIT;
      }
      return qualifiesAlike(claimed.approximation(), given.approximation())
          ? Agreement.SAME
          : Agreement.APPROXIMATION;
    }
    if (claimed.unit() != null && given.unit() != null && !claimed.unit().equals(given.unit())) {
      Optional<Agreement> converted = converted(claimed, given);
      if (converted.isPresent()) {
        return converted.get();
      }
    }
    if (!sameUnit) {
      return Agreement.NONE;
    }
    if (isShare(claimed, given)) {
      return Agreement.SAME;
    }
    return rounded(claimed, given);
  }

  /** French counts both ends of a week or two: huit jours, quinze jours. */
  private static boolean isWeeks(Amount amount) {
    return "day".equals(amount.unit()) && weeks(amount) > 0;
  }

  private static int weeks(Amount amount) {
    if ("day".equals(amount.unit()) && amount.number().scale() <= 0) {
      return switch (amount.number().intValue()) {
        case 8 -> 1;
        case 15 -> 2;
        default -> 0;
      };
    }
    return "week".equals(amount.unit()) ? amount.number().intValue() : 0;
  }

  /** Thirty-three percent is a third, as news writes it. */
  private static boolean isShare(Amount claimed, Amount given) {
    boolean percent =
        Value.Quantity.PERCENT.equals(claimed.unit())
            && Value.Quantity.PERCENT.equals(given.unit());
    boolean periodic = claimed.number().precision() > 6 || given.number().precision() > 6;
    return percent
        && periodic
        && Math.abs(claimed.number().doubleValue() - given.number().doubleValue()) <= SHARE
        && qualifiesAlike(claimed.approximation(), given.approximation());
  }

  private static Optional<Agreement> converted(Amount claimed, Amount given) {
    return Measures.factor(claimed.unit(), given.unit())
        .flatMap(factor -> {
          double exact = given.number().doubleValue();
          double converted = claimed.number().doubleValue() * factor.value();
          double off = exact == 0 ? 1 : Math.abs(converted / exact - 1);
          if (factor.sameSystem() && off < 1e-6) {
            return Optional.of(
                qualifiesAlike(claimed.approximation(), given.approximation())
                    ? Agreement.SAME
                    : Agreement.APPROXIMATION);
          }
          return off <= CONVERSION ? Optional.of(Agreement.CONVERTED) : Optional.empty();
        });
  }

  private static Agreement rounded(Amount claimed, Amount given) {
    double exact = given.number().doubleValue();
    double said = claimed.number().doubleValue();
    boolean rounder = digits(claimed.number()) < digits(given.number());
    if (!rounder || exact == 0 || given.approximation() != Approximation.EXACT) {
      return Agreement.NONE;
    }
    double off = said / exact - 1;
    return switch (claimed.approximation()) {
      case ABOUT -> Math.abs(off) <= ROUNDING ? Agreement.SAME : Agreement.NONE;
      case NEARLY -> off > 0 && off <= ROUNDING ? Agreement.SAME : Agreement.NONE;
      case MORE_THAN, AT_LEAST -> off < 0 && off >= -BOUND ? Agreement.SAME : Agreement.NONE;
      case LESS_THAN, AT_MOST -> off > 0 && off <= BOUND ? Agreement.SAME : Agreement.NONE;
      case ORDER -> Agreement.NONE;
      case EXACT ->
          isRounding(claimed.number(), given.number()) ? Agreement.ROUNDED : Agreement.NONE;
    };
  }

  /** Returns if a number is what another becomes with fewer digits. */
  private static boolean isRounding(BigDecimal claimed, BigDecimal given) {
    int digits = digits(claimed);
    return digits >= 1
        && given.round(new MathContext(digits)).compareTo(claimed) == 0
        && (digits >= 2 || Math.abs(claimed.doubleValue() / given.doubleValue() - 1) <= ROUNDING);
  }

  private static int digits(BigDecimal number) {
    return number.stripTrailingZeros().precision();
  }

  /** Returns if two approximations are one, or a shade apart: more than and at least. */
  static boolean qualifiesAlike(@Nullable Approximation claimed, @Nullable Approximation given) {
    return claimed == given
        || SHADES.stream().anyMatch(all -> isOneOf(all, claimed) && isOneOf(all, given));
  }

  private static boolean isOneOf(Set<Approximation> all, @Nullable Approximation one) {
    return one != null && all.contains(one);
  }
}
