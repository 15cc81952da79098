package news.breve.writing;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import news.breve.article.Table;
import org.jspecify.annotations.Nullable;

/**
 * Which counts are worth listing, from {@code fact-units.tsv}.
 *
 * @param little units that say little alone
 * @param grave units that are news from one on
 * @param toll the dead and the hurt
 * @param definite words before a number by which its things are known already
 */
record FactUnits(Set<String> little, Set<String> grave, Set<String> toll, Set<String> definite) {
  static FactUnits load() {
    List<List<String>> rows = Table.read(FactUnits.class, "fact-units.tsv", 2);
    return new FactUnits(
        cells(rows, "little"), cells(rows, "grave"), cells(rows, "toll"), cells(rows, "definite"));
  }

  private static Set<String> cells(List<List<String>> rows, String kind) {
    return rows.stream()
        .filter(row -> row.get(0).equals(kind))
        .flatMap(row -> Arrays.stream(row.get(1).split(";", -1)))
        .collect(Collectors.toUnmodifiableSet());
  }

  boolean saysLittle(String unit) {
    return little.contains(unit);
  }

  boolean isGrave(@Nullable String unit) {
    return unit != null && grave.contains(unit);
  }

  boolean isToll(@Nullable String unit) {
    return unit != null && toll.contains(unit);
  }

  /** Returns if the words before a number end with one that makes it definite. */
  boolean isDefinite(String before) {
    String words = before.stripTrailing();
    int start = words.length();
    while (start > 0 && Character.isLetter(words.charAt(start - 1))) {
      start--;
    }
    return definite.contains(words.substring(start).toLowerCase(java.util.Locale.ROOT));
  }
}
