package news.breve.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import news.breve.BriefTestData;
import news.breve.brief.Brief;
import org.junit.jupiter.api.Test;

/** What every store of briefs keeps to. Who writes one: {@link LeaseContract}. */
abstract class BriefStoreContract {
  static final Duration TIME_TO_LIVE = Duration.ofDays(90);
  private static final Instant WRITTEN = Instant.parse(BriefTestData.GENERATED_AT);
  private static final String OTHER_ID = "b1-" + "B".repeat(43);

  /** Opens the store under test; a second call opens the same one again. */
  abstract BriefStore open(Clock clock) throws Exception;

  /** How long the store under test keeps the brief of {@link BriefTestData}. */
  Duration timeToLive() {
    return TIME_TO_LIVE;
  }

  private BriefStore openAt(Instant now) throws Exception {
    return open(Clock.fixed(now, ZoneOffset.UTC));
  }

  @Test
  void find_nothingKept_isEmpty() throws Exception {
    assertThat(openAt(WRITTEN).find(BriefTestData.ID)).isEmpty();
  }

  @Test
  void find_afterSave_returnsTheSameBrief() throws Exception {
    BriefStore store = openAt(WRITTEN);
    store.save(BriefTestData.brief());
    assertThat(store.find(BriefTestData.ID)).contains(BriefTestData.brief());
  }

  @Test
  void find_otherId_isEmpty() throws Exception {
    BriefStore store = openAt(WRITTEN);
    store.save(BriefTestData.brief());
    assertThat(store.find(OTHER_ID)).isEmpty();
  }

  @Test
  void save_answerThatWasAHit_isKeptAsNone() throws Exception {
    BriefStore store = openAt(WRITTEN);
    store.save(BriefTestData.brief().withCacheHit(true));
    assertThat(store.find(BriefTestData.ID)).contains(BriefTestData.brief());
  }

  @Test
  void save_again_replaces() throws Exception {
    BriefStore store = openAt(WRITTEN);
    Brief first = BriefTestData.brief();
    Brief second =
        new Brief(
            first.id(),
            first.status(),
            first.schemaVersion(),
            first.article(),
            first.headline(),
            first.sentences(),
            List.of(),
            first.checks(),
            first.ai(),
            first.usage(),
            first.cache());
    store.save(first);
    store.save(second);
    assertThat(store.find(BriefTestData.ID)).contains(second);
  }

  @Test
  void find_justBeforeItsTime_isKept() throws Exception {
    BriefStore store = openAt(WRITTEN.plus(timeToLive()).minusSeconds(1));
    store.save(BriefTestData.brief());
    assertThat(store.find(BriefTestData.ID)).isPresent();
  }

  @Test
  void find_pastItsTime_isEmpty() throws Exception {
    BriefStore store = openAt(WRITTEN.plus(timeToLive()));
    store.save(BriefTestData.brief());
    assertThat(store.find(BriefTestData.ID)).isEmpty();
  }

  @Test
  void find_notAnId_isRefused() throws Exception {
    BriefStore store = openAt(WRITTEN);
    for (String id : List.of("", "b1-", "../../etc/passwd", "b1-" + "A".repeat(42) + "/")) {
      assertThatIllegalArgumentException().isThrownBy(() -> store.find(id));
    }
  }

  @Test
  void save_byManyAtOnce_neverShowsHalfABrief() throws Exception {
    BriefStore store = openAt(WRITTEN);
    Callable<Boolean> saveAndFind =
        () -> {
          store.save(BriefTestData.brief());
          return store.find(BriefTestData.ID).equals(Optional.of(BriefTestData.brief()));
        };
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> results =
          threads.invokeAll(IntStream.range(0, 200).mapToObj(i -> saveAndFind).toList());
      for (Future<Boolean> result : results) {
        assertThat(result.get()).isTrue();
      }
    }
  }
}
