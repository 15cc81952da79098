package news.breve.article;

/**
 * What the intake makes of a source.
 *
 * @param article the canonical article
 * @param kind the format it came in
 * @param options what its sender asked for
 */
public record Submission(Article article, InputKind kind, Options options) {
  /** Returns this submission with what is asked for here in place of what its sender asked for. */
  public Submission withOptions(Options asked) {
    return new Submission(article, kind, asked.orElse(options));
  }
}
