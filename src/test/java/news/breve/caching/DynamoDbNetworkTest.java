package news.breve.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.breve.BriefTestData;
import news.breve.article.Problem;
import news.breve.brief.Brief;
import news.breve.brief.Brief.Ai;
import news.breve.caching.FaultyNetwork.Fault;
import news.breve.calling.AwsCalls;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What leases and counts hold to when the network between us and the table doesn't. */
final class DynamoDbNetworkTest {
  private static final String TABLE = "briefs";
  private static final Duration HOLD = Duration.ofSeconds(40);
  private static final Duration LIMIT = Duration.ofSeconds(6);
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private static DynamoDbLocal local;
  private static DynamoDbClient direct;

  /** What happens to the next writes and reads; nothing once a list is empty. */
  private final Queue<Fault> writes = new ArrayDeque<>();

  private final Queue<Fault> reads = new ArrayDeque<>();
  private FaultyNetwork network;
  private AwsCalls calls;
  private BriefStore store;
  private BriefStore other;

  @BeforeAll
  static void start() throws Exception {
    local = new DynamoDbLocal();
    direct = local.client();
  }

  @AfterAll
  static void stop() {
    direct.close();
    local.close();
  }

  @BeforeEach
  void open() throws Exception {
    DynamoDbLocal.createTable(direct, TABLE);
    network = new FaultyNetwork(local.endpoint(), (operation, body) -> next(operation));
    calls = DynamoDbLocal.calls(network.endpoint());
    store = store(calls);
    other = store(local.calls());
  }

  @AfterEach
  void close() throws Exception {
    network.close();
    direct.deleteTable(request -> request.tableName(TABLE));
  }

  private static BriefStore store(AwsCalls calls) {
    return new DynamoDbBriefStore(calls, TABLE, "desk", Duration.ofDays(90), Clock.systemUTC());
  }

  private synchronized Fault next(String operation) {
    Fault fault = (operation.equals("GetItem") ? reads : writes).poll();
    return fault == null ? Fault.NONE : fault;
  }

  private synchronized void plan(Queue<Fault> queue, String faults) {
    queue.clear();
    if (!faults.isEmpty()) {
      Arrays.stream(faults.split(" ")).map(Fault::valueOf).forEach(queue::add);
    }
  }

  /** A brief written now: the store goes by the real time here. */
  private static Brief brief(String id, String model) {
    Brief brief = BriefTestData.brief(id);
    return new Brief(
        brief.id(),
        brief.status(),
        brief.schemaVersion(),
        brief.article(),
        brief.headline(),
        brief.sentences(),
        brief.keyFacts(),
        brief.checks(),
        new Ai(
            true,
            Ai.TRAINED_ALGORITHMIC_MEDIA,
            "mistral",
            model,
            "p-1",
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()),
        brief.usage(),
        brief.cache());
  }

  private static final Brief BRIEF = brief(BriefTestData.ID, "ministral-8b");

  private static Lease acquire(BriefStore store) {
    Claim claim = store.claim(BriefTestData.ID, HOLD);
    assertThat(claim).isInstanceOf(Claim.Acquired.class);
    return ((Claim.Acquired) claim).lease();
  }

  static Stream<Arguments> survived() {
    return Stream.of(
        // faults of writes, faults of reads
        Arguments.of("SLOW", "SLOW"),
        Arguments.of("RESET RESET", ""),
        Arguments.of("THROTTLED", "THROTTLED"),
        Arguments.of("ANSWER_LOST", "RESET"),
        Arguments.of("ANSWER_CUT", ""),
        Arguments.of("ANSWER_LOST ANSWER_LOST", ""),
        Arguments.of("ANSWER_LOST THROTTLED", ""),
        Arguments.of("LATE", ""));
  }

  @ParameterizedTest(name = "writes: {0}; reads: {1}")
  @MethodSource("survived")
  void claimAndSettle_someAttemptsFail_isAsIfNoneHad(String faultyWrites, String faultyReads) {
    plan(reads, faultyReads);
    plan(writes, faultyWrites);
    Lease lease = acquire(store);
    assertThat(other.claim(BriefTestData.ID, HOLD)).isInstanceOf(Claim.HeldByOther.class);

    plan(writes, faultyWrites);
    assertThat(store.release(lease)).isEqualTo(Settlement.DONE);
    assertThat(other.standing(BriefTestData.ID)).isEmpty();

    Lease next = acquire(store);
    assertThat(next.fence()).isGreaterThan(lease.fence());
    plan(writes, faultyWrites);
    assertThat(store.complete(next, BRIEF)).isEqualTo(Settlement.DONE);
    assertThat(other.find(BriefTestData.ID)).contains(BRIEF);
  }

  @Test
  void fail_answerLost_isRemembered() {
    Lease lease = acquire(store);
    plan(writes, "ANSWER_LOST");
    assertThat(store.fail(lease, Problem.MODEL_TIMEOUT, "too slow")).isEqualTo(Settlement.DONE);
    assertThat(other.standing(BriefTestData.ID)).get().isInstanceOf(Claim.FailedLately.class);
  }

  /** The SDK has given up, and what the table holds tells what became of it. */
  @Test
  void claimAndComplete_allAnswersLost_areFoundDone() {
    plan(writes, "ANSWER_LOST ".repeat(9).strip());
    Lease lease = acquire(store);
    assertThat(store.complete(lease, BRIEF)).isEqualTo(Settlement.DONE);
    assertThat(other.find(BriefTestData.ID)).contains(BRIEF);
  }

  @ParameterizedTest
  @ValueSource(strings = {"THROTTLED", "RESET"})
  void claim_neverReachesTheTable_isRefused_andLeavesNothing(String fault) {
    plan(writes, (fault + " ").repeat(9).strip());
    assertRefusedInTime(() -> store.claim(BriefTestData.ID, HOLD));
    acquire(other);
  }

  @Test
  void claim_madeButNobodyCanSay_isRefused_andHeldUntilItEnds() {
    plan(writes, "ANSWER_LOST RESET RESET RESET RESET RESET");
    plan(reads, "NONE RESET RESET RESET RESET RESET RESET");
    assertRefusedInTime(() -> store.claim(BriefTestData.ID, Duration.ofSeconds(7)));
    assertThat(other.claim(BriefTestData.ID, HOLD)).isInstanceOf(Claim.HeldByOther.class);
  }

  @Test
  void complete_madeButNobodyCanSay_isKept() {
    Lease lease = acquire(store);
    plan(writes, "ANSWER_LOST RESET RESET RESET RESET RESET");
    plan(reads, "RESET RESET RESET RESET RESET RESET");
    assertRefusedInTime(() -> store.complete(lease, BRIEF));
    plan(writes, "");
    assertThat(store.release(lease)).isEqualTo(Settlement.OVERTAKEN);
    assertThat(other.find(BriefTestData.ID)).contains(BRIEF);
  }

  @Test
  void claim_everyAnswerLate_isGivenUpInTime() {
    plan(writes, "LATE LATE LATE LATE LATE LATE");
    assertRefusedInTime(() -> store.claim(BriefTestData.ID, HOLD));
  }

  private static void assertRefusedInTime(Runnable call) {
    long start = System.nanoTime();
    assertThatExceptionOfType(StoreException.class).isThrownBy(call::run);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
  }

  /** A write that was held up on its way and arrives when a successor has the lease. */
  @Test
  void complete_arrivingAfterTheSuccessors_changesNothing() {
    Lease frozen = ((Claim.Acquired) store.claim(BriefTestData.ID, Duration.ofMillis(1))).lease();
    Claim claim = other.claim(BriefTestData.ID, HOLD);
    for (int i = 0; i < 100 && claim instanceof Claim.HeldByOther; i++) {
      sleep(100);
      claim = other.claim(BriefTestData.ID, HOLD);
    }
    Lease successor = ((Claim.Acquired) claim).lease();
    assertThat(other.complete(successor, brief(BriefTestData.ID, "b"))).isEqualTo(Settlement.DONE);
    plan(writes, "ANSWER_LOST");
    assertThat(store.complete(frozen, brief(BriefTestData.ID, "a")))
        .isEqualTo(Settlement.OVERTAKEN);
    assertThat(other.find(BriefTestData.ID)).map(b -> b.ai().model()).contains("b");
  }

  /** Twelve writers want the same three briefs over a network that fails every third time. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyBrief_overABadNetwork_isStoredOnceAndByItsLastHolder(int seed) throws Exception {
    Random random = new Random(seed);
    Fault[] faults = {
      Fault.SLOW, Fault.RESET, Fault.ANSWER_LOST, Fault.ANSWER_CUT, Fault.THROTTLED
    };
    List<String> ids = IntStream.range(0, 3).mapToObj(i -> new BriefKey().add(i).id()).toList();
    List<Ledger> ledgers = ids.stream().map(Ledger::new).toList();
    try (FaultyNetwork bad =
            new FaultyNetwork(
                local.endpoint(),
                (operation, body) -> {
                  synchronized (random) {
                    return random.nextInt(3) > 0
                        ? Fault.NONE
                        : faults[random.nextInt(faults.length)];
                  }
                });
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        writers.add(
            threads.submit(() -> {
              BriefStore mine = store(DynamoDbLocal.calls(bad.endpoint()));
              for (Ledger ledger : ledgers) {
                write(mine, ledger);
              }
            }));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
    for (Ledger ledger : ledgers) {
      assertThat(ledger.acquired()).doesNotHaveDuplicates().isNotEmpty();
      assertThat(ledger.kept()).hasSizeLessThanOrEqualTo(1);
      long writer = Long.parseLong(other.find(ledger.id()).orElseThrow().ai().model());
      assertThat(ledger.acquired()).contains(writer);
      assertThat(ledger.kept()).allMatch(fence -> fence == writer);
    }
  }

  /**
   * What became of the leases of one brief.
   *
   * @param acquired fences of all leases
   * @param kept fences of those whose brief was kept, as far as the writer was told
   */
  private record Ledger(String id, List<Long> acquired, List<Long> kept) {
    Ledger(String id) {
      this(
          id,
          Collections.synchronizedList(new ArrayList<>()),
          Collections.synchronizedList(new ArrayList<>()));
    }
  }

  /** Wants a brief until it is there; the model's name is the fence it was written under. */
  private static void write(BriefStore store, Ledger ledger) {
    while (true) {
      try {
        switch (store.claim(ledger.id(), Duration.ofSeconds(8))) {
          case Claim.Kept ignored -> {
            return;
          }
          case Claim.Acquired(Lease lease) -> {
            ledger.acquired().add(lease.fence());
            Brief brief = brief(ledger.id(), Long.toString(lease.fence()));
            if (store.complete(lease, brief) == Settlement.DONE) {
              ledger.kept().add(lease.fence());
            }
          }
          case Claim.HeldByOther ignored -> sleep(50);
          case Claim.FailedLately failed -> throw new AssertionError(failed);
        }
      } catch (StoreException e) {
        sleep(50);
      }
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ANSWER_LOST", "ANSWER_LOST ANSWER_LOST", "RESET", "THROTTLED", "LATE"})
  void tokens_someAttemptsFail_areCountedOnce(String faults) {
    TokenLedger ledger = new DynamoDbTokenLedger(calls, TABLE, Clock.systemUTC());
    plan(writes, faults);
    assertThat(ledger.reserve(DAY, 60, 100)).isTrue();
    plan(writes, faults);
    assertThat(ledger.reserve(DAY, 60, 100)).isFalse();
    plan(writes, faults);
    ledger.add(DAY, -20);
    assertThat(ledger.used(DAY)).isEqualTo(40);
  }
}
