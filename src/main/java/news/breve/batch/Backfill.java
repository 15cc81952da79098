package news.breve.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.calling.Backoff;
import news.breve.service.BriefListener;
import news.breve.writing.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * One run: every input is briefed once and gets its record, in the order of the inputs.
 *
 * <p>Inputs that have a record are passed over. What may pass is tried again: an input is given up
 * only after it failed several times while the model answered others; while it answers nobody, all
 * wait, and after half an hour of that the run ends. A run that ends early first finishes the
 * briefs that calls are paid for; inputs without a record are the next run's.
 */
public final class Backfill {
  /** How long one try may take, with the waits for its turns; the lease lasts as long. */
  public static final Duration PATIENCE = Duration.ofMinutes(10);

  /** How far the records of what is finished may be ahead of what is not: 3 MB of them. */
  private static final int WINDOW = 10_000;

  /** A wrong key or name refuses everything: nobody wants a record of that for each article. */
  private static final int REFUSALS = 20;

  private static final int TRIES = 5;

  /** Each may be on the bill. */
  private static final int TRIES_AFTER_TIMEOUT = 2;

  private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(1));

  private final ItemHandler handler;
  private final Inputs inputs;
  private final OutputFolder folder;
  private final AdaptiveLimiter limiter;
  private final ProviderHealth health;
  private final boolean retryFailed;
  private final Semaphore underWay;
  private final Reorder<Line> order;
  private final Report.Tally tally = new Report.Tally();
  private final AtomicReference<@Nullable String> stopped = new AtomicReference<>();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final AtomicInteger refusals = new AtomicInteger();
  private final AtomicBoolean failedToWrite = new AtomicBoolean();
  private final long start = System.nanoTime();
  private volatile Progress progress = new Progress(0, 0, 0, 0, 0);

  /**
   * Prepares a run.
   *
   * @param underWay how many inputs are worked on at once: more than calls, for some wait
   * @param listener is told what happens to each brief
   * @param retryFailed if inputs whose record is a problem are tried again
   */
  public Backfill(
      ItemHandler handler,
      Inputs inputs,
      OutputFolder folder,
      AdaptiveLimiter limiter,
      int underWay,
      BriefListener listener,
      boolean retryFailed) {
    this.handler = handler;
    this.inputs = inputs;
    this.folder = folder;
    this.limiter = limiter;
    this.health = new ProviderHealth(listener, System::nanoTime);
    this.retryFailed = retryFailed;
    this.underWay = new Semaphore(underWay);
    this.order = new Reorder<>(WINDOW, this::write);
  }

  /** What is written of an input: the record of an earlier run, or a new one. */
  private sealed interface Line {
    record Earlier(ResultsFile.Kept kept) implements Line {}

    record New(ResultRecord result, String sha256, ResultsFile.@Nullable Kept replaced)
        implements Line {}
  }

  /**
   * How far the run is, by what is written.
   *
   * @param items all
   * @param earlier of these, what earlier runs did
   * @param hits briefs that this run found in the cache
   * @param failed items without a brief
   * @param bytes read so far
   */
  public record Progress(long items, long earlier, long hits, long failed, long bytes) {}

  /** Returns how far the run is. */
  public Progress progress() {
    Progress now = progress;
    return new Progress(now.items, now.earlier, now.hits, now.failed, inputs.done());
  }

  /** Returns how the calls go. */
  public AdaptiveLimiter.State calls() {
    return limiter.state();
  }

  /** Returns the tokens that this run took. */
  public long tokens() {
    return folder.spending().usedNow();
  }

  /** Ends the run as soon as what is paid for is finished. The first reason counts. */
  public void stop(String reason) {
    if (stopped.compareAndSet(null, reason)) {
      limiter.stop();
      order.close();
      stopping.countDown();
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  /**
   * Runs to the end of the inputs, or until it is stopped, and leaves everything written.
   *
   * @throws IOException if the folder can't be written to
   */
  public RunReport run() throws IOException {
    // Calls have virtual threads, which wait for whoever computes on their like: reading and
    // checking
    // articles on those, a slow machine lets calls time out whose answers are there.
    ThreadFactory system = Thread.ofPlatform().daemon().name("breve-item-", 1).factory();
    try (ExecutorService threads = Executors.newThreadPerTaskExecutor(system)) {
      feed(threads);
    }
    boolean complete = !isStopping();
    folder.results().close(complete);
    RunReport report = report(complete);
    folder.keep(report);
    return report;
  }

  private void feed(ExecutorService threads) {
    try {
      long place = 0;
      for (Input input = inputs.next(); input != null && order.open(place); input = inputs.next()) {
        feed(input, place++, threads);
      }
    } catch (IOException e) {
      stop("the input can't be read any further (" + e.getClass().getSimpleName() + ")");
    }
  }

  private void feed(Input input, long place, ExecutorService threads) throws IOException {
    Optional<ResultsFile.Kept> earlier =
        folder.results().take(input.item().source(), input.sha256());
    if (earlier.isPresent() && isDone(earlier.get().result())) {
      order.put(place, new Line.Earlier(earlier.get()));
      return;
    }
    underWay.acquireUninterruptibly();
    threads.execute(() -> {
      try {
        brief(input.item())
            .ifPresent(handled -> {
              keep(handled);
              order.put(
                  place, new Line.New(handled.result(), input.sha256(), earlier.orElse(null)));
            });
      } catch (UncheckedIOException e) {
        stop(String.valueOf(e.getMessage()));
      } catch (RuntimeException | Error e) {
        // An input without its record would hold back all that follow.
        stop("a fault of ours: " + e.getClass().getSimpleName());
        throw e;
      } finally {
        underWay.release();
      }
    });
  }

  /** A record is as good as the brief it names. */
  private boolean isDone(ResultRecord result) {
    String id = result.id();
    return id == null ? !retryFailed : folder.hasBrief(id);
  }

  /** Returns what became of an item; empty if the run is stopped before it is known. */
  private Optional<ItemHandler.Handled> brief(BatchItem item) {
    int tries = 0;
    for (int failures = 1; !isStopping(); failures++) {
      long before = health.successes();
      try {
        return Optional.of(handler.handle(item, Deadline.in(PATIENCE), health));
      } catch (ProblemException e) {
        if (e.problem() == Problem.BUDGET_EXHAUSTED) {
          stop(e.detail());
          return Optional.empty();
        }
        Optional<String> despair = health.despair();
        if (despair.isPresent()) {
          stop(despair.get() + ": " + e.detail());
          return Optional.empty();
        }
        // While nobody is answered, it isn't the item's fault.
        boolean othersAre = health.successes() > before;
        tries += othersAre || e.problem() != Problem.MODEL_UNAVAILABLE ? 1 : 0;
        if (tries >= mostTries(e.problem())) {
          return Optional.of(handler.giveUp(item, e));
        }
        pause(failures, e);
      }
    }
    return Optional.empty();
  }

  private static int mostTries(Problem problem) {
    return switch (problem) {
      case MODEL_TIMEOUT -> TRIES_AFTER_TIMEOUT;
      // Our own code would come to the same again.
      case INTERNAL -> 1;
      default -> TRIES;
    };
  }

  private void pause(int failures, ProblemException e) {
    Duration drawn = PAUSES.pause(failures);
    Duration asked = e.retryAfter().orElse(Duration.ZERO);
    Duration longest = PAUSES.longest().multipliedBy(5);
    Duration pause = asked.compareTo(drawn) > 0 ? asked : drawn;
    long millis = Math.min(pause.toMillis(), longest.toMillis());
    try {
      stopping.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      stop("interrupted");
    }
  }

  private void keep(ItemHandler.Handled handled) {
    if (handled.brief() != null) {
      try {
        folder.keep(handled.brief());
      } catch (IOException e) {
        throw new UncheckedIOException(
            "the briefs can't be written (" + e.getClass().getSimpleName() + ")", e);
      }
    } else if (isRefusal(handled.result())
        && health.successes() == 0
        && refusals.incrementAndGet() >= REFUSALS) {
      stop("the model refuses every call: " + detail(handled.result()));
    }
  }

  private static boolean isRefusal(ResultRecord result) {
    return result.problem() != null && result.problem().type().equals(Problem.MODEL_FAILED.type());
  }

  private static String detail(ResultRecord result) {
    return result.problem() == null ? "" : result.problem().detail();
  }

  /** One at a time, in order. */
  private void write(Line line) {
    if (failedToWrite.get()) {
      return;
    }
    try {
      ResultsFile results = folder.results();
      switch (line) {
        case Line.Earlier(ResultsFile.Kept kept) -> {
          results.keep(kept);
          count(kept.result(), true);
        }
        case Line.New(ResultRecord result, String sha256, ResultsFile.Kept replaced) -> {
          results.add(result, sha256, replaced);
          count(result, false);
        }
      }
    } catch (IOException e) {
      failedToWrite.set(true);
      stop("the results can't be written (" + e.getClass().getSimpleName() + ")");
    }
  }

  private void count(ResultRecord result, boolean earlier) {
    tally.add(result);
    Progress before = progress;
    boolean hit = !earlier && result.cache() != null && result.cache().hit();
    progress =
        new Progress(
            before.items + 1,
            before.earlier + (earlier ? 1 : 0),
            before.hits + (hit ? 1 : 0),
            before.failed + (result.isFailed() ? 1 : 0),
            0);
  }

  private RunReport report(boolean complete) {
    AdaptiveLimiter.State state = limiter.state();
    double minutes = (System.nanoTime() - start) / (double) TimeUnit.MINUTES.toNanos(1);
    return new RunReport(
        tally.report(),
        complete,
        stopped.get(),
        folder.spending().used(),
        new RunReport.Calls(state.made(), rounded(state.made() / minutes), ofCeiling(state)));
  }

  private static @Nullable Double ofCeiling(AdaptiveLimiter.State state) {
    return state.waited() == 0 || Double.isInfinite(state.allowed())
        ? null
        : (Double) (Math.round(1000 * state.waited() / state.allowed()) / 1000.0);
  }

  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
