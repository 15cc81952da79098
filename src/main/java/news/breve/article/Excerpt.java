package news.breve.article;

/** The beginning of a text that is listed rather than shown: what was removed, what was dropped. */
public final class Excerpt {
  /** The longest excerpt, in code points; of a longer text the rest is replaced by an ellipsis. */
  public static final int MAX_LENGTH = 500;

  private Excerpt() {}

  /** Returns the text, cut to {@value #MAX_LENGTH} code points. */
  public static String of(String text) {
    return text.codePointCount(0, text.length()) <= MAX_LENGTH
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_LENGTH - 1)) + "…";
  }
}
