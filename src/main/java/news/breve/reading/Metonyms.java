package news.breve.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names that one language may have where the other has another, from {@code metonyms.tsv}: a
 * capital for its government, a continent for the country.
 */
final class Metonyms {
  private static final Map<String, Set<String>> NAMES = read();

  private static final Set<String> GOVERNED =
      Cells.rows("metonyms.tsv", 2).stream()
          .map(List::getFirst)
          .collect(Collectors.toUnmodifiableSet());

  private Metonyms() {}

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> names = new HashMap<>();
    for (List<String> row : Cells.rows("metonyms.tsv", 2)) {
      for (String other : Cells.alternatives(row.get(1))) {
        names.computeIfAbsent(row.get(0), name -> new HashSet<>()).add(other);
        names.computeIfAbsent(other, name -> new HashSet<>()).add(row.get(0));
      }
    }
    return names;
  }

  /** Returns if a place has a seat of government in the table, as countries have. */
  static boolean isCountry(Value value) {
    return value instanceof Value.Place(String place) && GOVERNED.contains(place);
  }

  /** Returns if a place or body may stand for another. */
  static boolean has(Value value) {
    return NAMES.containsKey(key(value));
  }

  /**
   * Returns if two places or bodies may stand for one another, by the table or as a team for its
   * town: the Montreal Canadiens, Montreal.
   */
  static boolean areRelated(Value one, Value other) {
    return NAMES.getOrDefault(key(one), Set.of()).contains(key(other))
        || isOfTown(one, other)
        || isOfTown(other, one);
  }

  private static boolean isOfTown(Value body, Value town) {
    return body instanceof Value.Organization(String name)
        && town instanceof Value.Place(String place)
        && name.startsWith(place)
        && name.startsWith(" ", place.length());
  }

  private static String key(Value value) {
    return switch (value) {
      case Value.Place(String place) -> place;
      case Value.Organization(String organization) -> organization;
      default -> "";
    };
  }
}
