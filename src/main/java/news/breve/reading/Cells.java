package news.breve.reading;

import java.util.List;
import java.util.function.Predicate;
import news.breve.article.Language;
import news.breve.article.Table;

/** Tables of this room: cells hold alternatives separated by semicolons, a lone hyphen is none. */
final class Cells {
  private Cells() {}

  static List<List<String>> rows(String table, int columns) {
    return Table.read(Cells.class, table, columns);
  }

  static List<String> alternatives(String cell) {
    return cell.equals("-") ? List.of() : Table.split(cell, ';');
  }

  /** Returns the first alternative of a cell that has one. */
  static String first(String cell) {
    int end = cell.indexOf(';');
    return end < 0 ? cell : cell.substring(0, end).strip();
  }

  /**
   * Returns the phrases of one language in a table whose last two columns are French and English.
   *
   * @param valued turns a row into what its phrases mean
   */
  static <T> Phrases<T> phrases(
      List<List<String>> rows,
      Phrases.Key key,
      Language language,
      Predicate<List<String>> wanted,
      java.util.function.Function<List<String>, T> valued) {
    Phrases<T> phrases = new Phrases<>(key, language);
    int column = language == Language.FRENCH ? 2 : 1;
    for (List<String> row : rows) {
      if (wanted.test(row)) {
        phrases.addAll(row.get(row.size() - column), valued.apply(row));
      }
    }
    return phrases;
  }
}
