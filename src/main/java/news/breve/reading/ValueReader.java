package news.breve.reading;

import java.util.Optional;
import news.breve.article.Language;

/** Reads one kind of value. */
interface ValueReader {
  /** Returns the value that begins at a token, if one does. Looks only a bounded way ahead. */
  Optional<Found> at(Tokens tokens, int i);

  /**
   * Returns false if no value of the kind begins with a token, whatever stands around it, unless
   * the token begins words that qualify an amount. True promises nothing. The token's text alone
   * decides, so that it is asked once a word.
   */
  boolean mayBegin(Token token, Language language);
}
