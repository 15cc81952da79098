package news.breve.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.breve.article.Language;

/** The rows of the tables {@code glossary-*.tsv} and {@code institution-*.tsv}, read. */
final class GlossaryRows {
  private static final List<String> TABLES_OF_ACTS =
      List.of("glossary-verbs.tsv", "glossary-acts.tsv");
  private static final List<String> TABLES_OF_THINGS =
      List.of(
          "glossary-nouns.tsv",
          "glossary-people.tsv",
          "glossary-objects.tsv",
          "glossary-society.tsv",
          "glossary-relations.tsv");
  private static final List<String> TABLES_OF_QUALITIES =
      List.of("glossary-adjectives.tsv", "glossary-qualities.tsv");

  /** Verbs, the nouns made of them, and their phrases. */
  static final List<Row> ACTS;

  static final List<Row> THINGS;
  static final List<Row> ALL;
  static final List<Row> BODIES;
  static final List<Row> NAMES;

  static {
    // Each table is read once for all that is made of it.
    Map<String, Integer> taken = new HashMap<>();
    ACTS = rows(TABLES_OF_ACTS, taken);
    THINGS = rows(TABLES_OF_THINGS, taken);
    List<Row> all = new ArrayList<>(ACTS);
    all.addAll(THINGS);
    all.addAll(rows(TABLES_OF_QUALITIES, taken));
    ALL = List.copyOf(all);
    BODIES = rows(List.of("institution-words.tsv"), new HashMap<>());
    List<Row> names = new ArrayList<>(BODIES);
    names.addAll(rows(List.of("institution-qualities.tsv"), new HashMap<>()));
    NAMES = List.copyOf(names);
  }

  private GlossaryRows() {}

  /** A row of a table: French forms and English ones, separated by semicolons. */
  record Row(String concept, String french, String english) {
    List<String> forms(Language language) {
      return Cells.alternatives(language == Language.FRENCH ? french : english);
    }
  }

  private static List<Row> rows(List<String> tables, Map<String, Integer> taken) {
    List<Row> rows = new ArrayList<>();
    for (String table : tables) {
      for (List<String> cells : Cells.rows(table, 2)) {
        String first = Cells.first(cells.get(1));
        int times = taken.merge(first, 1, Integer::sum);
        rows.add(new Row(times == 1 ? first : first + " " + times, cells.get(0), cells.get(1)));
      }
    }
    return List.copyOf(rows);
  }
}
