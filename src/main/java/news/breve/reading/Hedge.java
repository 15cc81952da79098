package news.breve.reading;

/**
 * Words that say how sure something is.
 *
 * @param certainty how sure
 * @param text the words
 * @param clause the number of their clause in the statement
 * @param start UTF-16 offset in the statement
 * @param kind what they are
 */
public record Hedge(Certainty certainty, String text, int clause, int start, Kind kind) {
  /** Returns the UTF-16 offset after them. */
  public int end() {
    return start + text.length();
  }

  /** What words are that say how sure something is. */
  public enum Kind {
    /** A mood, an auxiliary or an adverb, that bears on a verb: may, could, reportedly. */
    GRAMMATICAL,
    /** A verb or a noun that bears on an act: plans to, threatens to. */
    LEXICAL,
    /** Words that leave something open without bearing on an act that could be told. */
    LOOSE,
    /** What the form of another verb could show as well: would. */
    MOOD,
    /** Words that ask for something: what is asked for may be, but the asking is no maybe. */
    REQUEST,
    /** Words that say that something is sure: certainly, proved. */
    ASSURANCE,
    /** Words that give what is said to somebody. */
    ATTRIBUTION
  }
}
