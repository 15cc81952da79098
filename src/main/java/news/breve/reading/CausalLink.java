package news.breve.reading;

/**
 * Words that make one thing the cause or consequence of another.
 *
 * @param kind how they do so
 * @param text as written
 * @param start UTF-16 offset in the statement
 * @param end UTF-16 offset after it
 */
public record CausalLink(Kind kind, String text, int start, int end) {
  /** How a link ties things together. */
  public enum Kind {
    /** Ties a clause to what was said before it: because, for that reason. */
    CLAUSE,
    /** Stands before a cause: because of, thanks to. */
    PHRASE,
    /** May do so, among other uses: after, for. */
    WEAK
  }

  public boolean isOutright() {
    return kind != Kind.WEAK;
  }
}
