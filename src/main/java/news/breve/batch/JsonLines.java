package news.breve.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON Lines (jsonlines.org) a line at a time: one JSON value a line, UTF-8, ended by a line
 * feed with or without a carriage return before it. Blank lines count and are passed over, as is a
 * byte order mark. However long a line is, no more of it is held than an article may have.
 */
final class JsonLines implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final int longest;
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;
  private long number;
  private long filled;

  /**
   * Reads a stream.
   *
   * @param longest most bytes of a line that are held; of a longer one, one more is
   */
  JsonLines(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /**
   * A line.
   *
   * @param number counts from 1
   * @param offset where it begins, in bytes
   * @param bytes without its end; cut if there are too many
   * @param ended if it had its line feed
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Line(long number, long offset, byte[] bytes, boolean ended) {}

  /** Returns the next line that isn't blank, null at the end. */
  @Nullable Line next() throws IOException {
    while (true) {
      Line line = line();
      if (line == null || !isBlank(line.bytes())) {
        return line;
      }
    }
  }

  /** Returns how many bytes were read. */
  long position() {
    return filled - (to - from);
  }

  private @Nullable Line line() throws IOException {
    long offset = position();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long length = 0;
    boolean ended = false;
    while (!ended && fill()) {
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      line.write(buffer, from, Math.min(end - from, longest + 1 - line.size()));
      length += end - from;
      ended = end < to;
      from = ended ? end + 1 : end;
    }
    if (position() == offset) {
      return null;
    }
    number++;
    return new Line(number, offset, trimmed(line.toByteArray(), length), ended);
  }

  /** The carriage return of a line that was cut is not at its end. */
  private byte[] trimmed(byte[] line, long length) {
    int start = number == 1 && startsWithMark(line) ? BYTE_ORDER_MARK.length : 0;
    int end = line.length;
    if (end > start && end == length && line[end - 1] == '\r') {
      end--;
    }
    return start == 0 && end == line.length ? line : Arrays.copyOfRange(line, start, end);
  }

  private boolean fill() throws IOException {
    if (from < to) {
      return true;
    }
    from = 0;
    to = Math.max(in.read(buffer), 0);
    filled += to;
    return to > 0;
  }

  private static boolean startsWithMark(byte[] line) {
    return line.length >= BYTE_ORDER_MARK.length
        && Arrays.mismatch(
                line, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length)
            < 0;
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
