package news.breve.reading;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was made of words: the same come again and again, in one article and in the next.
 * Two places are for the two last words that share them: it never grows. Threads share it without a
 * lock, for what they read of a place is whole; who loses a race makes the same again.
 */
final class Memo<T> {
  private record Made<T>(String word, T result) {}

  /** So many more than an article has words that seldom three of them share two places. */
  private static final int PLACES = 1 << 14;

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
    int first = (hash ^ hash >>> 16) & PLACES - 2;
    Made<T> known = places[first];
    if (known != null && known.word().equals(word)) {
      return known.result();
    }
    Made<T> other = places[first + 1];
    if (other == null || !other.word().equals(word)) {
      other = new Made<>(word, make.apply(word));
      places[first + 1] = known;
      places[first] = other;
    }
    return other.result();
  }
}
