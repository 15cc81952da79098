package news.breve.service;

import news.breve.writing.TokenBudget;

/** What models may take. */
@FunctionalInterface
interface Budget {
  /** Gives whatever is asked for. */
  Budget UNLIMITED = listener -> TokenBudget.UNLIMITED;

  /** Returns the budget as one call draws on it, who is told if it can't be counted. */
  TokenBudget forCall(BriefListener listener);

  /** Returns the budget that gives what both give. */
  default Budget and(Budget other) {
    return listener -> forCall(listener).and(other.forCall(listener));
  }
}
