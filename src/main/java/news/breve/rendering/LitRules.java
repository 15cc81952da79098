package news.breve.rendering;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rules of the style sheet by which pointing at an item, or being in it with the keyboard,
 * lights what it rests on, and the reverse. One pair an item, so that no script is needed.
 */
final class LitRules {
  /** A headline, eight sentences and more facts than any brief has. */
  static final int MOST = 64;

  private static final String POINTED = ":is(:hover,:focus-within)";

  private LitRules() {}

  /** Returns the rules for the items of numbers below {@code items}. */
  static String of(int items) {
    return selectors(items, ".brief:has(.i%1$d" + POINTED + ") .by%1$d")
        + "{--lit:var(--light);--strong:var(--mark)}\n"
        + selectors(items, ".brief:has(.by%1$d" + POINTED + ") .i%1$d")
        + "{--lit:var(--light);--strong:var(--mark)}\n";
  }

  private static String selectors(int items, String selector) {
    return IntStream.range(0, items).mapToObj(selector::formatted).collect(Collectors.joining(","));
  }
}
