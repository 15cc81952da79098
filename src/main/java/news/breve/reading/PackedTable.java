package news.breve.reading;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Texts by word, looked up in the bytes they lie in: to open a table of thousands of words takes no
 * longer than to read its bytes.
 *
 * <p>The bytes are the number of places, a power of two; for each place the hash of its word, and
 * where its entry begins, 0 for none; the entries: word, number of texts, texts. Numbers are
 * big-endian; a word has two bytes a character, a text is in UTF-8, and each has its length before
 * it.
 */
final class PackedTable {
  private static final int MAX_LENGTH = 0xFFFF;

  private final byte[] bytes;
  private final int[] hashes;
  private final int[] entries;

  /**
   * Opens a table.
   *
   * @param bytes as {@link #pack} makes them; the table keeps them
   */
  PackedTable(byte[] bytes) {
    this.bytes = bytes;
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int places = buffer.getInt();
    hashes = new int[places];
    entries = new int[places];
    buffer.asIntBuffer().get(hashes).get(entries);
  }

  /** Returns the bytes of a table, always the same for the same texts. */
  static byte[] pack(Map<String, List<String>> texts) {
    // A quarter of the places at least is free, so that a word that is not here soon meets one.
    int places = Integer.highestOneBit(Math.max(1, texts.size() * 4 / 3)) * 2;
    int[] hashes = new int[places];
    int[] entries = new int[places];
    int start = Integer.BYTES * (1 + 2 * places);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(packed);
        DataOutputStream head = new DataOutputStream(all)) {
      for (Map.Entry<String, List<String>> entry : new TreeMap<>(texts).entrySet()) {
        String word = entry.getKey();
        int place = first(word.hashCode(), places);
        while (entries[place] != 0) {
          place = place + 1 & places - 1;
        }
        hashes[place] = word.hashCode();
        entries[place] = start + out.size();
        out.writeShort(length(word.length()));
        out.writeChars(word);
        out.writeShort(length(entry.getValue().size()));
        for (String text : entry.getValue()) {
          byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
          out.writeShort(length(utf8.length));
          out.write(utf8);
        }
      }
      head.writeInt(places);
      for (int hash : hashes) {
        head.writeInt(hash);
      }
      for (int entry : entries) {
        head.writeInt(entry);
      }
      packed.writeTo(head);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toByteArray();
  }

  private static int length(int length) {
    if (length > MAX_LENGTH) {
      throw new IllegalArgumentException("a word or text of a table is too long, or has too many");
    }
    return length;
  }

  private static int first(int hash, int places) {
    return (hash ^ hash >>> 16) & places - 1;
  }

  /** Returns how many places there are. */
  int places() {
    return entries.length;
  }

  /** Returns the place of a word, −1 if it isn't here. */
  int place(String word) {
    int hash = word.hashCode();
    int place = first(hash, entries.length);
    while (entries[place] != 0) {
      if (hashes[place] == hash && isAt(entries[place], word)) {
        return place;
      }
      place = place + 1 & entries.length - 1;
    }
    return -1;
  }

  private boolean isAt(int entry, String word) {
    if (number(entry) != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (number(entry + Short.BYTES * (1 + i)) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int number(int at) {
    return (bytes[at] & 0xFF) << Byte.SIZE | (bytes[at + 1] & 0xFF);
  }

  /** Returns if a word is here. */
  boolean has(String word) {
    return place(word) >= 0;
  }

  /** Returns the only text of a word, null if it isn't here. */
  @Nullable String text(String word) {
    int place = place(word);
    return place < 0 ? null : texts(place).getFirst();
  }

  /** Returns the texts of the word at a place, in their order. */
  List<String> texts(int place) {
    int at = entries[place];
    at += Short.BYTES * (1 + number(at));
    int count = number(at);
    at += Short.BYTES;
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int length = number(at);
      texts.add(new String(bytes, at + Short.BYTES, length, StandardCharsets.UTF_8));
      at += Short.BYTES + length;
    }
    return texts;
  }
}
