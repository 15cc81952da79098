package news.breve.batch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.BitSet;
import news.breve.article.Sha256;

/**
 * Finds the records of earlier runs by what they are about, in about 40 bytes each, for there may
 * be millions. Of inputs that are alike in name and content each finds a record of its own.
 */
final class RecordIndex {
  static final int NONE = -1;

  private static final int FEWEST_SLOTS = 1 << 10;

  private long[] offsets = new long[FEWEST_SLOTS];
  private long[] keys = new long[FEWEST_SLOTS];
  private int[] slots = newSlots(FEWEST_SLOTS);
  private final BitSet failed = new BitSet();
  private final BitSet taken = new BitSet();
  private int size;

  private static int[] newSlots(int count) {
    int[] slots = new int[count];
    Arrays.fill(slots, NONE);
    return slots;
  }

  /**
   * Returns what stands for an input: 64 bits of a digest. Were two of ten million alike, which has
   * a chance of one in 300,000, one of them would be briefed again.
   */
  static long key(String source, String inputSha256) {
    MessageDigest digest = Sha256.digest();
    digest.update(inputSha256.getBytes(StandardCharsets.US_ASCII));
    return ByteBuffer.wrap(digest.digest(source.getBytes(StandardCharsets.UTF_8))).getLong();
  }

  /** Adds the next record. */
  void add(long key, long offset, boolean isFailed) {
    if (size == offsets.length) {
      offsets = Arrays.copyOf(offsets, 2 * size);
      keys = Arrays.copyOf(keys, 2 * size);
    }
    if (2 * (size + 1) > slots.length) {
      slots = newSlots(2 * slots.length);
      for (int i = 0; i < size; i++) {
        place(i);
      }
    }
    offsets[size] = offset;
    keys[size] = key;
    failed.set(size, isFailed);
    place(size++);
  }

  private void place(int record) {
    int slot = slot(keys[record]);
    while (slots[slot] != NONE) {
      slot = (slot + 1) % slots.length;
    }
    slots[slot] = record;
  }

  private int slot(long key) {
    return Math.floorMod(key, slots.length);
  }

  /** Returns how many records there are. */
  int size() {
    return size;
  }

  /** Returns where a record begins. */
  long offset(int record) {
    return offsets[record];
  }

  /**
   * Takes a record that nobody took yet, of a brief if there is one; {@link #NONE} if there is
   * none.
   */
  int take(long key) {
    int found = NONE;
    for (int slot = slot(key); slots[slot] != NONE; slot = (slot + 1) % slots.length) {
      int record = slots[slot];
      if (keys[record] == key && !taken.get(record)) {
        if (!failed.get(record)) {
          found = record;
          break;
        }
        if (found == NONE) {
          found = record;
        }
      }
    }
    if (found != NONE) {
      taken.set(found);
    }
    return found;
  }
}
