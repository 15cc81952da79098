package news.breve.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.breve.article.Language;

/** Words that may stand for any act or thing, from {@code light-words.tsv}: « mettre », "put". */
public final class LightWords {
  private static final List<List<String>> ROWS = Cells.rows("light-words.tsv", 2);
  private static final LightWords FRENCH = new LightWords(Language.FRENCH);
  private static final LightWords ENGLISH = new LightWords(Language.ENGLISH);

  private final Set<String> stems = new HashSet<>();

  private LightWords(Language language) {
    Stemmer stemmer = new Stemmer(language);
    for (List<String> row : ROWS) {
      Cells.alternatives(row.get(language == Language.FRENCH ? 0 : 1))
          .forEach(word -> stems.add(stemmer.stem(word)));
    }
  }

  /** Returns the light words of a language. */
  public static LightWords of(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }

  /** Returns if a word is one of them. */
  public boolean has(Word word) {
    return stems.contains(word.stem());
  }
}
