package news.breve.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every ledger of tokens keeps to. */
abstract class TokenLedgerContract {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private TokenLedger ledger;

  /** Opens an empty ledger; a second call opens the same one again. */
  abstract TokenLedger open() throws Exception;

  @BeforeEach
  void openOnce() throws Exception {
    ledger = open();
  }

  @Test
  void used_nothingCounted_isZero() {
    assertThat(ledger.used(DAY)).isZero();
  }

  @Test
  void reserve_upToTheCeiling_isCounted_andNotBeyond() throws Exception {
    assertThat(ledger.reserve(DAY, 60, 100)).isTrue();
    assertThat(ledger.reserve(DAY, 41, 100)).isFalse();
    assertThat(open().reserve(DAY, 40, 100)).isTrue();
    assertThat(ledger.reserve(DAY, 1, 100)).isFalse();
    assertThat(ledger.reserve(DAY, 0, 100)).isTrue();
    assertThat(open().used(DAY)).isEqualTo(100);
  }

  @Test
  void reserve_moreThanTheCeilingOnAnEmptyDay_isNotCounted() {
    assertThat(ledger.reserve(DAY, 101, 100)).isFalse();
    assertThat(ledger.reserve(DAY, 1, 0)).isFalse();
    assertThat(ledger.used(DAY)).isZero();
  }

  @Test
  void add_countsPastTheCeiling_andGivesBack() {
    ledger.reserve(DAY, 60, 100);
    ledger.add(DAY, 70);
    assertThat(ledger.used(DAY)).isEqualTo(130);
    assertThat(ledger.reserve(DAY, 1, 100)).isFalse();
    ledger.add(DAY, -100);
    assertThat(ledger.used(DAY)).isEqualTo(30);
    assertThat(ledger.reserve(DAY, 70, 100)).isTrue();
  }

  @Test
  void reserve_anotherDay_startsAtNothing() {
    ledger.reserve(DAY, 100, 100);
    assertThat(ledger.reserve(DAY.plusDays(1), 100, 100)).isTrue();
    assertThat(ledger.used(DAY)).isEqualTo(100);
    assertThat(ledger.used(DAY.plusDays(2))).isZero();
  }

  @Test
  void reserve_ceilingLoweredSince_isNotCounted() {
    ledger.reserve(DAY, 100, 100);
    assertThat(ledger.reserve(DAY, 1, 50)).isFalse();
    assertThat(ledger.reserve(DAY, 1, Long.MAX_VALUE)).isTrue();
  }

  @Test
  void reserve_byManyAtOnce_neverPassesTheCeiling() throws Exception {
    Callable<Boolean> reserve = () -> ledger.reserve(DAY, 3, 100);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> results =
          threads.invokeAll(IntStream.range(0, 60).mapToObj(i -> reserve).toList());
      int counted = 0;
      for (Future<Boolean> result : results) {
        counted += result.get() ? 1 : 0;
      }
      assertThat(counted).isEqualTo(33);
    }
    assertThat(ledger.used(DAY)).isEqualTo(99);
  }
}
