package news.breve.reading;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who or what takes part in an act.
 *
 * @param text as written
 * @param names its words with capitals, without diacritics and in lower case; empty if it has no
 *     name, or is a pronoun
 * @param noun the word that says what it is, such as an office; null if it has none
 * @param complements names in what completes that word, such as those of a body
 */
public record Participant(
    String text, List<String> names, @Nullable Word noun, List<String> complements) {
  public Participant {
    names = List.copyOf(names);
    complements = List.copyOf(complements);
  }

  /** Returns the word that says what it is: of « le préfet du Finistère », préfet. */
  public Optional<Word> head() {
    return Optional.ofNullable(noun);
  }

  public boolean isNamed() {
    return !names.isEmpty();
  }

  /** Returns if two names may be the same one's: Anne Roy, Mme Roy. */
  public static boolean isSameName(List<String> one, List<String> other) {
    return one.getLast().equals(other.getLast())
        || one.containsAll(other)
        || other.containsAll(one);
  }
}
