package news.breve.caching;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a store remembers of an id that has no brief: who writes it, or that writing it failed. */
sealed interface Mark permits Lease, Failure {
  /**
   * More than a lease may have left, the clock of its owner being 10 minutes ahead. What ends later
   * was written by a clock that nobody can mean, and would bar the article for as long.
   */
  Duration LONGEST = Lease.MAX_HOLD.plusMinutes(11);

  /** Returns the number of the lease; a later lease of the same id has a greater one. */
  long fence();

  /** Returns when it no longer counts. */
  Instant until();

  /** Returns what a mark means for who comes now; empty if it no longer counts. */
  static Optional<Claim.Standing> standing(Mark mark, Instant now) {
    Duration left = Duration.between(now, mark.until());
    if (!left.isPositive() || left.compareTo(LONGEST) > 0) {
      return Optional.empty();
    }
    return Optional.of(
        switch (mark) {
          case Lease lease -> new Claim.HeldByOther(left);
          case Failure failure -> new Claim.FailedLately(failure.problem(), failure.detail(), left);
        });
  }
}
