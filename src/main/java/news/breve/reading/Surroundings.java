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

  /** What a name and a word that may stand for anything count of a clause that is told. */
  private static final double LIGHT_WEIGHT = 0.3;

  /** Words between a place and the value beside it. */
  private static final int BESIDE = 3;

  /** A word's stem, which means something in its own language only. */
  private record Stem(String stem, Language language) {}

  /** A word or a value, known by any of its keys; light if it may stand for anything. */
  private record Unit(
      List<Object> keys, Optional<Value> value, boolean light, int clause, int start, int end) {
    boolean isIn(int from, int to) {
      return start >= from && end <= to;
    }

    boolean isName() {
      return keys.stream().anyMatch(String.class::isInstance)
          && keys.stream()
              .filter(String.class::isInstance)
              .map(String.class::cast)
              .anyMatch(key -> Character.isUpperCase(key.codePointAt(0)));
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
              false,
              clauseAt(mention.start()),
              mention.start(),
              mention.end()));
    }
    int next = 0;
    for (Word word : statement.words()) {
      while (next < values.size() && values.get(next).end() <= word.start()) {
        next++;
      }
      if (next == values.size() || values.get(next).start() >= word.end()) {
        units.add(
            new Unit(
                keys(word, statement.language()),
                Optional.empty(),
                isLight(word, statement.language()),
                clauseAt(word.start()),
                word.start(),
                word.end()));
      }
    }
    units.sort(Comparator.comparingInt(Unit::start));
    for (int i = 0; i < units.size(); i++) {
      for (Object key : units.get(i).keys()) {
        byKey.computeIfAbsent(key, k -> new ArrayList<>(2)).add(i);
      }
    }
  }

  /** What names may stand in one text and not in another that tells the same: she, the club. */
  private static boolean isLight(Word word, Language language) {
    return Character.isUpperCase(word.text().codePointAt(0))
        || WordTable.lightWords(language).has(word);
  }

  private static List<Object> keys(Word word, Language language) {
    List<Object> keys = new ArrayList<>(word.concepts().size() + 2);
    keys.addAll(word.concepts());
    keys.add(new Stem(word.stem(), language));
    if (Character.isUpperCase(word.text().codePointAt(0))) {
      keys.add(Folding.fold(word.text()));
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
    return isAlike(after(end), other.after(otherEnd));
  }

  private static boolean isTime(Value value) {
    return switch (value) {
      case Value.Date date -> true;
      case Value.Weekday weekday -> true;
      case Value.RelativeDay day -> true;
      case Value.Time time -> true;
      default -> false;
    };
  }

  private static boolean isAlike(List<Unit> some, List<Unit> others) {
    Set<Object> keys = new HashSet<>();
    some.forEach(unit -> keys.addAll(unit.keys()));
    return others.stream().anyMatch(u -> u.keys().stream().anyMatch(keys::contains));
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

  /**
   * Returns how much one clause of another statement tells of a clause, apart from some words: the
   * share of its words and values that stand there.
   *
   * @param start UTF-16 offset of the words that don't count
   * @param end UTF-16 offset after them
   */
  public double told(int clause, int start, int end, Surroundings other) {
    return told(clause, start, end, other, toldIn(clause, start, end, other));
  }

  /** Returns which clause of another statement tells most of a clause; −1 if none does. */
  public int toldIn(int clause, int start, int end, Surroundings other) {
    int best = -1;
    double most = 0;
    int last = -1;
    for (Unit unit : other.units) {
      if (unit.clause() != last) {
        last = unit.clause();
        double told = told(clause, start, end, other, last);
        if (told > most) {
          most = told;
          best = last;
        }
      }
    }
    return best;
  }

  private double told(int clause, int start, int end, Surroundings other, int within) {
    double all = 0;
    double told = 0;
    int heavy = 0;
    int heavyTold = 0;
    for (Unit unit : units) {
      if (unit.clause() == clause && !unit.isIn(start, end)) {
        double weight = unit.light() ? LIGHT_WEIGHT : 1;
        boolean has = other.has(unit, within);
        all += weight;
        told += has ? weight : 0;
        heavy += unit.light() ? 0 : 1;
        heavyTold += has && !unit.light() ? 1 : 0;
      }
    }
    boolean little = heavyTold < 2 && heavy > 2;
    return all == 0 ? 0 : told / (little ? 2 * all : all);
  }

  private boolean has(Unit unit, int clause) {
    for (Object key : unit.keys()) {
      for (int i : byKey.getOrDefault(key, List.of())) {
        if (units.get(i).clause() == clause) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns how much of what stands near a word stands near a word of another statement. */
  public double likeness(Word word, Surroundings other, Word there) {
    return likeness(word.start(), word.end(), other, there.start(), there.end());
  }

  /** Returns if the value nearest to a place is surely the one nearest to another. */
  public boolean isBesideSameValue(
      int start, int end, Surroundings other, int otherStart, int otherEnd) {
    Set<Value> values = nearestValues(start, end, true);
    return values.size() == 1 && values.equals(other.nearestValues(otherStart, otherEnd, true));
  }

  /** Returns if the amount nearest to a place is surely the one nearest to another. */
  public boolean isBesideSameAmount(
      int start, int end, Surroundings other, int otherStart, int otherEnd) {
    Set<Value> values = nearestValues(start, end, false);
    return values.size() == 1 && values.equals(other.nearestValues(otherStart, otherEnd, false));
  }

  /** Returns if the last name before two places, in their clauses, is the same. */
  public boolean isAfterSameName(int start, Surroundings other, int otherStart) {
    return other.lastName(otherStart).stream().anyMatch(lastName(start)::contains);
  }

  private List<Object> lastName(int start) {
    int clause = clauseAt(start);
    for (int i = indexAt(start) - 1; i >= 0 && units.get(i).clause() == clause; i--) {
      if (units.get(i).isName()) {
        return units.get(i).keys();
      }
    }
    return List.of();
  }

  /** The value close to a place, or two as close on either side. */
  private Set<Value> nearestValues(int start, int end, boolean times) {
    int here = indexAt(start);
    int clause = clauseAt(start);
    Set<Value> values = new HashSet<>();
    for (int distance = 0; distance <= BESIDE && values.isEmpty(); distance++) {
      for (int i : new int[] {here + distance, here - distance}) {
        if (i >= 0 && i < units.size()) {
          Unit unit = units.get(i);
          if (!unit.isIn(start, end) && unit.clause() == clause) {
            unit.value().filter(value -> times || !isTime(value)).ifPresent(values::add);
          }
        }
      }
    }
    return values;
  }

  /** Returns the number of the clause that a place is in. */
  public int clauseOf(int offset) {
    return clauseAt(offset);
  }

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
