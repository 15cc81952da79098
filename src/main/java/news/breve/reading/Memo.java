package news.breve.reading;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was made of words: the same come again and again, in one article and in the next.
 * Each word has two places, of which another may take the second: it never grows. Threads share it
 * without a lock, for what they read of a place is whole; who loses a race makes the same again.
 */
final class Memo<T> {
  private record Made<T>(String word, T result) {}

  /** More words than an article has. */
  private static final int PLACES = 1 << 13;

  /** Longer words are rare, and would only take up room. */
  private static final int LONGEST = 32;

  /** An array of a generic type can only be made as one of the raw type. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private final @Nullable Made<T>[] places = new Made[PLACES];

  /**
   * Returns what is made of a word.
   *
   * @param make makes it, the same each time
   */
  T of(String word, Function<String, T> make) {
    if (word.length() > LONGEST) {
      return make.apply(word);
    }
    int hash = word.hashCode();
    int place = (hash ^ hash >>> 16) & PLACES - 1;
    Made<T> known = places[place];
    if (known != null && !known.word().equals(word)) {
      // Two words of an article that share a place would drive each other out all the time.
      place ^= 1;
      known = places[place];
    }
    if (known == null || !known.word().equals(word)) {
      known = new Made<>(word, make.apply(word));
      places[place] = known;
    }
    return known.result();
  }
}
