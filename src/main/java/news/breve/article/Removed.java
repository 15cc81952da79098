package news.breve.article;

/**
 * Text that was sent with an article and is not part of the story.
 *
 * @param reason the rule that removed it, in kebab case: {@code cookie-notice}, {@code hidden}…
 * @param text what was removed, at most {@value #MAX_LENGTH} code points of it
 */
public record Removed(String reason, String text) {
  /** The longest text listed, in code points; the rest is replaced by an ellipsis. */
  public static final int MAX_LENGTH = 500;

  public Removed {
    if (text.codePointCount(0, text.length()) > MAX_LENGTH) {
      text = text.substring(0, text.offsetByCodePoints(0, MAX_LENGTH - 1)) + "…";
    }
  }
}
