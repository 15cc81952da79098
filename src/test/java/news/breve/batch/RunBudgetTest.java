package news.breve.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.writing.TokenBudget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class RunBudgetTest {
  @TempDir Path folder;

  private RunBudget open(long ceiling) throws IOException {
    return RunBudget.open(folder.resolve(".tokens"), ceiling);
  }

  private static void assertExhausted(RunBudget budget, long tokens) {
    assertThatThrownBy(() -> budget.reserve(tokens))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem()).isEqualTo(Problem.BUDGET_EXHAUSTED));
  }

  @Test
  void reserve_waitsForCallsUnderWay_whichMayLeaveEnough() throws Exception {
    try (RunBudget budget = open(1_000)) {
      TokenBudget.Reservation first = budget.reserve(800);
      CompletableFuture<TokenBudget.Reservation> second =
          CompletableFuture.supplyAsync(
              () -> budget.reserve(800), task -> Thread.ofVirtual().start(task));
      Thread.sleep(50);
      assertThat(second).isNotDone();
      first.settle(200);
      second.get(10, TimeUnit.SECONDS).settle(700);
      assertThat(budget.used()).isEqualTo(900);
      assertExhausted(budget, 101);
      budget.reserve(100).giveBack();
      assertThat(budget.used()).isEqualTo(900);
    }
  }

  @Test
  void nextRun_goesOnCounting_andCountsWhatWasUnderWayAtAKill() throws IOException {
    RunBudget killed = open(1_000);
    killed.reserve(300).settle(200);
    killed.reserve(500);
    // Not closed, not settled.
    try (RunBudget next = open(1_000)) {
      assertThat(next.used()).isEqualTo(700);
      assertThat(next.usedNow()).isZero();
      assertExhausted(next, 301);
    }
    killed.close();
  }

  @Test
  void manyThreads_neverPassTheCeiling() throws Exception {
    AtomicLong spent = new AtomicLong();
    try (RunBudget budget = open(20_000)) {
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 100; i++) {
          long seed = i;
          threads.execute(() -> {
            Random random = new Random(seed);
            try {
              for (int call = 0; call < 20; call++) {
                TokenBudget.Reservation reserved = budget.reserve(100);
                long used = random.nextInt(101);
                spent.addAndGet(used);
                reserved.settle(used);
              }
            } catch (ProblemException e) {
              // Exhausted.
            }
          });
        }
      }
      assertThat(budget.used()).isEqualTo(spent.get()).isBetween(19_900L, 20_000L);
    }
  }

  @Test
  void damagedCount_isNotTakenForNothing() throws IOException {
    Files.writeString(folder.resolve(".tokens"), "12x4");
    assertThatIOException().isThrownBy(() -> open(1_000));
  }
}
