package news.breve.article;

import org.jspecify.annotations.Nullable;

/**
 * What the sender of an article asked for beside it; null where nothing was asked.
 *
 * @param sentences how many sentences the brief has, 1 to 8
 * @param onModelFailure what to answer when the model fails
 */
public record Options(@Nullable Integer sentences, @Nullable OnModelFailure onModelFailure) {
  /** Nothing asked for. */
  public static final Options NONE = new Options(null, null);

  public static final int MIN_SENTENCES = 1;
  public static final int MAX_SENTENCES = 8;

  public Options {
    if (sentences != null && (sentences < MIN_SENTENCES || sentences > MAX_SENTENCES)) {
      throw new ProblemException(
          Problem.INVALID_ARTICLE,
          "options.sentences is "
              + sentences
              + "; it takes "
              + MIN_SENTENCES
              + " to "
              + MAX_SENTENCES);
    }
  }

  /** Returns these options, and those of another where nothing is asked here. */
  public Options orElse(Options other) {
    return new Options(
        sentences == null ? other.sentences : sentences,
        onModelFailure == null ? other.onModelFailure : onModelFailure);
  }
}
