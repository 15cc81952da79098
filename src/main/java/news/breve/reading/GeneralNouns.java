package news.breve.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.breve.article.Language;

/** Nouns for things of many kinds, from {@code general-nouns.tsv}: a turbine is a machine. */
public final class GeneralNouns {
  private static final List<List<String>> ROWS = Cells.rows("general-nouns.tsv", 2);
  private static final GeneralNouns FRENCH = new GeneralNouns(Language.FRENCH);
  private static final GeneralNouns ENGLISH = new GeneralNouns(Language.ENGLISH);

  private final Set<String> stems = new HashSet<>();

  private GeneralNouns(Language language) {
    Stemmer stemmer = new Stemmer(language);
    for (List<String> row : ROWS) {
      Cells.alternatives(row.get(language == Language.FRENCH ? 0 : 1))
          .forEach(word -> stems.add(stemmer.stem(word)));
    }
  }

  /** Returns the general nouns of a language. */
  public static GeneralNouns of(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }

  /** Returns if a word is one of them. */
  public boolean has(Word word) {
    return stems.contains(word.stem());
  }
}
