package news.breve.article;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
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
      // A decoder, not a charset: a wrong byte is an error rather than a U+FFFD in a table.
      return parse(
          resource,
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8.newDecoder())),
          columns);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the table " + resource, e);
    }
  }

  /** Returns what stands between separators, stripped; by hand, for it is done before all else. */
  public static List<String> split(String line, char separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int end = line.indexOf(separator); end >= 0; end = line.indexOf(separator, start)) {
      parts.add(line.substring(start, end).strip());
      start = end + 1;
    }
    parts.add(line.substring(start).strip());
    return List.copyOf(parts);
  }

  private static List<List<String>> parse(String name, BufferedReader reader, int columns)
      throws IOException {
    List<List<String>> rows = new ArrayList<>();
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> row = split(line, '\t');
      if (row.size() != columns) {
        throw new IllegalStateException(
            name + ":" + number + ": " + row.size() + " columns where " + columns + " are due");
      }
      rows.add(row);
    }
    return List.copyOf(rows);
  }
}
