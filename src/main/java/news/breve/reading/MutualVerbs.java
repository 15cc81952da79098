package news.breve.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Acts of which the order of two parties proves nothing, from {@code mutual-verbs.tsv}: both may do
 * it to each other, or the one answers the other's act by it.
 */
public final class MutualVerbs {
  private static final Set<String> MUTUAL = new HashSet<>();
  private static final Set<String> VAGUE = new HashSet<>();

  static {
    for (List<String> row : Cells.rows("mutual-verbs.tsv", 2)) {
      (row.get(0).equals("vague") ? VAGUE : MUTUAL).addAll(Cells.alternatives(row.get(1)));
    }
  }

  private MutualVerbs() {}

  /**
   * Returns if a verb that the glossary knows is one of them, or may be nothing but a vague one.
   */
  public static boolean has(Word verb) {
    Set<String> concepts = verb.concepts();
    return concepts.stream().anyMatch(MUTUAL::contains)
        || (!concepts.isEmpty() && VAGUE.containsAll(concepts));
  }

  /** Returns the concepts of every row, for a look whether the glossary has them. */
  static Set<String> concepts() {
    Set<String> all = new HashSet<>(MUTUAL);
    all.addAll(VAGUE);
    return all;
  }
}
