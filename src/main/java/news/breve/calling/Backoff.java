package news.breve.calling;

import java.security.SecureRandom;
import java.time.Duration;

/**
 * How long to wait before trying again: a time drawn evenly from nothing up to a limit that doubles
 * with each try ("full jitter"), so that those who failed together don't come back together. Drawn
 * from the operating system: a snapshot would give the same draws to every container restored from
 * it.
 *
 * @param base the limit after the first try
 * @param longest the limit after many
 */
public record Backoff(Duration base, Duration longest) {
  /**
   * Draws a pause.
   *
   * @param tries how many were made, 1 or more
   */
  public Duration pause(int tries) {
    long limit = base.toMillis();
    for (int i = 1; i < tries && limit < longest.toMillis(); i++) {
      limit *= 2;
    }
    return Duration.ofMillis(new SecureRandom().nextLong(Math.min(limit, longest.toMillis()) + 1));
  }

  /** Sleeps; returns false, the thread still marked, if it was interrupted. */
  public static boolean slept(Duration pause) {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
