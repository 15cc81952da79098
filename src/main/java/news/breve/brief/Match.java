package news.breve.brief;

/**
 * Words of a brief that stand in one of the sentences it cites: the same number, date, name or
 * quotation, in whatever form.
 *
 * @param kind what was matched
 * @param path JSON pointer to the words, such as {@code /sentences/1/en}
 * @param start UTF-16 offset in those words
 * @param end UTF-16 offset after it
 * @param sentence 1-based number of the article's sentence
 * @param from UTF-16 offset in that sentence
 * @param to UTF-16 offset after it
 */
public record Match(Kind kind, String path, int start, int end, int sentence, int from, int to) {
  /** What was matched. */
  public enum Kind {
    /** An amount, a percentage, a rank, a score. */
    NUMBER,
    /** A date, a day or a time of day. */
    DATE,
    /** A person, a body or a place. */
    NAME,
    /** Somebody's very words, or their translation. */
    QUOTE
  }
}
