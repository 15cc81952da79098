package news.breve.caching;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import news.breve.article.Problem;

/**
 * That a brief could not be written.
 *
 * @param problem why
 * @param detail the same in one line
 * @param fence of the lease it was tried under
 * @param until when it may be tried again
 */
record Failure(Problem problem, String detail, long fence, Instant until) implements Mark {
  private static final Duration MEMORY = Duration.ofSeconds(60);
  private static final Duration JITTER = Duration.ofSeconds(12);
  private static final int MAX_DETAIL = 500;

  /**
   * Makes the failure of a lease. What failed together is not to be tried again together: the
   * owner, which is random, says how long each is remembered.
   */
  static Failure of(Lease lease, Problem problem, String detail, Instant now) {
    long spread = Math.floorMod(lease.owner().getMostSignificantBits(), 2 * JITTER.toMillis() + 1);
    Instant until = now.plus(MEMORY).minus(JITTER).plusMillis(spread);
    return new Failure(
        problem,
        detail.substring(0, Math.min(detail.length(), MAX_DETAIL)),
        lease.fence(),
        until.truncatedTo(ChronoUnit.MILLIS));
  }
}
