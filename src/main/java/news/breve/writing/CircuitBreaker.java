package news.breve.writing;

import java.time.Duration;
import java.util.function.LongSupplier;
import news.breve.article.Problem;
import news.breve.article.ProblemException;

/**
 * Leaves a model alone that failed many calls in a row, of whatever briefs: callers are told at
 * once instead of each waiting for it, and it isn't kept down by them. After a while one call tries
 * it; if that is answered all may call again. One for each provider and model of a process.
 */
final class CircuitBreaker {
  /** Three briefs that failed with all their calls, and one call more. */
  private static final int FAILURES = 10;

  private static final Duration OPEN = Duration.ofSeconds(15);
  private static final Duration PROBING = Duration.ofSeconds(5);

  private final String model;
  private final LongSupplier nanoTime;

  private int failures;
  private long openedAt;
  private boolean probing;

  CircuitBreaker(Identity model) {
    this(model, System::nanoTime);
  }

  CircuitBreaker(Identity model, LongSupplier nanoTime) {
    this.model = "the model " + model.provider() + " " + model.model();
    this.nanoTime = nanoTime;
  }

  /** What came of a call, as far as it tells if the model can be called. */
  enum Outcome {
    ANSWERED,
    FAILED,
    /** There was no call, or its end says nothing of the model. */
    UNKNOWN
  }

  /**
   * Lets a call pass. Its outcome must be told.
   *
   * @return if it is the one that tries the model
   * @throws ProblemException {@code model-unavailable} if none may pass now
   */
  synchronized boolean enter() {
    if (failures < FAILURES) {
      return false;
    }
    Duration left = OPEN.minusNanos(nanoTime.getAsLong() - openedAt);
    if (left.isPositive()) {
      throw unavailable(" failed many times in a row and is left alone for a while", left);
    }
    if (probing) {
      throw unavailable(" failed many times in a row and is being tried by one call", PROBING);
    }
    probing = true;
    return true;
  }

  /**
   * Tells what came of a call that was let pass.
   *
   * @param probe what {@link #enter} returned for it
   */
  synchronized void tell(boolean probe, Outcome outcome) {
    probing = probing && !probe;
    switch (outcome) {
      case ANSWERED -> failures = 0;
      case FAILED -> {
        failures++;
        openedAt = nanoTime.getAsLong();
      }
      case UNKNOWN -> {}
    }
  }

  private ProblemException unavailable(String why, Duration retryAfter) {
    return new ProblemException(Problem.MODEL_UNAVAILABLE, model + why, retryAfter);
  }
}
