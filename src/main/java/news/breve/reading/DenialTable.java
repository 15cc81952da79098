package news.breve.reading;

import java.util.List;
import java.util.Locale;
import news.breve.article.Language;

/** The words of a language that deny, from {@code negations.tsv}. */
final class DenialTable {
  /**
   * A row of the table.
   *
   * @param sense its number, the same in both languages
   */
  record Entry(DenyingWords.Kind kind, int sense) {}

  private static final List<List<String>> ROWS = Cells.rows("negations.tsv", 3);
  private static final DenialTable FRENCH = new DenialTable(Language.FRENCH);
  private static final DenialTable ENGLISH = new DenialTable(Language.ENGLISH);

  private final Lexicon<Entry> words;
  private final Lexicon<DenyingWords.Kind> light;

  private DenialTable(Language language) {
    words = new Lexicon<>(language);
    light = new Lexicon<>(language);
    int sense = 0;
    for (List<String> row : ROWS) {
      DenyingWords.Kind kind = DenyingWords.Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT));
      String cell = row.get(language == Language.FRENCH ? 1 : 2);
      if (kind == DenyingWords.Kind.LIGHT) {
        light.addAll(cell, kind);
      } else {
        words.addAll(cell, new Entry(kind, sense++));
      }
    }
  }

  static DenialTable of(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }

  Lexicon<Entry> words() {
    return words;
  }

  /** Returns the verbs with whose denial their object is denied. */
  Lexicon<DenyingWords.Kind> light() {
    return light;
  }
}
