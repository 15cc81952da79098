package news.breve.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads CSV to the letter of RFC 4180, 2: what is not of its grammar fails. */
public final class CsvFile {
  private static final Pattern FIELD =
      Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*)\"|([^\",\\r\\n]*))(,|\\r\\n)");

  private CsvFile() {}

  /** Returns the rows after the header, by its names. */
  public static List<Map<String, String>> read(String csv) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    int end = 0;
    for (MatchResult field : FIELD.matcher(csv).results().toList()) {
      row.add(field.group(1) == null ? field.group(2) : field.group(1).replace("\"\"", "\""));
      end = field.end();
      if (field.group(3).equals("\r\n")) {
        rows.add(row);
        row = new ArrayList<>();
      }
    }
    assertThat(end).as("all of it is CSV").isEqualTo(csv.length());
    List<String> header = rows.removeFirst();
    List<Map<String, String>> named = new ArrayList<>();
    for (List<String> cells : rows) {
      assertThat(cells).hasSameSizeAs(header);
      Map<String, String> fields = new LinkedHashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        fields.put(header.get(i), cells.get(i));
      }
      named.add(fields);
    }
    return named;
  }
}
