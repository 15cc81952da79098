package news.breve.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.batch.BatchItem;
import news.breve.batch.ItemHandler;
import news.breve.batch.ItemHandler.Handled;
import news.breve.batch.ObjectFetcher;
import news.breve.configuration.Variables;
import news.breve.service.BriefService;
import news.breve.service.Configuration;
import news.breve.writing.BriefWriter;
import news.breve.writing.Deadline;
import news.breve.writing.ModelSettings;
import org.jspecify.annotations.Nullable;

/**
 * What the doors for batches have in common: items are briefed several at once, and none is begun
 * that would be cut off by the end of the invocation.
 */
final class BatchDoor {
  private static final Logger LOGGER = Logger.getLogger(BatchDoor.class.getName());

  private static final String ITEMS_AT_ONCE = "BREVE_BATCH_ITEMS_AT_ONCE";
  private static final int DEFAULT_AT_ONCE = 5;
  private static final int MAX_AT_ONCE = 100;

  /** What an item takes beside its model: reading, checking, storing, sending its record. */
  private static final Duration AROUND_MODEL = Duration.ofSeconds(3);

  private final BriefTelemetry telemetry;
  private final RemainingTime time = new RemainingTime();
  private final BriefService service;
  private final ItemHandler items;
  private final Duration needed;
  private final int atOnce;

  // CRaC holds resources weakly: the handler, which lives as long as the container, holds them.
  @SuppressWarnings("UnusedVariable")
  private final Priming priming;

  BatchDoor(FunctionEnvironment environment, LogLines log, Clock clock, ObjectFetcher fetcher) {
    LibraryLogs.install(log);
    telemetry = new BriefTelemetry(log, environment.stack(), clock);
    Variables variables = new Variables(environment.atStart());
    Configuration configuration = Configuration.from(variables);
    service =
        configuration.service(
            RenewedWriter.of(configuration.writer(), environment, BatchDoor::writer),
            configuration.store(clock),
            clock);
    items =
        new ItemHandler(
            service, fetcher, e -> LOGGER.log(Level.SEVERE, "an item could not be briefed", e));
    ModelSettings model = configuration.model();
    needed = model == null ? AROUND_MODEL : AROUND_MODEL.plus(model.timeout());
    atOnce = variables.integer(ITEMS_AT_ONCE, DEFAULT_AT_ONCE, 1, MAX_AT_ONCE);
    priming = Priming.register(Priming::makeBriefs);
  }

  private static BriefWriter writer(Map<String, String> variables) {
    return Configuration.from(new Variables(variables)).writer();
  }

  /** Tells which invocation begins. */
  void begin(@Nullable Context context) {
    telemetry.request(context == null ? null : context.getAwsRequestId());
    time.of(context);
  }

  /**
   * Briefs an item.
   *
   * @throws ProblemException one that may pass
   */
  Handled brief(BatchItem item) {
    Deadline deadline = time.left().map(service.deadline()::atMost).orElseGet(service::deadline);
    return items.handle(item, deadline, telemetry);
  }

  /** Returns what becomes of an item whose problem did not pass. */
  Handled giveUp(BatchItem item, ProblemException e) {
    return items.giveUp(item, e);
  }

  /**
   * Does something with each item, several at once, and returns what came of it in the order of the
   * items.
   *
   * @param work what is done with an item
   * @param putOff what is done with an item that there is no time left to begin; the first ones are
   *     begun however little there is, or a function with too short a time would never do anything
   */
  <T, R> List<R> each(List<T> all, Function<T, R> work, Function<T, R> putOff) {
    try (ExecutorService threads =
        Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
      List<Future<R>> begun = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        T item = all.get(i);
        boolean first = i < atOnce;
        begun.add(threads.submit(() -> (first || isTimeLeft() ? work : putOff).apply(item)));
      }
      List<R> results = new ArrayList<>();
      for (Future<R> future : begun) {
        results.add(result(future));
      }
      return results;
    }
  }

  private boolean isTimeLeft() {
    return time.left().map(left -> left.compareTo(needed) >= 0).orElse(true);
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the invocation was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(e);
    }
  }

  /** Returns the problem of an item that could not be begun. */
  static ProblemException putOff() {
    return new ProblemException(Problem.MODEL_TIMEOUT, "there was no time left to begin the item");
  }
}
