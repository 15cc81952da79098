package news.breve.writing;

import news.breve.article.ProblemException;

/** Where the tokens of a call are taken from. */
@FunctionalInterface
public interface TokenBudget {
  /** Gives whatever is asked for. */
  TokenBudget UNLIMITED = tokens -> used -> {};

  /**
   * Takes the most that a call can cost.
   *
   * @throws ProblemException {@code budget-exhausted} if that is not there; nothing is taken then
   */
  Reservation reserve(long tokens);

  /** What was taken for one call. */
  @FunctionalInterface
  interface Reservation {
    /** Puts what the call really took in place of what was taken; at most once. */
    void settle(long tokens);
  }
}
