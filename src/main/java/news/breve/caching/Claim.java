package news.breve.caching;

import java.time.Duration;
import news.breve.article.Problem;
import news.breve.brief.Brief;

/** What a caller who wants a brief is told: it is there, it is his to write, or neither. */
public sealed interface Claim {
  /** What stands under an id, whoever asks. */
  sealed interface Standing extends Claim {}

  /** The brief is kept. */
  record Kept(Brief brief) implements Standing {}

  /**
   * Somebody else is writing the brief.
   *
   * @param left how long the lease lasts at most. A length, not a moment: the clocks of two
   *     processes may disagree
   */
  record HeldByOther(Duration left) implements Standing {}

  /**
   * The brief could not be written a moment ago, and is not to be tried again yet.
   *
   * @param problem why
   * @param detail the same in one line for the sender
   * @param left how long this is remembered
   */
  record FailedLately(Problem problem, String detail, Duration left) implements Standing {}

  /** The brief is the caller's to write. */
  record Acquired(Lease lease) implements Claim {}
}
