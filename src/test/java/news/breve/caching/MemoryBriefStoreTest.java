package news.breve.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import news.breve.BriefTestData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class MemoryBriefStoreTest extends LeaseContract {
  private @Nullable Clock clock;
  private @Nullable BriefStore store;

  @Override
  BriefStore open(Clock clock) {
    BriefStore opened = store;
    if (opened == null || !clock.equals(this.clock)) {
      this.clock = clock;
      opened = new MemoryBriefStore(TIME_TO_LIVE, clock);
      store = opened;
    }
    return opened;
  }

  /** A process has one clock. */
  @Override
  BriefStore open(Clock right, Duration wrongBy) {
    return open(right);
  }

  @Test
  void save_moreThanItHolds_forgetsTheOneUsedLongestAgo() {
    Clock clock = Clock.fixed(Instant.parse(BriefTestData.GENERATED_AT), ZoneOffset.UTC);
    BriefStore store = open(clock);
    for (int i = 0; i <= MemoryBriefStore.MAX_BRIEFS; i++) {
      store.save(BriefTestData.brief(id(i)));
    }
    assertThat(store.find(id(0))).isEmpty();
    assertThat(store.find(id(1))).isPresent();
  }

  private static String id(int number) {
    return "b1-%043d".formatted(number);
  }
}
