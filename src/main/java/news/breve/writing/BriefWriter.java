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
   * @param allowance what it may take
   * @throws ProblemException {@code model-failed}, {@code model-unavailable}, {@code model-timeout}
   *     or {@code budget-exhausted}
   */
  Written write(Article article, int sentences, Allowance allowance);

  /**
   * Writes the draft again, told what is wrong with it, in what is left of its allowance. At most
   * once a brief. Empty if no model was asked: there is none, it has no turn to give, or the
   * question would not fit.
   *
   * @param sentences how many were asked for
   * @param first the draft that was checked
   * @param errors what the checks found wrong with it
   * @param allowance what the first left
   * @throws ProblemException as {@link #write}
   */
  default Optional<Written> repair(
      Article article, int sentences, Written first, List<Finding> errors, Allowance allowance) {
    return Optional.empty();
  }
}
