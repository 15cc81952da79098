package news.breve.reading;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * A word that stands at an end of a scale, such as rise and fall.
 *
 * @param text the word or phrase
 * @param ends the ends it may stand for, the same in both languages; more than one where the word
 *     has several meanings
 * @param clause the number of its clause in the statement
 * @param word the number of its (last) word among {@link Statement#words()}; −1 if it is none of
 *     them
 * @param denied whether it is denied: "did not rise"
 * @param start UTF-16 offset in the statement
 * @param end UTF-16 offset after it
 */
public record Pole(
    String text, Set<End> ends, int clause, int word, boolean denied, int start, int end) {
  /**
   * An end of a scale.
   *
   * @param scale which scale
   * @param upper which of its two ends
   * @param converse whether the other end holds too once the parts are exchanged: A before B, B
   *     after A
   */
  public record End(int scale, boolean upper, boolean converse) {
    End opposite() {
      return new End(scale, !upper, converse);
    }
  }

  public Pole {
    ends = Set.copyOf(ends);
  }

  /** Returns the ends that hold: those of the word, or their opposites if it is denied. */
  public Set<End> holding() {
    return denied ? opposites(ends) : ends;
  }

  /** Returns if two words may point the same way. */
  public boolean agreesWith(Pole other) {
    Set<End> holding = other.holding();
    return holding().stream().anyMatch(holding::contains);
  }

  /**
   * Returns if two words point in opposite ways, and in no meaning the same. A word and its own
   * denial don't: that is for negation to tell.
   */
  public boolean opposes(Pole other) {
    Set<End> opposite = opposites(other.ends);
    return denied == other.denied
        && ends.stream().noneMatch(other.ends::contains)
        && ends.stream().anyMatch(opposite::contains);
  }

  /** Returns if they are opposite on no scale but such that hold from both sides. */
  public boolean isConverseOf(Pole other) {
    Set<End> opposite = opposites(other.holding());
    return holding().stream().filter(opposite::contains).allMatch(End::converse);
  }

  private static Set<End> opposites(Set<End> ends) {
    return ends.stream().map(End::opposite).collect(Collectors.toUnmodifiableSet());
  }
}
