package news.breve.service;

import java.util.concurrent.atomic.AtomicLong;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.writing.TokenBudget;

/** The tokens that this process may spend from its start to its end. */
final class RunBudget implements TokenBudget {
  static final String VARIABLE = "BREVE_BUDGET_TOKENS_PER_RUN";

  private final long ceiling;
  private final AtomicLong used = new AtomicLong();

  RunBudget(long ceiling) {
    this.ceiling = ceiling;
  }

  @Override
  public Reservation reserve(long tokens) {
    long before;
    do {
      before = used.get();
      if (tokens > ceiling - before) {
        throw new ProblemException(
            Problem.BUDGET_EXHAUSTED,
            "about "
                + tokens
                + " more tokens would pass the "
                + ceiling
                + " of this run ("
                + VARIABLE
                + ")");
      }
    } while (!used.compareAndSet(before, before + tokens));
    return took -> used.addAndGet(took - tokens);
  }
}
