package news.breve.reading;

/**
 * A word of a statement that may say what happens, and what the words around it make of it.
 *
 * @param word the word
 * @param clause the number of its clause in the statement
 * @param denied whether it is denied: not, no, without, fails to, refuses to
 * @param certainty how sure it is, as far as words that govern it say
 * @param tense what its form and its auxiliary say of its time
 */
public record Predicate(Word word, int clause, boolean denied, Certainty certainty, Tense tense) {
  /** Returns the same of the word without its negative prefix: affected for unaffected. */
  Predicate opposite() {
    return new Predicate(word, clause, !denied, certainty, tense);
  }

  /** Returns if it is a French imperfect: what used to be, or was so; not what was done. */
  public boolean isImperfect() {
    return tense == Tense.PAST && (word.text().endsWith("ait") || word.text().endsWith("aient"));
  }

  /** The time of a verb, as far as its form shows it. */
  public enum Tense {
    /** A past tense. */
    PAST,
    /** A form that may be a present. */
    PRESENT,
    /** A noun, an infinitive, or a form that shows nothing. */
    NONE
  }
}
