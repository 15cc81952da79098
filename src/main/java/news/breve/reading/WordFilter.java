package news.breve.reading;

import java.util.Collection;

/**
 * Tells of most words, without looking them up, that they are not in a set: a Bloom filter with one
 * bit a word. Most words of a text are in no table.
 */
final class WordFilter {
  private static final int BITS_PER_WORD = 8;

  private final long[] bits;

  WordFilter(Collection<String> words) {
    int longs = Math.max(1, words.size() * BITS_PER_WORD / Long.SIZE);
    bits = new long[Integer.highestOneBit(longs * 2 - 1)];
    for (String word : words) {
      int hash = spread(word);
      bits[place(hash)] |= 1L << hash;
    }
  }

  /** Returns false if a word is not in the set; true says nothing. */
  boolean mayHave(String word) {
    int hash = spread(word);
    return (bits[place(hash)] & 1L << hash) != 0;
  }

  /** The lowest six bits choose the bit, those above them the long. */
  private int place(int hash) {
    return hash >>> 6 & bits.length - 1;
  }

  private static int spread(String word) {
    int hash = word.hashCode();
    return hash ^ hash >>> 16;
  }
}
