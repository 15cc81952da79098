package news.breve.article;

/**
 * A sentence's place in the canonical text.
 *
 * @param start offset of its first character, in Unicode code points
 * @param end offset after its last character, in Unicode code points
 */
public record Sentence(int start, int end) {
  public Sentence {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("not a span: " + start + "–" + end);
    }
  }
}
