package news.breve.reading;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was made of words: the same come again and again, in one article and in the next.
 * Each word has one place, which another may take: it never grows. Threads share it without a lock,
 * for what they read of a place is whole; who loses a race makes the same again.
 */
final class Memo {
  private record Made(String word, String result) {}

  /** More words than an article has. */
  private static final int PLACES = 1 << 13;

  /** Longer words are rare, and would only take up room. */
  private static final int LONGEST = 32;

  private final @Nullable Made[] places = new Made[PLACES];

  /**
   * Returns what is made of a word.
   *
   * @param make makes it, the same each time
   */
  String of(String word, UnaryOperator<String> make) {
    if (word.length() > LONGEST) {
      return make.apply(word);
    }
    int hash = word.hashCode();
    int place = (hash ^ hash >>> 16) & PLACES - 1;
    Made known = places[place];
    if (known == null || !known.word().equals(word)) {
      known = new Made(word, make.apply(word));
      places[place] = known;
    }
    return known.result();
  }
}
