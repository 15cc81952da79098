package news.breve.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import news.breve.article.Article;
import news.breve.article.Json;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.brief.DraftReader;
import news.breve.configuration.ConfigurationException;
import news.breve.configuration.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BoundedWriterTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final SlowWriter slow = new SlowWriter();

  @AfterEach
  void stop() {
    slow.gate.countDown();
    threads.close();
  }

  private static final class SlowWriter implements BriefWriter {
    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Override
    public Identity identity() {
      return new Identity("openai", "m", "", "p");
    }

    @Override
    public Written write(Article article, int sentences, Allowance allowance) {
      most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
      try {
        gate.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        atOnce.decrementAndGet();
      }
      return new Written(DraftReader.readAnswer(Json.parse(Samples.DRAFT), 3), identity());
    }
  }

  private CompletableFuture<Written> write(BriefWriter writer) {
    return CompletableFuture.supplyAsync(
        () -> writer.write(Samples.article(), 3, Samples.allowance()), threads);
  }

  private static void awaitTrue(BooleanSupplier condition) throws Exception {
    long deadline = System.nanoTime() + LONG.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(5);
    }
  }

  @Test
  void calls_upToTheLimit_areMadeAtOnce_andTheOthersInTurn() throws Exception {
    BriefWriter bounded = new BoundedWriter(slow, new BoundedWriter.Limits(2, 3, LONG));
    var calls = IntStream.range(0, 5).mapToObj(i -> write(bounded)).toList();
    awaitTrue(() -> slow.atOnce.get() == 2);
    slow.gate.countDown();
    for (CompletableFuture<Written> call : calls) {
      assertThat(call.get().draft().sentences()).isNotEmpty();
    }
    assertThat(slow.most.get()).isEqualTo(2);
  }

  @Test
  void call_thatFindsTheQueueFull_isToldToComeBack() throws Exception {
    BriefWriter bounded = new BoundedWriter(slow, new BoundedWriter.Limits(1, 0, LONG));
    CompletableFuture<Written> first = write(bounded);
    awaitTrue(() -> slow.atOnce.get() == 1);
    assertUnavailable(bounded);
    slow.gate.countDown();
    assertThat(first.get()).isNotNull();
    assertThat(bounded.write(Samples.article(), 3, Samples.allowance())).isNotNull();
  }

  @Test
  void call_whoseTurnDoesNotCome_isToldToComeBack() throws Exception {
    BriefWriter bounded =
        new BoundedWriter(slow, new BoundedWriter.Limits(1, 5, Duration.ofMillis(30)));
    CompletableFuture<Written> first = write(bounded);
    awaitTrue(() -> slow.atOnce.get() == 1);
    assertUnavailable(bounded);
    assertThat(first).isNotDone();
  }

  @Test
  void repair_whoseTurnDoesNotCome_isNone() throws Exception {
    BriefWriter bounded = new BoundedWriter(slow, new BoundedWriter.Limits(1, 0, LONG));
    CompletableFuture<Written> other = write(bounded);
    awaitTrue(() -> slow.atOnce.get() == 1);
    Written first =
        new Written(DraftReader.readAnswer(Json.parse(Samples.DRAFT), 3), slow.identity());
    assertThat(bounded.repair(Samples.article(), 3, first, List.of(), Samples.allowance()))
        .isEmpty();
    assertThat(other).isNotDone();
  }

  private static void assertUnavailable(BriefWriter bounded) {
    assertThatThrownBy(() -> bounded.write(Samples.article(), 3, Samples.allowance()))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem()).isEqualTo(Problem.MODEL_UNAVAILABLE);
              assertThat(e.retryAfter()).isPresent();
            });
  }

  @Test
  void limits_outOfRange_areRefusedByName() {
    assertThatThrownBy(() ->
            BoundedWriter.Limits.from(new Variables(Map.of("BREVE_MODEL_CONCURRENCY", "1001"))))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("BREVE_MODEL_CONCURRENCY");
    assertThat(BoundedWriter.Limits.from(new Variables(Map.of())).concurrency()).isEqualTo(8);
  }
}
