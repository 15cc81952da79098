package news.breve.rendering;

import news.breve.article.Problem;
import news.breve.article.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A problem in plain words.
 *
 * @param slug the name of the contract
 * @param title what is wrong
 * @param next what to do about it
 * @param detail what is wrong this time, in the service's own words
 * @param retryAfter in how many seconds to try again, null if no time is known
 * @param extractive whether a brief without a model may be had instead
 */
record ErrorView(
    String slug,
    String title,
    String next,
    String detail,
    @Nullable Long retryAfter,
    boolean extractive) {
  static ErrorView of(ProblemException e, Wording wording) {
    String slug = e.problem().slug();
    return new ErrorView(
        slug,
        wording.of("problem." + slug),
        wording.of("problem." + slug + ".next"),
        Visible.line(e.detail()),
        e.retryAfter().map(wait -> Math.max(1, wait.plusMillis(999).toSeconds())).orElse(null),
        e.problem().isModels() || e.problem() == Problem.BUDGET_EXHAUSTED);
  }
}
