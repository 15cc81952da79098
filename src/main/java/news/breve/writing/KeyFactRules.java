package news.breve.writing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import news.breve.article.Table;
import news.breve.reading.Value;
import org.jspecify.annotations.Nullable;

/**
 * Which facts are worth listing, from {@code key-facts.tsv}.
 *
 * @param little units that say little alone
 * @param grave units that are news from one on
 * @param toll the dead and the hurt
 * @param definite words before a number by which its things are known already
 * @param ambiguous places whose name may mean another place, which has another name in the other
 *     language
 */
record KeyFactRules(
    Set<String> little,
    Set<String> grave,
    Set<String> toll,
    Set<String> definite,
    Set<String> ambiguous) {
  static KeyFactRules load() {
    List<List<String>> rows = Table.read(KeyFactRules.class, "key-facts.tsv", 2);
    return new KeyFactRules(
        cells(rows, "little"),
        cells(rows, "grave"),
        cells(rows, "toll"),
        cells(rows, "definite"),
        cells(rows, "ambiguous"));
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

  boolean isAmbiguous(Value.Place place) {
    return ambiguous.contains(place.place());
  }

  /** Returns if the words before a number end with one that makes it definite. */
  boolean isDefinite(String before) {
    String words = before.stripTrailing();
    int start = words.length();
    while (start > 0 && Character.isLetter(words.charAt(start - 1))) {
      start--;
    }
    return definite.contains(words.substring(start).toLowerCase(Locale.ROOT));
  }
}
