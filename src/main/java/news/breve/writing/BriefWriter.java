package news.breve.writing;

import news.breve.article.Article;
import news.breve.article.ProblemException;

/** Writes the draft of a brief. */
public interface BriefWriter {
  /** Returns who writes; part of every brief's id. */
  Identity identity();

  /**
   * Writes one draft.
   *
   * @param sentences how many sentences to write, 1 to 8
   * @throws ProblemException {@code model-failed}, {@code model-unavailable} or {@code
   *     model-timeout}
   */
  Written write(Article article, int sentences);
}
