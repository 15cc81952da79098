package news.breve.reading;

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
 * @param cancelled whether they are denied themselves: « n'exclut pas »
 */
public record Denial(
    Kind kind,
    int sense,
    String text,
    int clause,
    int start,
    Set<Integer> words,
    boolean cancelled) {
  public Denial {
    words = Set.copyOf(words);
  }

  /** Returns the UTF-16 offset after them. */
  public int end() {
    return start + text.length();
  }

  /** Returns if they surely deny an act or a thing. */
  public boolean isStrong() {
    return kind != Kind.WEAK && kind != Kind.IMPLICIT && !words.isEmpty() && !cancelled;
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
