package news.breve.reading;

import java.util.Optional;

/** Reads one kind of value. */
interface ValueReader {
  /** Returns the value that begins at a token, if one does. Looks only a bounded way ahead. */
  Optional<Found> at(Tokens tokens, int i);
}
