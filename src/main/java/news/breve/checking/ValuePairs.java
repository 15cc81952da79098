package news.breve.checking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import news.breve.brief.Finding.Severity;
import news.breve.reading.Mention;
import news.breve.reading.Value;
import org.jspecify.annotations.Nullable;

/** Pairs the values of the French of an item with those of its English. */
final class ValuePairs {
  /**
   * Two values that stand for one another, or one that has no other.
   *
   * @param value the French one, or the English one where the French has none
   * @param agreement how they stand to each other
   * @param french in words, null if the French has none
   * @param english in words, null if the English has none
   */
  record Pair(Value value, Agreement agreement, @Nullable String french, @Nullable String english) {
    Difference difference(Severity severity, String message) {
      return new Difference(severity, message, french, english);
    }
  }

  private static final String COUNTRY = "country";

  private final Claim french;
  private final Claim english;
  private final ClaimedValues values = ClaimedValues.ofNoArticle();
  private final List<Mention> left;
  private final List<Mention> right;
  private final List<Pair> pairs = new ArrayList<>();

  private ValuePairs(Claim french, Claim english) {
    this.french = french;
    this.english = english;
    this.left = comparable(french, english);
    this.right = comparable(english, french);
  }

  /** Returns the pairs that don't say the same, the nearest to it first. */
  static List<Pair> of(Claim french, Claim english) {
    ValuePairs all = new ValuePairs(french, english);
    for (Agreement agreement : Agreement.values()) {
      if (agreement != Agreement.NONE) {
        all.pair(agreement);
      }
    }
    all.pairRest();
    return all.pairs.stream().filter(pair -> pair.agreement() != Agreement.SAME).toList();
  }

  private static List<Mention> comparable(Claim claim, Claim twin) {
    return new ArrayList<>(
        claim.statement().values().stream()
            .filter(mention -> ClaimedValues.compares(mention.value()))
            .filter(mention -> !SharedName.holds(claim.statement(), mention, twin.statement()))
            .toList());
  }

  private void pair(Agreement agreement) {
    List<Mention> unpaired = new ArrayList<>();
    for (Mention one : left) {
      boolean found = false;
      for (Mention other : right) {
        if (of(one, other) == agreement) {
          add(agreement, one, other);
          right.remove(other);
          found = true;
          break;
        }
      }
      if (!found) {
        unpaired.add(one);
      }
    }
    left.clear();
    left.addAll(unpaired);
  }

  /** Neither language is the other's evidence: a date that says more in one of them is the same. */
  private Agreement of(Mention one, Mention other) {
    Agreement there = values.of(french.statement(), one, english.statement(), other);
    return there.orBetter(values.of(english.statement(), other, french.statement(), one));
  }

  private void pairRest() {
    left.removeIf(one -> isSaidAgain(one, french, english));
    right.removeIf(other -> isSaidAgain(other, english, french));
    if (right.isEmpty()) {
      left.removeIf(one -> goesWithoutSaying(one, french));
    } else if (left.isEmpty()) {
      right.removeIf(other -> goesWithoutSaying(other, english));
    }
    for (Mention one : left) {
      Mention other =
          right.stream().filter(m -> isOfKind(m.value(), one.value())).findFirst().orElse(null);
      right.remove(other);
      add(Agreement.NONE, one, other);
    }
    for (Mention other : right) {
      add(Agreement.NONE, null, other);
    }
  }

  /**
   * Two of something are "both", "neither", a pair, and « les trois pays baltes » the Baltic
   * states: no number has to say so.
   */
  private static boolean goesWithoutSaying(Mention mention, Claim claim) {
    return mention.value() instanceof Value.Quantity quantity
        && (quantity.amount().compareTo(BigDecimal.TWO) == 0
            || (COUNTRY.equals(quantity.unit()) && claim.statement().isDefinite(mention)));
  }

  /** One language may name a value twice that the other names once. */
  private boolean isSaidAgain(Mention mention, Claim claim, Claim twin) {
    return twin.statement().maySay(mention.value())
        || ClaimedValues.isWritten(claim.statement(), mention, twin.statement())
        || twin.statement().values().stream()
            .anyMatch(there ->
                values.of(claim.statement(), mention, twin.statement(), there) == Agreement.SAME);
  }

  private static boolean isOfKind(Value one, Value other) {
    return DateComparison.compares(one) == DateComparison.compares(other);
  }

  private void add(Agreement agreement, @Nullable Mention one, @Nullable Mention other) {
    Value value = one != null ? one.value() : other != null ? other.value() : null;
    if (value != null) {
      pairs.add(
          new Pair(
              value,
              agreement,
              one == null ? null : one.in(french.text()),
              other == null ? null : other.in(english.text())));
    }
  }
}
