package news.breve.reading;

import java.util.List;
import java.util.Optional;
import news.breve.article.Language;

/** What an amount is counted by: a year, par mois, per head. From {@code rates.tsv}. */
final class Rates {
  /** "900 francs de plus par an": how many words may stand between. */
  private static final int REACH = 3;

  private static final List<List<String>> ROWS = Cells.rows("rates.tsv", 3);
  private static final Rates FRENCH = new Rates(Language.FRENCH);
  private static final Rates ENGLISH = new Rates(Language.ENGLISH);

  private final Phrases<String> phrases;

  private Rates(Language language) {
    phrases = Cells.phrases(ROWS, Phrases.Key.FOLDED, language, row -> true, row -> row.get(0));
  }

  static Rates of(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }

  /** Returns the unit of the first rate that begins shortly after an offset, in the same phrase. */
  Optional<String> after(Tokens tokens, int offset) {
    int i = tokens.from(offset);
    for (int reach = 0; reach <= REACH && tokens.get(i).isWord(); reach++, i++) {
      Optional<Phrases.Match<String>> rate = phrases.at(tokens, i);
      if (rate.isPresent()) {
        return rate.map(Phrases.Match::value);
      }
    }
    return Optional.empty();
  }
}
