package news.breve.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words beside which another word means something, or doesn't, from {@code context-words.tsv}: what
 * stands before a month, after a half, in a name.
 */
public final class ContextWords {
  private static final Map<String, Set<String>> BY_USE = new HashMap<>();

  static {
    for (List<String> row : Cells.rows("context-words.tsv", 3)) {
      Set<String> words = BY_USE.computeIfAbsent(row.get(0), use -> new HashSet<>());
      for (String cell : row.subList(1, row.size())) {
        Cells.alternatives(cell).forEach(word -> words.add(Folding.fold(word)));
      }
    }
  }

  private ContextWords() {}

  /**
   * Returns the words of both languages for one use, in lower case and without accents.
   *
   * @param use the first cell of their row
   * @throws IllegalArgumentException if the table has no such row
   */
  public static Set<String> of(String use) {
    Set<String> words = BY_USE.get(use);
    if (words == null) {
      throw new IllegalArgumentException("context-words.tsv has no " + use);
    }
    return Set.copyOf(words);
  }
}
