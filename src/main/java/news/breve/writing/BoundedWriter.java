package news.breve.writing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import news.breve.article.Article;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.brief.Finding;
import news.breve.configuration.ConfigurationException;
import news.breve.configuration.Variables;

/**
 * Lets only so many calls reach a model at once; the next wait in a queue, in the order they came,
 * and who finds the queue full is told so at once.
 */
public final class BoundedWriter implements BriefWriter {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

  private final BriefWriter writer;
  private final Limits limits;
  private final Semaphore calls;
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * How many calls are made and wait.
   *
   * @param concurrency most calls at once
   * @param queue most calls that wait
   * @param patience longest wait in the queue
   */
  public record Limits(int concurrency, int queue, Duration patience) {
    private static final int MAX_CONCURRENCY = 1_000;
    private static final int MAX_QUEUE = 10_000;
    private static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(30);

    /**
     * Reads {@code BREVE_MODEL_CONCURRENCY} (8), {@code BREVE_MODEL_QUEUE} (64) and {@code
     * BREVE_MODEL_QUEUE_WAIT} (30s).
     *
     * @throws ConfigurationException naming the variable that is wrong
     */
    public static Limits from(Variables variables) {
      return new Limits(
          variables.integer("BREVE_MODEL_CONCURRENCY", 8, 1, MAX_CONCURRENCY),
          variables.integer("BREVE_MODEL_QUEUE", 64, 0, MAX_QUEUE),
          variables.duration("BREVE_MODEL_QUEUE_WAIT", DEFAULT_PATIENCE));
    }
  }

  /** Returns the writer, bounded where it calls a model. */
  public static BriefWriter of(BriefWriter writer, Limits limits) {
    return writer.identity().isModel() ? new BoundedWriter(writer, limits) : writer;
  }

  /** Bounds the calls of a writer. */
  public BoundedWriter(BriefWriter writer, Limits limits) {
    this.writer = writer;
    this.limits = limits;
    this.calls = new Semaphore(limits.concurrency(), true);
  }

  @Override
  public Identity identity() {
    return writer.identity();
  }

  /**
   * Writes once it is this call's turn.
   *
   * @throws ProblemException {@code model-unavailable} if the queue is full or the turn doesn't
   *     come; else as the writer
   */
  @Override
  public Written write(Article article, int sentences, Allowance allowance) {
    takeTurn(allowance);
    return andGiveItBack(() -> writer.write(article, sentences, allowance));
  }

  /** Empty if its turn doesn't come. */
  @Override
  public Optional<Written> repair(
      Article article, int sentences, Written first, List<Finding> errors, Allowance allowance) {
    try {
      takeTurn(allowance);
    } catch (ProblemException busy) {
      return Optional.empty();
    }
    return andGiveItBack(() -> writer.repair(article, sentences, first, errors, allowance));
  }

  /** Waits no longer than the brief's time allows. */
  private void takeTurn(Allowance allowance) {
    if (!calls.tryAcquire()) {
      awaitTurn(allowance.deadline().atMost(limits.patience()).left());
    }
  }

  private <T> T andGiveItBack(Supplier<T> call) {
    try {
      return call.get();
    } finally {
      calls.release();
    }
  }

  private void awaitTurn(Duration patience) {
    if (waiting.incrementAndGet() > limits.queue()) {
      waiting.decrementAndGet();
      throw unavailable("too many briefs wait for the model");
    }
    try {
      if (!calls.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw unavailable("the model was busy for " + patience.toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("the wait for the model was interrupted");
    } finally {
      waiting.decrementAndGet();
    }
  }

  private static ProblemException unavailable(String detail) {
    return new ProblemException(Problem.MODEL_UNAVAILABLE, detail, RETRY_AFTER);
  }
}
