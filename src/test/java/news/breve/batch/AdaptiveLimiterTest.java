package news.breve.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.writing.TokenBudget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class AdaptiveLimiterTest {
  private static AdaptiveLimiter limiter(int concurrency, OptionalLong requestsPerMinute) {
    return new AdaptiveLimiter(
        new AdaptiveLimiter.Limits(
            concurrency, requestsPerMinute, OptionalLong.empty(), Duration.ofSeconds(20)));
  }

  private static CompletableFuture<TokenBudget.Reservation> waiting(TokenBudget budget) {
    return CompletableFuture.supplyAsync(
        () -> budget.reserve(100), task -> Thread.ofVirtual().start(task));
  }

  private static void awaitWaiting(AdaptiveLimiter limiter, int count) throws Exception {
    while (limiter.state().waiting() < count) {
      Thread.sleep(5);
    }
  }

  @Test
  void reserve_soManyAtOnce_andTheNextInTheOrderTheyCame() throws Exception {
    AdaptiveLimiter limiter = limiter(2, OptionalLong.empty());
    TokenBudget.Reservation first = limiter.forBrief().reserve(100);
    limiter.forBrief().reserve(100);
    CompletableFuture<TokenBudget.Reservation> third = waiting(limiter.forBrief());
    awaitWaiting(limiter, 1);
    CompletableFuture<TokenBudget.Reservation> fourth = waiting(limiter.forBrief());
    awaitWaiting(limiter, 2);
    assertThat(third).isNotDone();
    first.settle(90);
    third.get(10, TimeUnit.SECONDS).settle(90);
    assertThat(fourth.get(10, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void reserve_manyThreads_neverPassTheLimits() throws Exception {
    AdaptiveLimiter limiter = limiter(4, OptionalLong.of(6_000));
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    long start = System.nanoTime();
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        all.add(
            threads.submit(() -> {
              TokenBudget.Reservation call = limiter.forBrief().reserve(100);
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              Thread.sleep(1);
              now.decrementAndGet();
              call.settle(50);
              return null;
            }));
      }
    }
    for (Future<?> call : all) {
      call.get();
    }
    // A hundred a second, and the first eleven at once.
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(1_850));
    assertThat(most).hasValueLessThanOrEqualTo(4);
    assertThat(limiter.state().made()).isEqualTo(200);
  }

  @Test
  void stop_letsNobodyBegin_butWhoHasPaidGoesOn() throws Exception {
    AdaptiveLimiter limiter = limiter(1, OptionalLong.empty());
    TokenBudget paid = limiter.forBrief();
    TokenBudget refused = limiter.forBrief();
    paid.reserve(100).settle(80);
    refused.reserve(100).settle(0);
    TokenBudget.Reservation call = limiter.forBrief().reserve(100);
    CompletableFuture<TokenBudget.Reservation> waiting = waiting(limiter.forBrief());
    awaitWaiting(limiter, 1);
    limiter.stop();
    assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
        .cause()
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem()).isEqualTo(Problem.BUDGET_EXHAUSTED));
    assertThatThrownBy(() -> refused.reserve(100)).isInstanceOf(ProblemException.class);
    call.settle(80);
    assertThat(paid.reserve(100)).isNotNull();
  }

  @Test
  void reserve_noTurnInTime_isGivenUp() {
    AdaptiveLimiter limiter =
        new AdaptiveLimiter(
            new AdaptiveLimiter.Limits(
                1, OptionalLong.empty(), OptionalLong.empty(), Duration.ofMillis(50)));
    limiter.forBrief().reserve(100);
    assertThatThrownBy(() -> limiter.forBrief().reserve(100))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem()).isEqualTo(Problem.MODEL_UNAVAILABLE));
    assertThat(limiter.state().waiting()).isZero();
  }

  @Test
  void overloaded_isTold_toTheNextCall() {
    AdaptiveLimiter limiter = limiter(8, OptionalLong.of(600));
    TokenBudget.Reservation call = limiter.forBrief().reserve(100);
    call.overloaded(null);
    call.settle(0);
    assertThat(limiter.state().share()).isBetween(0.5, 0.9);
  }
}
