package news.breve.batch;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import news.breve.article.Problem;
import news.breve.caching.StoreException;
import news.breve.service.BriefListener;
import news.breve.writing.Identity;
import org.jspecify.annotations.Nullable;

/**
 * Whether the provider answers at all, by the calls of all briefs: what fails while others succeed
 * is an article's own fault, what fails with all the others is none's.
 */
final class ProviderHealth implements BriefListener {
  private static final Duration OUTAGE = Duration.ofMinutes(30);

  /** Each may be on the bill. */
  private static final int MOST_TIMEOUTS = 50;

  private final BriefListener next;
  private final LongSupplier nanoTime;
  private long successes;
  private int timeoutsInRow;
  private boolean failing;
  private long failingSince;

  /**
   * Begins well.
   *
   * @param next is told the same
   */
  ProviderHealth(BriefListener next, LongSupplier nanoTime) {
    this.next = next;
    this.nanoTime = nanoTime;
  }

  @Override
  public void called(Identity writer, Duration took, @Nullable Problem problem) {
    count(problem);
    next.called(writer, took, problem);
  }

  private synchronized void count(@Nullable Problem problem) {
    if (problem == null) {
      successes++;
      timeoutsInRow = 0;
      failing = false;
      return;
    }
    if (problem == Problem.MODEL_TIMEOUT) {
      timeoutsInRow++;
    }
    if (!failing) {
      failing = true;
      failingSince = nanoTime.getAsLong();
    }
  }

  @Override
  public void storeFailed(StoreException e) {
    next.storeFailed(e);
  }

  /** Returns how many calls were answered well. */
  synchronized long successes() {
    return successes;
  }

  /** Returns why it is no use to go on, empty if it may be. */
  synchronized Optional<String> despair() {
    if (timeoutsInRow >= MOST_TIMEOUTS) {
      return Optional.of("the model did not finish any of the last " + timeoutsInRow + " answers");
    }
    return failing && nanoTime.getAsLong() - failingSince >= OUTAGE.toNanos()
        ? Optional.of("the model has not answered for " + OUTAGE.toMinutes() + " min")
        : Optional.empty();
  }
}
