package news.breve.article;

/**
 * Text that was sent with an article and is not part of the story.
 *
 * @param reason the rule that removed it, in kebab case: {@code cookie-notice}, {@code hidden}…
 * @param text what was removed, an {@link Excerpt} of it where it is long
 */
public record Removed(String reason, String text) {
  public Removed {
    text = Excerpt.of(text);
  }
}
