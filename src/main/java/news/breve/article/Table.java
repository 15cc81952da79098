package news.breve.article;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Language knowledge as data: a UTF-8 resource with one row a line, its columns separated by a tab.
 * Blank lines and lines that begin with {@code #} are for people.
 */
public final class Table {
  private Table() {}

  /**
   * Returns the rows of a table, each with exactly {@code columns} stripped cells; a cell may be
   * empty.
   *
   * @param anchor a class of the package that holds the resource
   * @param resource the resource's name relative to {@code anchor}
   * @throws IllegalStateException if there is no such resource, or a row has another number of
   *     columns: the message names file and line
   */
  public static List<List<String>> read(Class<?> anchor, String resource, int columns) {
    try (InputStream stream = anchor.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(
            "no table " + resource + " beside " + anchor.getSimpleName());
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      if (text.indexOf('\uFFFD') >= 0) {
        throw new IllegalStateException(resource + " is not UTF-8");
      }
      return parse(resource, text, columns);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the table " + resource, e);
    }
  }

  /** Returns what stands between separators, stripped; by hand, for it is done before all else. */
  public static List<String> split(String line, char separator) {
    return split(line, 0, line.length(), separator);
  }

  private static List<String> split(String text, int from, int to, char separator) {
    List<String> parts = new ArrayList<>();
    int start = from;
    for (int end = from; end <= to; end++) {
      if (end == to || text.charAt(end) == separator) {
        parts.add(stripped(text, start, end));
        start = end + 1;
      }
    }
    return List.copyOf(parts);
  }

  private static String stripped(String text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static List<List<String>> parse(String name, String text, int columns) {
    List<List<String>> rows = new ArrayList<>();
    int number = 0;
    int next;
    for (int start = 0; start < text.length(); start = next) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      next = end + 1;
      number++;
      if (text.charAt(start) == '#' || stripped(text, start, end).isEmpty()) {
        continue;
      }
      List<String> row = split(text, start, end, '\t');
      if (row.size() != columns) {
        throw new IllegalStateException(
            name + ":" + number + ": " + row.size() + " columns where " + columns + " are due");
      }
      rows.add(row);
    }
    return List.copyOf(rows);
  }
}
