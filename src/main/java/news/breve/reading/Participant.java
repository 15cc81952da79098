package news.breve.reading;

import java.util.List;

/**
 * Who or what takes part in an act.
 *
 * @param text as written
 * @param names its words with capitals, without diacritics and in lower case; empty if it has no
 *     name, or is a pronoun
 * @param words its other words that carry meaning
 */
public record Participant(String text, List<String> names, List<Word> words) {
  public Participant {
    names = List.copyOf(names);
    words = List.copyOf(words);
  }

  public boolean isNamed() {
    return !names.isEmpty();
  }

  /** Returns if two names may be the same one's: Anne Roy, Mme Roy. */
  public boolean hasNameOf(Participant other) {
    return isNamed()
        && other.isNamed()
        && (names.getLast().equals(other.names.getLast())
            || names.containsAll(other.names)
            || other.names.containsAll(names));
  }
}
