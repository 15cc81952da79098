package news.breve.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.breve.article.Language;

/**
 * What stands around a place of a statement: the words and values nearest to it. Two places are
 * likely to tell of the same thing if the same words and values stand near them.
 */
public final class Surroundings {
  private static final int REACH = 6;

  /** A value tells more than a word. */
  private static final double VALUE_WEIGHT = 2;

  /** Words between a place and the value beside it. */
  private static final int BESIDE = 3;

  /** A word's stem, which means something in its own language only. */
  private record Stem(String stem, Language language) {}

  /** A word or a value, known by any of its keys. */
  private record Unit(List<Object> keys, Optional<Value> value, int clause, int start, int end) {
    boolean isIn(int from, int to) {
      return start >= from && end <= to;
    }
  }

  private final Tokens tokens;
  private final Clauses clauses;
  private final List<Unit> units = new ArrayList<>();
  private final Map<Object, List<Integer>> byKey = new HashMap<>();

  Surroundings(Statement statement) {
    tokens = statement.tokens();
    clauses = new Clauses(tokens);
    List<Mention> values = statement.values();
    for (Mention mention : values) {
      Value value = bare(mention.value());
      units.add(
          new Unit(
              List.of(value),
              Optional.of(value),
              clauseAt(mention.start()),
              mention.start(),
              mention.end()));
    }
    for (Word word : statement.words()) {
      if (values.stream().noneMatch(v -> v.start() < word.end() && word.start() < v.end())) {
        units.add(
            new Unit(
                keys(word, statement.language()),
                Optional.empty(),
                clauseAt(word.start()),
                word.start(),
                word.end()));
      }
    }
    units.sort(Comparator.comparingInt(Unit::start));
    for (int i = 0; i < units.size(); i++) {
      for (Object key : units.get(i).keys()) {
        byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
      }
    }
  }

  private static List<Object> keys(Word word, Language language) {
    List<Object> keys = new ArrayList<>(word.concepts());
    keys.add(new Stem(word.stem(), language));
    if (Character.isUpperCase(word.text().codePointAt(0))) {
      keys.add(Token.fold(word.text()));
    }
    return keys;
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
    double likeness = 0;
    int here = indexAt(start);
    int there = other.indexAt(otherStart);
    for (int i = Math.max(0, here - REACH); i < Math.min(units.size(), here + REACH + 1); i++) {
      Unit unit = units.get(i);
      if (!unit.isIn(start, end)) {
        int near = other.nearest(unit, there, otherStart, otherEnd);
        double weight = unit.value().isPresent() ? VALUE_WEIGHT : 1;
        likeness += near > REACH ? 0 : 2 * weight / (Math.max(1, Math.abs(i - here)) + near);
      }
    }
    return likeness;
  }

  /** Returns how far from a place, at least 1, the nearest unit is that is like another. */
  private int nearest(Unit unit, int here, int start, int end) {
    int nearest = Integer.MAX_VALUE;
    for (Object key : unit.keys()) {
      List<Integer> places = byKey.getOrDefault(key, List.of());
      int found = Collections.binarySearch(places, here);
      int next = found < 0 ? -found - 1 : found;
      nearest = Math.min(nearest, distance(places, next, 1, here, start, end));
      nearest = Math.min(nearest, distance(places, next - 1, -1, here, start, end));
    }
    return nearest;
  }

  /** Goes from one place to the next until one is not in the span itself. */
  private int distance(List<Integer> places, int from, int step, int here, int start, int end) {
    for (int i = from; i >= 0 && i < places.size(); i += step) {
      if (!units.get(places.get(i)).isIn(start, end)) {
        return Math.max(1, Math.abs(places.get(i) - here));
      }
    }
    return Integer.MAX_VALUE;
  }

  /** Returns if the same word or value follows both places, with no more than one between. */
  public boolean isFollowedAlike(int end, Surroundings other, int otherEnd) {
    Set<Object> keys = new HashSet<>();
    after(end).forEach(unit -> keys.addAll(unit.keys()));
    return other.after(otherEnd).stream().anyMatch(u -> u.keys().stream().anyMatch(keys::contains));
  }

  /** Returns if nothing follows a place in its clause. */
  public boolean isLast(int end) {
    return after(end).isEmpty();
  }

  private List<Unit> after(int end) {
    int next = indexAt(end);
    while (next < units.size() && units.get(next).start() < end) {
      next++;
    }
    int clause = clauseAt(end - 1);
    return units.subList(next, Math.min(units.size(), next + 2)).stream()
        .filter(unit -> unit.clause() == clause)
        .toList();
  }

  /** Returns how much of what stands near a word stands near a word of another statement. */
  public double likeness(Word word, Surroundings other, Word there) {
    return likeness(word.start(), word.end(), other, there.start(), there.end());
  }

  /** Returns if the value nearest to a place is surely the one nearest to another. */
  public boolean isBesideSameValue(
      int start, int end, Surroundings other, int otherStart, int otherEnd) {
    Set<Value> values = nearestValues(start, end);
    return values.size() == 1 && values.equals(other.nearestValues(otherStart, otherEnd));
  }

  /** Returns if the value nearest to a place may be the one nearest to another. */
  public boolean mayBeBesideSameValue(
      int start, int end, Surroundings other, int otherStart, int otherEnd) {
    return nearestValues(start, end).stream()
        .anyMatch(other.nearestValues(otherStart, otherEnd)::contains);
  }

  /** The value close to a place, or two as close on either side. */
  private Set<Value> nearestValues(int start, int end) {
    int here = indexAt(start);
    int clause = clauseAt(start);
    Set<Value> values = new HashSet<>();
    for (int distance = 0; distance <= BESIDE && values.isEmpty(); distance++) {
      for (int i : new int[] {here + distance, here - distance}) {
        if (i >= 0 && i < units.size()) {
          Unit unit = units.get(i);
          if (!unit.isIn(start, end) && unit.clause() == clause) {
            unit.value().ifPresent(values::add);
          }
        }
      }
    }
    return values;
  }

  /** Returns the number of the clause that a place is in. */
  private int clauseAt(int offset) {
    int low = 0;
    int high = tokens.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (tokens.get(middle).start() <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return tokens.size() == 0 ? 0 : clauses.of(low);
  }

  /** Returns the number of the unit at a place, or of the next. */
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
