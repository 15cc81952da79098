package news.breve.reading;

import java.util.Optional;

/**
 * Whether a sentence gives what it says to somebody, and to whom.
 *
 * @param attributed if it has words of saying
 * @param source the source as the sentence names it; empty if it names none, or only by a pronoun
 */
public record Attribution(boolean attributed, Optional<String> source) {
  static final Attribution NONE = new Attribution(false, Optional.empty());
  static final Attribution UNNAMED = new Attribution(true, Optional.empty());

  static Attribution to(Optional<String> source) {
    return new Attribution(true, source);
  }
}
