package news.breve.writing;

import java.time.Duration;
import java.util.Optional;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.calling.Backoff;

/**
 * What comes after a call that failed: the one place that decides whether it is made again, and
 * when.
 *
 * <p>It is made again if that may help, the brief may still cost a call, and there is time for the
 * pause and for an answer. What may help is to come back to a provider that could not answer at the
 * moment. An answer that is bad was paid for and would be as bad again; a request that is refused
 * would be refused again; a time limit that is over leaves no time.
 */
final class RetryPolicy {
  /** No model answers in less: the time is better spent on telling the caller. */
  static final Duration SHORTEST_CALL = Duration.ofMillis(500);

  private final Backoff backoff;

  RetryPolicy(Backoff backoff) {
    this.backoff = backoff;
  }

  /**
   * Returns the pause after which a call is made again; empty if it is not.
   *
   * @param failed how often it has failed, 1 or more
   * @param allowance what the brief may still take
   * @param others how many calls are to remain possible after it, to somebody else
   */
  Optional<Duration> pauseAfter(
      ProblemException failure, int failed, Allowance allowance, int others) {
    if (failure.problem() != Problem.MODEL_UNAVAILABLE || !allowance.permitsCallBeside(others)) {
      return Optional.empty();
    }
    Duration drawn = backoff.pause(failed);
    Duration asked = failure.retryAfter().orElse(Duration.ZERO);
    Duration pause = drawn.compareTo(asked) > 0 ? drawn : asked;
    return Optional.of(pause).filter(p -> allowance.deadline().leaves(p.plus(SHORTEST_CALL)));
  }
}
