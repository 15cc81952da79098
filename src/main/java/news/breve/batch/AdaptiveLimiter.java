package news.breve.batch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.writing.TokenBudget;
import org.jspecify.annotations.Nullable;

/**
 * The one place where calls of a process wait for their turn: so many at once, at the {@link Pace}
 * that the configured rates and the provider's answers leave, in the order they came. Made for many
 * threads.
 */
public final class AdaptiveLimiter {
  /** So that a wait is reckoned anew while the rate grows. */
  private static final long LONGEST_NAP = TimeUnit.SECONDS.toNanos(1);

  private final int concurrency;
  private final long patience;
  private final LongSupplier nanoTime;
  private final Pace pace;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Object> queue = new ArrayDeque<>();
  private final long start;

  private int underWay;
  private long waited;
  private boolean stopped;

  /**
   * How fast calls may be made.
   *
   * @param concurrency most calls at once
   * @param requestsPerMinute empty if the provider alone says it
   * @param tokensPerMinute empty if the provider alone says it
   * @param patience longest wait for a turn
   */
  public record Limits(
      int concurrency,
      OptionalLong requestsPerMinute,
      OptionalLong tokensPerMinute,
      Duration patience) {}

  /** Starts. */
  public AdaptiveLimiter(Limits limits) {
    this(limits, System::nanoTime);
  }

  AdaptiveLimiter(Limits limits, LongSupplier nanoTime) {
    this.concurrency = limits.concurrency();
    this.patience = limits.patience().toNanos();
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
    this.pace = new Pace(limits.requestsPerMinute(), limits.tokensPerMinute(), start);
  }

  /** Returns what the calls for one brief ask for their turns. */
  public TokenBudget forBrief() {
    return new TokenBudget() {
      private volatile boolean paid;

      @Override
      public Reservation reserve(long tokens) {
        awaitTurn(tokens, paid);
        return new Call(tokens) {
          @Override
          public void settle(long used) {
            paid |= used > 0;
            super.settle(used);
          }
        };
      }
    };
  }

  /** Lets nobody begin any more, but who goes on with what is paid. */
  public void stop() {
    lock.lock();
    try {
      stopped = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void awaitTurn(long tokens, boolean paid) {
    Object ticket = new Object();
    lock.lock();
    try {
      long came = nanoTime.getAsLong();
      int naps = 0;
      queue.add(ticket);
      pace.waitedFor(true, came);
      while (true) {
        if (stopped && !paid) {
          throw new ProblemException(
              Problem.BUDGET_EXHAUSTED, "no more calls are made: the run is being stopped");
        }
        long now = nanoTime.getAsLong();
        boolean mine = ticket.equals(queue.peek()) && underWay < concurrency;
        long wait = mine ? pace.wait(tokens, now) : LONGEST_NAP;
        if (wait <= 0) {
          pace.take(tokens);
          underWay++;
          waited += naps > 0 ? 1 : 0;
          return;
        }
        if (now - came >= patience) {
          throw new ProblemException(
              Problem.MODEL_UNAVAILABLE, "the rate limits left no turn for this brief");
        }
        naps++;
        changed.awaitNanos(Math.min(wait, LONGEST_NAP));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(Problem.MODEL_UNAVAILABLE, "the wait for a turn was interrupted");
    } finally {
      queue.remove(ticket);
      pace.waitedFor(!queue.isEmpty(), nanoTime.getAsLong());
      changed.signalAll();
      lock.unlock();
    }
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** A call that has its turn. */
  private class Call implements TokenBudget.Reservation {
    private final long tokens;
    private final long calledAt = nanoTime.getAsLong();

    Call(long tokens) {
      this.tokens = tokens;
    }

    @Override
    public void settle(long used) {
      change(() -> {
        underWay--;
        pace.giveBack(tokens - used);
      });
    }

    @Override
    public void giveBack() {
      change(() -> {
        underWay--;
        pace.giveBackCall(tokens);
      });
    }

    @Override
    public void overloaded(@Nullable Duration retryAfter) {
      change(() -> pace.overloaded(calledAt, retryAfter, nanoTime.getAsLong()));
    }
  }

  /**
   * How it goes.
   *
   * @param share the part of the ceiling that may be used now
   * @param made calls that were let go
   * @param waited of these, calls that had to wait
   * @param allowed how many the ceiling on requests allowed in that time, as it was at each moment;
   *     infinite without one
   * @param waiting calls that wait for their turn
   */
  public record State(double share, long made, long waited, double allowed, int waiting) {}

  /** Returns how it goes. */
  public State state() {
    lock.lock();
    try {
      long now = nanoTime.getAsLong();
      return new State(pace.share(), pace.made(), waited, pace.allowed(now), queue.size());
    } finally {
      lock.unlock();
    }
  }
}
