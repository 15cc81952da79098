package news.breve.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Words that deny.
 *
 * @param kind how
 * @param sense what they say beside the denial, the same in both languages: "refuse to" and «
 *     refuser de » have one
 * @param text the words
 * @param clause the number of their clause in the statement
 * @param start UTF-16 offset in the statement
 * @param words the numbers of the words denied, among {@link Statement#words()}; empty where the
 *     reader found none
 * @param standing whether what they say holds
 * @param bounded whether they deny it up to some time only: "no vote before Monday"
 */
public record Denial(
    Kind kind,
    int sense,
    String text,
    int clause,
    int start,
    Set<Integer> words,
    Standing standing,
    boolean bounded) {
  public Denial {
    words = Set.copyOf(words);
  }

  /** Returns if they deny nothing, with another denial. */
  public boolean cancelled() {
    return standing != Standing.HOLDS;
  }

  /** Returns the UTF-16 offset after them. */
  public int end() {
    return start + text.length();
  }

  /** Returns if they surely deny an act or a thing. */
  public boolean isStrong() {
    return kind != Kind.WEAK && kind != Kind.IMPLICIT && !words.isEmpty() && !cancelled();
  }

  /** Returns a denial that "not" takes back, of what others deny: "does not deny" and "denies". */
  public static Optional<Denial> takenBack(List<Denial> some, List<Denial> others) {
    return some.stream()
        .filter(one -> one.standing == Standing.DENIED && one.kind == Kind.LEXICAL)
        .filter(one ->
            some.stream()
                .anyMatch(outer ->
                    outer.standing == Standing.TAKES_BACK
                        && outer.kind != Kind.LEXICAL
                        && outer.clause == one.clause))
        .filter(one ->
            others.stream().anyMatch(other -> other.sense == one.sense)
                && others.stream()
                    .noneMatch(other -> other.sense == one.sense && other.cancelled()))
        .findFirst();
  }

  /** Whether what words of denial say holds. */
  public enum Standing {
    HOLDS,
    /** They are denied themselves: exclut in « n'exclut pas ». */
    DENIED,
    /** They deny others: not in "does not rule out". */
    TAKES_BACK
  }

  /** How words deny. */
  public enum Kind {
    /** Not, never, no, nobody. */
    GRAMMATICAL,
    /** Without, lack of: in other words a thing may be named that has none (walk-in, homeless). */
    PRIVATIVE,
    /** Refuse, fail, deny, prevent. */
    LEXICAL,
    /** Words whose meaning holds a denial, or narrows what is said: unhurt, closed, only. */
    WEAK,
    /** Words that deny nothing, but may be what another language says with a denial. */
    IMPLICIT
  }
}
