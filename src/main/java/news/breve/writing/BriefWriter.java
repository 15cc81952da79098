package news.breve.writing;

import java.util.List;
import java.util.Optional;
import news.breve.article.Article;
import news.breve.article.ProblemException;
import news.breve.brief.Finding;

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

  /**
   * Writes the draft again, told what is wrong with it, in what is left of its time. At most once a
   * brief. Empty if no model was asked: there is none, it has no turn to give, or the question
   * would not fit.
   *
   * @param sentences how many were asked for
   * @param first the draft that was checked
   * @param errors what the checks found wrong with it
   * @throws ProblemException as {@link #write}; {@code model-timeout} too if no time is left
   */
  default Optional<Written> repair(
      Article article, int sentences, Written first, List<Finding> errors) {
    return Optional.empty();
  }
}
