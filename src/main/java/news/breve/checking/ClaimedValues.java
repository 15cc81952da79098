package news.breve.checking;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import news.breve.article.Article;
import news.breve.reading.Mention;
import news.breve.reading.Statement;
import news.breve.reading.Value;
import org.jspecify.annotations.Nullable;

/** Looks in the article for the values that claims state. */
final class ClaimedValues {
  private static final int LEAST_TELLING_RANK = 3;

  /** The length of 2026-11-26. */
  private static final int DAY = 10;

  /** More names than these are counted by nobody at a glance. */
  private static final BigDecimal MOST_COUNTED = BigDecimal.TEN;

  private static final Pattern RATIO = Pattern.compile("\\b(?:sur|in|of)\\b");

  private final DateComparison dates;
  private final List<Passage> passages;

  ClaimedValues(Article article, List<Passage> passages) {
    this(published(article.publishedAt()), passages);
  }

  private ClaimedValues(@Nullable LocalDate published, List<Passage> passages) {
    this.passages = passages;
    this.dates = new DateComparison(published, passages);
  }

  /** Returns what compares values with each other alone. */
  static ClaimedValues ofNoArticle() {
    return new ClaimedValues((LocalDate) null, List.of());
  }

  /**
   * The day of publication is the publisher's, whose offset the time carries. A brief that comes
   * back may have anything in its place.
   */
  private static @Nullable LocalDate published(@Nullable String publishedAt) {
    if (publishedAt == null || publishedAt.length() < DAY) {
      return null;
    }
    try {
      return LocalDate.parse(publishedAt.substring(0, DAY));
    } catch (DateTimeParseException noDay) {
      return null;
    }
  }

  /** Returns the numbers and dates of a claim, in order, with what the article has for each. */
  List<ClaimedValue> of(Claim claim) {
    List<ClaimedValue> values = new ArrayList<>();
    for (Mention mention : claim.statement().values()) {
      if (compares(mention.value())
          && !isBoth(claim.statement(), mention)
          && !isNamed(claim, mention)
          && !countsNames(claim, mention)) {
        values.add(found(claim, mention));
      }
    }
    return values;
  }

  private static boolean isNamed(Claim claim, Mention mention) {
    return claim.evidence().stream()
        .anyMatch(passage -> SharedName.holds(claim.statement(), mention, passage.statement()));
  }

  /** Returns if a value is a number, a date or a time. */
  static boolean compares(Value value) {
    return AmountComparison.compares(value) || DateComparison.compares(value);
  }

  private ClaimedValue found(Claim claim, Mention mention) {
    Agreement best = Agreement.NONE;
    String nearest = null;
    double distance = Double.MAX_VALUE;
    for (Passage passage : claim.evidence()) {
      for (Mention given : passage.statement().values()) {
        Agreement agreement = of(claim.statement(), mention, passage.statement(), given);
        double off = distance(mention.value(), given.value());
        if (agreement.compareTo(best) < 0 || (agreement == best && off < distance)) {
          best = agreement;
          distance = off;
          nearest = off == Double.MAX_VALUE ? nearest : given.in(passage.statement().text());
        }
        if (best == Agreement.SAME && distance == 0) {
          break;
        }
      }
      if (best == Agreement.SAME) {
        boolean unsaid = new UnsaidNoun(claim, Counted.of(claim.statement(), mention)).isUnsaid();
        Agreement counted = unsaid ? Agreement.COUNTED : best;
        return new ClaimedValue(claim, mention, counted, nearest, null);
      }
    }
    boolean isSaid = best != Agreement.APPROXIMATION && isSaid(claim, mention);
    if (isSaid || (best != Agreement.CONVERTED && isWritten(claim, mention))) {
      best = Agreement.SAME;
    }
    Integer elsewhere = best == Agreement.SAME ? null : elsewhere(claim, mention);
    return new ClaimedValue(claim, mention, best, nearest, elsewhere);
  }

  private static boolean isSaid(Claim claim, Mention mention) {
    return claim.evidence().stream()
            .anyMatch(passage -> passage.statement().maySay(mention.value()))
        || (!claim.ownLanguage()
            && claim.twin().anyMatch(twin -> twin.statement().maySay(mention.value())));
  }

  /** Figures that no reader took for a value, such as those of a product or of an address. */
  private static boolean isWritten(Claim claim, Mention mention) {
    return claim.evidence().stream()
        .anyMatch(passage -> isWritten(claim.statement(), mention, passage.statement()));
  }

  /** « La départementale 104 » is the D104. */
  static boolean isWritten(Statement statement, Mention mention, Statement other) {
    String digits = mention.in(statement.text()).strip();
    return digits.length() >= 2
        && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        && hasUnreadFigure(other, digits);
  }

  private static boolean hasUnreadFigure(Statement statement, String digits) {
    String text = statement.text();
    for (int at = text.indexOf(digits); at >= 0; at = text.indexOf(digits, at + 1)) {
      int start = at;
      int end = at + digits.length();
      boolean whole =
          (start == 0 || !Character.isDigit(text.charAt(start - 1)))
              && (end == text.length() || !Character.isDigit(text.charAt(end)));
      boolean read =
          statement.values().stream()
              .filter(mention -> AmountComparison.compares(mention.value()))
              .anyMatch(mention -> mention.start() < end && start < mention.end());
      if (whole && !read) {
        return true;
      }
    }
    return false;
  }

  /** Returns how two values stand to each other where they stand. */
  Agreement of(Statement claimed, Mention one, Statement given, Mention other) {
    Agreement agreement =
        DateComparison.compares(one.value())
            ? dates.of(one.value(), other.value())
            : AmountComparison.of(one.value(), other.value());
    if (agreement == Agreement.NONE && AmountComparison.compares(one.value())) {
      agreement = Elliptic.of(claimed, one, given, other);
    }
    if (agreement == Agreement.NONE && isOfOtherHalf(claimed, one, given, other)) {
      return Agreement.SAME;
    }
    if (agreement == Agreement.NONE
        && (isPartOf(one.value(), other, given) || isPartOf(other.value(), one, claimed))) {
      return Agreement.SAME;
    }
    if (agreement == Agreement.NONE
        && (isRankOrShare(claimed, one, other) || isRankOrShare(given, other, one))) {
      return Agreement.SAME;
    }
    if (agreement == Agreement.APPROXIMATION
        && new Qualification(claimed, one).mayBe(new Qualification(given, other))) {
      return Agreement.SAME;
    }
    if (agreement == Agreement.UNIT) {
      return Counted.of(claimed, one).thanOtherUnit(Counted.of(given, other));
    }
    return agreement == Agreement.SAME && !DateComparison.compares(one.value())
        ? Counted.of(claimed, one).than(Counted.of(given, other))
        : agreement;
  }

  /** "He won two cups and lost a third" is of the third cup, or of a third of them. */
  private static boolean isRankOrShare(Statement statement, Mention share, Mention rank) {
    return share.value() instanceof Value.Fraction(int numerator, int denominator, var _)
        && rank.value() instanceof Value.Ordinal(int ordinal)
        && numerator == 1
        && denominator == ordinal
        && (share.in(statement.text()).startsWith("a ")
            || share.in(statement.text()).startsWith("un "));
  }

  /** "At 6:30" on Friday evening is 18 h 30. */
  private static boolean isOfOtherHalf(
      Statement claimed, Mention one, Statement given, Mention other) {
    return one.value() instanceof Value.Time(String here)
        && other.value() instanceof Value.Time(String there)
        && DateComparison.otherHalf(here).equals(there)
        && (claimed.isOfEitherHalf(one) || given.isOfEitherHalf(other));
  }

  /** "Four of 12 beds" states a share as well as its two numbers. */
  private static boolean isPartOf(Value value, Mention ratio, Statement statement) {
    if (!(value instanceof Value.Quantity quantity)
        || !(ratio.value() instanceof Value.Fraction fraction)
        || quantity.isPercentage()) {
      return false;
    }
    BigDecimal number = quantity.amount();
    boolean part =
        number.compareTo(BigDecimal.valueOf(fraction.numerator())) == 0
            || number.compareTo(BigDecimal.valueOf(fraction.denominator())) == 0;
    return part && RATIO.matcher(ratio.in(statement.text())).find();
  }

  private @Nullable Integer elsewhere(Claim claim, Mention mention) {
    // A claim that cites nothing has every sentence for its evidence already.
    if (!isTelling(mention.value()) || claim.item().cited().isEmpty()) {
      return null;
    }
    return passages.stream()
        .filter(passage -> !claim.evidence().contains(passage))
        .filter(passage -> hasSame(claim, mention, passage))
        .map(Passage::number)
        .findFirst()
        .orElse(null);
  }

  /** A small number stands in many sentences: what it counts must be the same, and be said. */
  private boolean hasSame(Claim claim, Mention mention, Passage passage) {
    return passage.statement().values().stream()
        .filter(
            given -> of(claim.statement(), mention, passage.statement(), given) == Agreement.SAME)
        .anyMatch(given -> isOfOneThing(claim, mention, passage.statement(), given));
  }

  private static boolean isOfOneThing(
      Claim claim, Mention mention, Statement statement, Mention given) {
    Optional<String> unit = Counted.unit(mention.value());
    if (unit.isPresent() || !(mention.value() instanceof Value.Quantity)) {
      return unit.equals(Counted.unit(given.value()));
    }
    return Counted.of(claim.statement(), mention).isOfOneThing(Counted.of(statement, given));
  }

  /** The first or the second of something is often said without a rank: new, another, premier. */
  static boolean isTelling(Value value) {
    return switch (value) {
      case Value.Ordinal(int rank) -> rank >= LEAST_TELLING_RANK;
      // « Aujourd'hui » is also what is so now.
      case Value.RelativeDay(int days) -> days != 0;
      default -> true;
    };
  }

  /** « Les deux camps » are both sides: two that were named before. */
  static boolean isBoth(Statement statement, Mention mention) {
    return mention.value() instanceof Value.Quantity quantity
        && quantity.amount().compareTo(BigDecimal.TWO) == 0
        && statement.isDefinite(mention);
  }

  /** « Les trois pays baltes », where the cited sentences name as many and give no such number. */
  private static boolean countsNames(Claim claim, Mention mention) {
    if (!(mention.value() instanceof Value.Quantity quantity)
        || quantity.amount().compareTo(MOST_COUNTED) > 0
        || !claim.statement().isDefinite(mention)) {
      return false;
    }
    long named =
        claim.evidence().stream().mapToLong(passage -> passage.statement().names().size()).sum();
    return claim.ownLanguage()
        && quantity.amount().compareTo(BigDecimal.valueOf(named)) <= 0
        && claim.evidence().stream()
            .flatMap(passage -> passage.statement().values().stream())
            .noneMatch(given ->
                given.value() instanceof Value.Quantity other
                    && other.amount().compareTo(MOST_COUNTED) <= 0
                    && Objects.equals(other.unit(), quantity.unit()));
  }

  /**
   * How far two values are apart, to name the one that was meant; the greatest if not comparable.
   */
  private static double distance(Value one, Value other) {
    if (DateComparison.compares(one)) {
      return one.getClass() == other.getClass()
          ? 1
          : DateComparison.compares(other) ? 2 : Double.MAX_VALUE;
    }
    double a = number(one);
    double b = number(other);
    if (Double.isNaN(a) || Double.isNaN(b)) {
      return one.getClass() == other.getClass() ? 1 : Double.MAX_VALUE;
    }
    double ratio = a == b ? 0 : Math.abs(Math.log((Math.abs(a) + 1) / (Math.abs(b) + 1)));
    boolean sameUnit =
        Counted.unit(one).equals(Counted.unit(other)) && one.getClass() == other.getClass();
    return sameUnit ? ratio : ratio + 100;
  }

  private static double number(Value value) {
    return switch (value) {
      case Value.Quantity quantity -> quantity.amount().doubleValue();
      case Value.Money money -> money.amount().doubleValue();
      case Value.Fraction fraction -> 100.0 * fraction.numerator() / fraction.denominator();
      case Value.Ordinal ordinal -> ordinal.ordinal();
      default -> Double.NaN;
    };
  }
}
