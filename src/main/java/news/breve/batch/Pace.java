package news.breve.batch;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How fast calls may follow each other: two token buckets, of requests and of tokens, whose ceiling
 * is halved when the provider says that it was asked too much and then grows again by a constant
 * step (additive increase, multiplicative decrease, as TCP does it). Where no ceiling is
 * configured, the rate at the first such answer becomes one, and may be outgrown.
 *
 * <p>Time is handed in. Not safe for use by several threads.
 */
final class Pace {
  private static final double DECREASE = 0.5;

  /** Of the ceiling, each second: back from one half in ten seconds. */
  private static final double INCREASE = 0.05;

  /** Something must go on, or nobody learns that the provider is back. */
  private static final double LEAST_SHARE = 1.0 / 64;

  /** Calls under way when the rate was halved fail too, and say nothing new. */
  private static final long ROUND = TimeUnit.SECONDS.toNanos(1);

  /** What a late wake-up leaves unused may be made up for, and no more. */
  private static final double REQUEST_BURST_SECONDS = 1;

  /** The most that a call can take is several times what it takes. */
  private static final double TOKEN_BURST_SECONDS = 5;

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final double SECONDS_PER_MINUTE = 60;
  private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

  private final Bucket requests;
  private final Bucket tokens;
  private final boolean hasCeiling;
  private final long start;
  private double share = 1;
  private long refilledAt;
  private long halvedAt;
  private long pausedUntil;
  private boolean waiting;
  private double allowed;
  private long made;

  /**
   * Starts.
   *
   * @param requestsPerMinute the ceiling, empty if there is none
   * @param tokensPerMinute the ceiling, empty if there is none
   */
  Pace(OptionalLong requestsPerMinute, OptionalLong tokensPerMinute, long now) {
    hasCeiling = requestsPerMinute.isPresent() || tokensPerMinute.isPresent();
    requests = new Bucket(perSecond(requestsPerMinute), REQUEST_BURST_SECONDS);
    tokens = new Bucket(perSecond(tokensPerMinute), TOKEN_BURST_SECONDS);
    start = now;
    refilledAt = now;
    halvedAt = now - ROUND;
    pausedUntil = now;
  }

  private static double perSecond(OptionalLong perMinute) {
    return perMinute.isPresent()
        ? perMinute.getAsLong() / SECONDS_PER_MINUTE
        : Double.POSITIVE_INFINITY;
  }

  /** Returns how many nanoseconds a call must wait at the present rate; 0 if it may go. */
  long wait(long mostTokens, long now) {
    refill(now);
    return Math.max(
        pausedUntil - now, Math.max(requests.wait(1, share), tokens.wait(mostTokens, share)));
  }

  /** Lets a call go. */
  void take(long mostTokens) {
    requests.take(1);
    tokens.take(mostTokens);
    made++;
  }

  /** Gives tokens back that a call did not take. */
  void giveBack(long unused) {
    tokens.take(-unused);
  }

  /** Gives back a call that was not made, and its tokens. */
  void giveBackCall(long mostTokens) {
    requests.take(-1);
    tokens.take(-mostTokens);
    made--;
  }

  /**
   * A call was one too many.
   *
   * @param calledAt when it was made
   * @param retryAfter how long the provider asked to wait, null if it said nothing
   */
  void overloaded(long calledAt, @Nullable Duration retryAfter, long now) {
    refill(now);
    if (retryAfter != null) {
      Duration pause = retryAfter.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : retryAfter;
      if (now + pause.toNanos() - pausedUntil > 0) {
        pausedUntil = now + pause.toNanos();
      }
    }
    if (calledAt - halvedAt < 0 || now - halvedAt < ROUND) {
      return;
    }
    if (!hasCeiling && requests.isUnlimited()) {
      double seconds = Math.max(1, (now - start) / NANOS_PER_SECOND);
      requests.limit(Math.max(made / seconds, 1));
    }
    share = Math.max(share * DECREASE, LEAST_SHARE);
    halvedAt = now;
  }

  /** Returns the part of the ceiling that may be used now, or how often what was found to be it. */
  double share() {
    return share;
  }

  /** Begins or ends a time in which calls wait. */
  void waitedFor(boolean areWaiting, long now) {
    refill(now);
    waiting = areWaiting;
  }

  /** Returns how many calls the ceiling allowed while calls waited, as it was at each moment. */
  double allowed(long now) {
    refill(now);
    return allowed;
  }

  /** Returns how many calls were let go. */
  long made() {
    return made;
  }

  private void refill(long now) {
    double seconds = (now - refilledAt) / NANOS_PER_SECOND;
    if (seconds <= 0) {
      return;
    }
    requests.refill(seconds, share);
    tokens.refill(seconds, share);
    if (now - pausedUntil >= 0) {
      allowed += waiting ? requests.perSecond * share * seconds : 0;
      grow(INCREASE * seconds);
    }
    refilledAt = now;
  }

  private void grow(double step) {
    if (hasCeiling) {
      share = Math.min(share + step, 1);
    } else if (!requests.isUnlimited()) {
      share += step;
    }
  }

  /** What may be taken at once, filled at a rate. May be overdrawn by one call. */
  private static final class Bucket {
    private final double burstSeconds;
    private double perSecond;
    private double level;

    Bucket(double perSecond, double burstSeconds) {
      this.perSecond = perSecond;
      this.burstSeconds = burstSeconds;
      this.level = isUnlimited() ? 0 : Math.min(capacity(1), perSecond * 0.1 + 1);
    }

    boolean isUnlimited() {
      return Double.isInfinite(perSecond);
    }

    void limit(double rate) {
      perSecond = rate;
      level = 0;
    }

    private double capacity(double share) {
      return Math.max(1, perSecond * share * burstSeconds);
    }

    void refill(double seconds, double share) {
      if (!isUnlimited()) {
        double filled = level + perSecond * share * seconds;
        level = Math.min(filled, Math.max(capacity(share), level));
      }
    }

    /** A call that is larger than the bucket waits until it is full. */
    long wait(long amount, double share) {
      if (isUnlimited()) {
        return 0;
      }
      double missing = Math.min((double) amount, capacity(share)) - level;
      // A thousandth is lost to rounding, not to wait for.
      return missing <= 1e-3
          ? 0
          : (long) Math.ceil(missing / (perSecond * share) * NANOS_PER_SECOND);
    }

    void take(long amount) {
      if (!isUnlimited()) {
        level -= amount;
      }
    }
  }
}
