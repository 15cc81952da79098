package news.breve.reading;

/**
 * A value and where it stands.
 *
 * @param value what was read
 * @param start UTF-16 offset in the text that was read
 * @param end UTF-16 offset after it
 */
public record Mention(Value value, int start, int end) {
  /** Returns the words themselves. */
  public String in(String text) {
    return text.substring(start, end);
  }
}
