package news.breve.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Acts that turn who does them into whom they are done to, from {@code converses.tsv}: one sells
 * what the other buys.
 */
public final class Converses {
  private static final Map<String, Set<String>> CONVERSES = new HashMap<>();
  private static final Set<String> MUTUAL = new HashSet<>();
  private static final Set<String> VAGUE = new HashSet<>();

  static {
    for (List<String> row : Cells.rows("converses.tsv", 3)) {
      List<String> concepts = Cells.alternatives(row.get(1));
      if (row.get(0).equals("mutual")) {
        MUTUAL.addAll(concepts);
      } else if (row.get(0).equals("vague")) {
        VAGUE.addAll(concepts);
      } else {
        List<String> others = Cells.alternatives(row.get(2));
        concepts.forEach(concept -> add(concept, others));
        others.forEach(concept -> add(concept, concepts));
      }
    }
  }

  private Converses() {}

  private static void add(String concept, List<String> converses) {
    CONVERSES.computeIfAbsent(concept, c -> new HashSet<>()).addAll(converses);
  }

  /**
   * Returns if the order of two parties proves nothing: both may do it to each other, or the one
   * answers the other's act by it.
   */
  public static boolean isMutual(Word verb) {
    return verb.concepts().stream().anyMatch(MUTUAL::contains)
        || VAGUE.containsAll(verb.concepts());
  }

  /** Returns if one verb may say of the second party what another says of the first. */
  public static boolean are(Word verb, Word other) {
    return verb.concepts().stream()
        .anyMatch(concept ->
            CONVERSES.getOrDefault(concept, Set.of()).stream()
                .anyMatch(other.concepts()::contains));
  }

  /** Returns the concepts of every row, for a look whether the glossary has them. */
  static Set<String> concepts() {
    Set<String> all = new HashSet<>(MUTUAL);
    all.addAll(VAGUE);
    all.addAll(CONVERSES.keySet());
    return all;
  }
}
