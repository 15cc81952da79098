package news.breve.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.breve.article.Language;

/** Words of a table with French and English side by side, known by their stems. */
public final class WordTable {
  private static final String LIGHT = "light-words.tsv";
  private static final String GENERAL = "general-nouns.tsv";
  private static final WordTable FRENCH_LIGHT = new WordTable(LIGHT, Language.FRENCH);
  private static final WordTable ENGLISH_LIGHT = new WordTable(LIGHT, Language.ENGLISH);
  private static final WordTable FRENCH_GENERAL = new WordTable(GENERAL, Language.FRENCH);
  private static final WordTable ENGLISH_GENERAL = new WordTable(GENERAL, Language.ENGLISH);

  private final Set<String> stems = new HashSet<>();

  private WordTable(String table, Language language) {
    Stemmer stemmer = new Stemmer(language);
    for (List<String> row : Cells.rows(table, 2)) {
      Cells.alternatives(row.get(language == Language.FRENCH ? 0 : 1))
          .forEach(word -> stems.add(stemmer.stem(word)));
    }
  }

  /**
   * Returns the words that may stand for any act or thing, from {@code light-words.tsv}: « mettre
   * », "put".
   */
  public static WordTable lightWords(Language language) {
    return language == Language.FRENCH ? FRENCH_LIGHT : ENGLISH_LIGHT;
  }

  /**
   * Returns the nouns for things of many kinds, from {@code general-nouns.tsv}: a turbine is a
   * machine.
   */
  public static WordTable generalNouns(Language language) {
    return language == Language.FRENCH ? FRENCH_GENERAL : ENGLISH_GENERAL;
  }

  /** Returns if a word is one of them. */
  public boolean has(Word word) {
    return stems.contains(word.stem());
  }
}
