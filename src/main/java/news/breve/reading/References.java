package news.breve.reading;

import java.util.List;
import news.breve.article.Language;

/** Words that speak of what another sentence names, from {@code references.tsv}. */
final class References {
  private static final List<List<String>> ROWS = Cells.rows("references.tsv", 2);
  private static final References FRENCH = new References(Language.FRENCH);
  private static final References ENGLISH = new References(Language.ENGLISH);

  private final Phrases<Boolean> words;

  private References(Language language) {
    words = Cells.phrases(ROWS, Phrases.Key.EXACT, language, row -> true, row -> true);
  }

  static References of(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }

  /** Returns if the first words of a text speak of what stands before it. */
  boolean opens(Tokens tokens) {
    return words.at(tokens, 0).isPresent();
  }

  /** Returns if some words of a text speak of what stands before it. */
  boolean in(Tokens tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (words.at(tokens, i).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
