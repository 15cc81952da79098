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

  /** Returns the budget that gives what both give. */
  default TokenBudget and(TokenBudget other) {
    return tokens -> {
      Reservation mine = reserve(tokens);
      Reservation others;
      try {
        others = other.reserve(tokens);
      } catch (ProblemException e) {
        mine.settle(0);
        throw e;
      }
      return took -> {
        mine.settle(took);
        others.settle(took);
      };
    };
  }

  /** What was taken for one call. */
  @FunctionalInterface
  interface Reservation {
    /** Puts what the call really took in place of what was taken; at most once. */
    void settle(long tokens);
  }
}
