package news.breve.checking;

import java.math.BigDecimal;
import java.util.Locale;
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
  /** Returns if two equal amounts, qualified by different words, may be meant alike. */
  boolean mayBe(Qualification other) {
    return isOpenTo(other)
        || other.isOpenTo(this)
        || AmountComparison.qualifiesAlike(turned(), other.turned());
  }

  private boolean isOpenTo(Qualification other) {
    return isLoose(other.mention.value()) || statement.isBound(mention) || isReached(other);
  }

  /** "Winds reaching 155 mph" are of up to 155 mph. */
  private boolean isReached(Qualification other) {
    return approximation() == Approximation.EXACT
        && statement
            .openBefore(mention)
            .filter(also -> AmountComparison.qualifiesAlike(also, other.turned()))
            .isPresent();
  }

  /**
   * "Over five years" is during them, "over five acres" across them, as well as longer, and one
   * resigns "over two flats"; "a hundred" is « une centaine » as well as « cent », a dozen is about
   * twelve as well as twelve.
   */
  private boolean isLoose(Value there) {
    String words = mention.in(statement.text()).toLowerCase(Locale.ROOT);
    boolean during =
        (words.startsWith("over ") || words.startsWith("under "))
            && mention.value() instanceof Value.Quantity quantity
            && Measures.isMeasure(quantity.unit());
    boolean because =
        words.startsWith("over ")
            && mention.value() instanceof Value.Quantity few
            && few.amount().compareTo(BigDecimal.TEN) <= 0
            && words.chars().noneMatch(Character::isDigit);
    boolean round =
        (words.startsWith("a ")
                || words.startsWith("cent ")
                || words.startsWith("mille ")
                || words.contains("douzaine")
                || words.contains("dozen"))
            && there instanceof Value.Quantity quantity
            && quantity.approximation() == Approximation.ABOUT;
    return during || because || round;
  }

  /** "Never lasted more than 40 minutes" is 40 minutes at most; "did not reach 40" is less. */
  private @Nullable Approximation turned() {
    Approximation said = approximation();
    Approximation denied =
        switch (said) {
          case null -> null;
          case MORE_THAN, AT_LEAST -> Approximation.AT_MOST;
          case LESS_THAN, AT_MOST -> Approximation.AT_LEAST;
          case EXACT -> statement.openBefore(mention).isPresent() ? Approximation.LESS_THAN : said;
          case ABOUT, NEARLY, ORDER -> said;
        };
    return denied == said || !statement.isDeniedBefore(mention) ? said : denied;
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
