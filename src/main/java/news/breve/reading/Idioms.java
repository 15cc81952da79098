package news.breve.reading;

import java.util.List;
import java.util.Optional;
import news.breve.article.Language;

/** Reads phrases whose numbers count nothing: à deux doigts de, on all fours; no value at all. */
final class Idioms implements ValueReader {
  private static final List<List<String>> ROWS = Cells.rows("number-idioms.tsv", 2);
  private static final Idioms FRENCH = new Idioms(Language.FRENCH);
  private static final Idioms ENGLISH = new Idioms(Language.ENGLISH);

  private final Phrases<Boolean> phrases;

  private Idioms(Language language) {
    phrases = Cells.phrases(ROWS, Phrases.Key.FOLDED, language, row -> true, row -> true);
  }

  static Idioms of(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }

  @Override
  public boolean mayBegin(Token token, Language language) {
    return phrases.mayBegin(token);
  }

  @Override
  public Optional<Found> at(Tokens tokens, int i) {
    return phrases.at(tokens, i).map(match -> Found.nothing(match.end()));
  }
}
