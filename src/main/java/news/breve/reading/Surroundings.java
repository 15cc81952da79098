package news.breve.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What stands around a place of a statement: the words and values nearest to it. Two places are
 * likely to tell of the same thing if the same words and values stand near them.
 */
public final class Surroundings {
  private static final int REACH = 6;

  /** A value tells more than a word. */
  private static final double VALUE_WEIGHT = 2;

  private record Unit(Optional<Word> word, Optional<Value> value, int start, int end) {
    boolean isLike(Unit other, boolean sameLanguage) {
      if (value.isPresent() || other.value.isPresent()) {
        return value.isPresent() && value.equals(other.value);
      }
      Word one = word.orElseThrow();
      Word two = other.word.orElseThrow();
      return sameLanguage ? one.isLike(two) : one.sharesConcept(two) || isSameName(one, two);
    }

    private static boolean isSameName(Word one, Word two) {
      return Character.isUpperCase(one.text().codePointAt(0))
          && Token.fold(one.text()).equals(Token.fold(two.text()));
    }
  }

  private final List<Unit> units = new ArrayList<>();
  private final boolean isFrench;

  Surroundings(Statement statement) {
    isFrench = statement.language() == news.breve.article.Language.FRENCH;
    List<Mention> values = statement.values();
    for (Mention value : values) {
      units.add(
          new Unit(Optional.empty(), Optional.of(bare(value.value())), value.start(), value.end()));
    }
    for (Word word : statement.words()) {
      if (values.stream().noneMatch(v -> v.start() < word.end() && word.start() < v.end())) {
        units.add(new Unit(Optional.of(word), Optional.empty(), word.start(), word.end()));
      }
    }
    units.sort(Comparator.comparingInt(Unit::start));
  }

  /** A value beside a word is known by its amount alone. */
  private static Value bare(Value value) {
    return switch (value) {
      case Value.Money money -> new Value.Quantity(money.amount(), null);
      case Value.Quantity quantity -> new Value.Quantity(quantity.amount(), null);
      default -> value;
    };
  }

  /**
   * Returns how much of what stands near a place stands near a place of another statement: 0 if
   * nothing, 1 for a word right beside both.
   *
   * @param start UTF-16 offset of the place
   * @param end UTF-16 offset after it
   */
  public double likeness(int start, int end, Surroundings other, int otherStart, int otherEnd) {
    boolean sameLanguage = isFrench == other.isFrench;
    double likeness = 0;
    int here = indexAt(start);
    int there = other.indexAt(otherStart);
    for (int i = Math.max(0, here - REACH); i < Math.min(units.size(), here + REACH + 1); i++) {
      Unit unit = units.get(i);
      if (unit.start() >= start && unit.end() <= end) {
        continue;
      }
      double best = 0;
      for (int j = Math.max(0, there - REACH);
          j < Math.min(other.units.size(), there + REACH + 1);
          j++) {
        Unit match = other.units.get(j);
        boolean self = match.start() >= otherStart && match.end() <= otherEnd;
        if (!self && unit.isLike(match, sameLanguage)) {
          double weight = unit.value().isPresent() ? VALUE_WEIGHT : 1;
          best =
              Math.max(
                  best, 2 * weight / (Math.max(1, Math.abs(i - here)) + Math.max(1, Math.abs(j - there))));
        }
      }
      likeness += best;
    }
    return likeness;
  }

  /** Returns if the same word or value follows both places. */
  public boolean isFollowedAlike(int end, Surroundings other, int otherEnd) {
    Optional<Unit> next = after(end);
    Optional<Unit> otherNext = other.after(otherEnd);
    return next.isPresent()
        && otherNext.isPresent()
        && next.get().isLike(otherNext.get(), isFrench == other.isFrench);
  }

  /** Returns if the value nearest to a place is the one nearest to another, close to both. */
  public boolean isBesideSameValue(
      int start, int end, Surroundings other, int otherStart, int otherEnd) {
    Optional<Value> value = nearestValue(start, end);
    return value.isPresent() && value.equals(other.nearestValue(otherStart, otherEnd));
  }

  /** Before or after it, with no more than two words between. */
  private Optional<Value> nearestValue(int start, int end) {
    int here = indexAt(start);
    for (int distance = 0; distance <= 3; distance++) {
      for (int i : new int[] {here + distance, here - distance}) {
        if (i >= 0 && i < units.size()) {
          Unit unit = units.get(i);
          boolean self = unit.start() >= start && unit.end() <= end;
          if (!self && unit.value().isPresent()) {
            return unit.value();
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Unit> after(int end) {
    return units.stream().filter(unit -> unit.start() >= end).findFirst();
  }

  private int indexAt(int start) {
    int low = 0;
    int high = units.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (units.get(middle).end() <= start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
