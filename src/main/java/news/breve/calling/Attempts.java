package news.breve.calling;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How often a call is tried, and how long is waited for it. */
final class Attempts {
  /** Why a call failed that nobody answered in time. */
  static final String LATE = "no answer in time";

  private static final int MAX_TRIES = 3;
  private static final Backoff PAUSES = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2));
  private static final Backoff THROTTLED_PAUSES =
      new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(4));

  private Attempts() {}

  /**
   * Tries until it is answered, or trying again makes no sense.
   *
   * @param left what is left of the time for all tries; null for any time
   */
  static <T> T tried(@Nullable Supplier<Duration> left, Supplier<T> attempt) {
    for (int tries = 1; ; tries++) {
      try {
        return attempt.get();
      } catch (AwsCallException e) {
        Duration pause = (e.isThrottled() ? THROTTLED_PAUSES : PAUSES).pause(tries);
        boolean again =
            e.isTransient()
                && tries < MAX_TRIES
                && (left == null || pause.compareTo(left.get()) < 0)
                && Backoff.slept(pause);
        if (!again) {
          throw e;
        }
      }
    }
  }

  /**
   * Waits no longer than that. The interrupt closes the socket of a virtual thread, so that nothing
   * is left behind.
   */
  static <T> T limited(String service, Duration limit, Supplier<T> attempt) {
    FutureTask<T> task = new FutureTask<>(attempt::get);
    Thread.ofVirtual().start(task);
    try {
      return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw AwsCallException.unreached(service, LATE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AwsCallException.notMade(service + " was not waited for", "it was not waited for");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof AwsCallException failed
          ? failed
          : new IllegalStateException(e.getCause());
    } finally {
      task.cancel(true);
    }
  }
}
