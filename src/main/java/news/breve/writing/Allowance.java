package news.breve.writing;

import java.math.BigDecimal;
import java.time.Duration;
import news.breve.article.Problem;
import news.breve.brief.Brief.Usage;
import org.jspecify.annotations.Nullable;

/**
 * What all calls for one brief may take together: the first, those that repeat it, those to the
 * fallback, and the repair. At most three leave the process, and at most two of them are answered.
 * Counts what they took. For one brief, and no two calls at a time.
 */
public final class Allowance {
  private static final int CALLS = 3;
  private static final int ANSWERS = 2;

  private final TokenBudget budget;
  private final CallListener listener;
  private Deadline deadline;
  private int answers;
  private Usage usage = Usage.NONE;

  /**
   * Makes the allowance of a brief.
   *
   * @param deadline by which the last call is over
   * @param budget where the tokens are taken from
   * @param listener is told of every call
   */
  public Allowance(Deadline deadline, TokenBudget budget, CallListener listener) {
    this.deadline = deadline;
    this.budget = budget;
    this.listener = listener;
  }

  /** Returns the allowance of a brief that no model writes: no time. */
  public static Allowance none() {
    return new Allowance(
        Deadline.in(Duration.ZERO), TokenBudget.UNLIMITED, (writer, took, problem) -> {});
  }

  /** Is told of every call of a model, once it is over. */
  @FunctionalInterface
  public interface CallListener {
    /**
     * A call is over.
     *
     * @param problem why it failed, null if it was answered
     */
    void called(Identity writer, Duration took, @Nullable Problem problem);
  }

  /** Returns by when the next call must be over. */
  public Deadline deadline() {
    return deadline;
  }

  /** Lets the next calls take until then. */
  void limit(Deadline until) {
    deadline = until;
  }

  /** Returns if one more call may leave the process. */
  public boolean permitsCall() {
    return permitsCallBeside(0);
  }

  /**
   * Returns if one more call may leave the process.
   *
   * @param others calls that are to remain possible after it
   */
  boolean permitsCallBeside(int others) {
    return usage.calls() + others < CALLS && answers + others < ANSWERS;
  }

  /** Returns what all calls took; the cost is known only if it is of all that may be paid. */
  public Usage usage() {
    return usage;
  }

  /** Returns if a call was answered, or may have been: the answer may be on the bill. */
  public boolean mayBePaid() {
    return answers > 0;
  }

  /**
   * Begins a call; may wait for its turn.
   *
   * @param mostTokens more than it can take
   * @throws news.breve.article.ProblemException {@code budget-exhausted}
   */
  Call call(Identity writer, long mostTokens) {
    if (!permitsCall()) {
      throw new IllegalStateException("all calls for this brief are made");
    }
    return new Call(writer, mostTokens, budget.reserve(mostTokens));
  }

  /** A call. Ended once, as one of the three that it can come to. */
  final class Call {
    private final long start = System.nanoTime();
    private final Identity writer;
    private final long mostTokens;
    private final TokenBudget.Reservation reserved;

    private Call(Identity writer, long mostTokens, TokenBudget.Reservation reserved) {
      this.writer = writer;
      this.mostTokens = mostTokens;
      this.reserved = reserved;
    }

    /**
     * It was answered.
     *
     * @param took as the provider counted it
     * @param problem what is wrong with the answer, null if nothing is
     */
    void answered(Usage took, @Nullable Problem problem) {
      long tokens = took.inputTokens() + took.outputTokens();
      // A provider that doesn't count hasn't given it for nothing.
      end(took, true, tokens == 0 ? mostTokens : tokens, problem);
    }

    /** It never reached a model, or was refused by its provider: nothing is to pay. */
    void refused(Problem problem) {
      BigDecimal nothing = usage.estimatedCost() == null ? null : BigDecimal.ZERO;
      end(new Usage(1, 0, 0, nothing), false, 0, problem);
    }

    /** It was refused as one too many; {@link #refused} follows. */
    void overloaded(@Nullable Duration retryAfter) {
      reserved.overloaded(retryAfter);
    }

    /** It isn't made: the wait for it took all the time. */
    void giveUp() {
      reserved.giveBack();
    }

    /** Nobody knows whether it was answered: it may be on the bill. */
    void lost(Problem problem) {
      end(new Usage(1, 0, 0, null), true, mostTokens, problem);
    }

    private void end(Usage took, boolean paid, long tokens, @Nullable Problem problem) {
      // Until something may be on the bill, nothing spoils the knowledge of the cost.
      usage =
          mayBePaid()
              ? usage.plus(took)
              : new Usage(
                  usage.calls() + 1, took.inputTokens(), took.outputTokens(), took.estimatedCost());
      answers += paid ? 1 : 0;
      reserved.settle(tokens);
      listener.called(writer, Duration.ofNanos(System.nanoTime() - start), problem);
    }
  }
}
