package news.breve.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import news.breve.BriefTestData;
import news.breve.article.Problem;
import news.breve.brief.Brief;
import news.breve.brief.Brief.Usage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How every store settles who writes a brief (docs/adr/0011). */
abstract class LeaseContract extends BriefStoreContract {
  static final Duration HOLD = Duration.ofSeconds(40);
  static final String DETAIL = "the model answered nothing";

  /** What a store's time may be late. */
  private static final Duration RESOLUTION = Duration.ofSeconds(1);

  private final TestClock now = new TestClock(Instant.parse(BriefTestData.GENERATED_AT));
  private BriefStore store;
  private BriefStore other;

  /** Opens the store as a process sees it whose clock is wrong. */
  BriefStore open(Clock right, Duration wrongBy) throws Exception {
    return open(Clock.offset(right, wrongBy));
  }

  /** Makes what the store is opened on. */
  void prepare() throws Exception {}

  @BeforeEach
  void openTwice() throws Exception {
    prepare();
    store = open(now);
    other = open(now);
  }

  /** A brief that is told from others by what it cost. */
  private static Brief brief(String id, int tokens) {
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
        brief.ai(),
        new Usage(1, tokens, tokens, null),
        brief.cache());
  }

  private static Brief brief(int tokens) {
    return brief(BriefTestData.ID, tokens);
  }

  private static Claim claim(BriefStore store) {
    return store.claim(BriefTestData.ID, HOLD);
  }

  private static Lease acquire(BriefStore store) {
    Claim claim = claim(store);
    assertThat(claim).isInstanceOf(Claim.Acquired.class);
    return ((Claim.Acquired) claim).lease();
  }

  private static void assertHeld(Optional<? extends Claim> claim) {
    assertThat(claim)
        .get()
        .isInstanceOfSatisfying(
            Claim.HeldByOther.class,
            held ->
                assertThat(held.left()).isPositive().isLessThanOrEqualTo(HOLD.plus(RESOLUTION)));
  }

  @Test
  void claim_nothingKept_isAcquiredByOne_andHeldForTheOthers() {
    Lease lease = acquire(store);
    assertThat(lease.id()).isEqualTo(BriefTestData.ID);
    assertHeld(Optional.of(claim(store)));
    assertHeld(Optional.of(claim(other)));
    assertHeld(other.standing(BriefTestData.ID));
    assertThat(other.find(BriefTestData.ID)).isEmpty();
  }

  @Test
  void claim_otherId_isAnotherLease() {
    Lease lease = acquire(store);
    Claim claim = other.claim(new BriefKey().add("other").id(), HOLD);
    assertThat(claim)
        .isInstanceOfSatisfying(
            Claim.Acquired.class,
            acquired -> assertThat(acquired.lease().owner()).isNotEqualTo(lease.owner()));
  }

  @Test
  void tenants_whoKnowEachOthersIds_shareNothing() {
    BriefStore a = store.of("a");
    BriefStore b = other.of("b");
    Lease lease = acquire(a);
    assertThat(b.standing(BriefTestData.ID)).isEmpty();
    Lease theirs = acquire(b);
    assertThat(b.release(lease)).isEqualTo(Settlement.OVERTAKEN);
    assertHeld(other.of("a").standing(BriefTestData.ID));

    assertThat(a.complete(lease, brief(1))).isEqualTo(Settlement.DONE);
    assertThat(b.find(BriefTestData.ID)).isEmpty();
    assertThat(store.find(BriefTestData.ID)).isEmpty();
    assertThat(b.fail(theirs, Problem.MODEL_FAILED, DETAIL)).isEqualTo(Settlement.DONE);
    assertThat(store.standing(BriefTestData.ID)).isEmpty();
    b.save(brief(2));

    assertThat(b.of("a").find(BriefTestData.ID)).contains(brief(1));
    assertThat(a.of("b").find(BriefTestData.ID)).contains(brief(2));
    assertThat(other.of("b/a").find(BriefTestData.ID)).isEmpty();
  }

  @Test
  void claim_byManyAtOnce_isAcquiredByOne() throws Exception {
    Callable<Claim> claim = () -> claim(store);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Claim> claims = new ArrayList<>();
      for (Future<Claim> future :
          threads.invokeAll(IntStream.range(0, 100).mapToObj(i -> claim).toList())) {
        claims.add(future.get());
      }
      assertThat(claims).filteredOn(Claim.Acquired.class::isInstance).hasSize(1);
      assertThat(claims).filteredOn(Claim.HeldByOther.class::isInstance).hasSize(99);
    }
  }

  @Test
  void complete_keepsTheBrief_forEveryOne() {
    assertThat(store.complete(acquire(store), brief(1))).isEqualTo(Settlement.DONE);
    assertThat(other.find(BriefTestData.ID)).contains(brief(1));
    assertThat(claim(other)).isEqualTo(new Claim.Kept(brief(1)));
    assertThat(other.standing(BriefTestData.ID)).contains(new Claim.Kept(brief(1)));
  }

  @Test
  void complete_atMostForATime_isKeptSoLong() {
    Duration hour = Duration.ofHours(1);
    assertThat(store.complete(acquire(store), brief(1), hour)).isEqualTo(Settlement.DONE);
    now.pass(hour.minusSeconds(1));
    assertThat(claim(other)).isEqualTo(new Claim.Kept(brief(1)));
    now.pass(Duration.ofSeconds(1));
    assertThat(other.find(BriefTestData.ID)).isEmpty();
    acquire(other);
  }

  @Test
  void complete_atMostForLongerThanTheTimeToLive_isKeptForTheTimeToLive() {
    store.complete(acquire(store), brief(1), TIME_TO_LIVE.multipliedBy(2));
    now.pass(timeToLive().minusSeconds(1));
    assertThat(other.find(BriefTestData.ID)).isPresent();
    now.pass(Duration.ofSeconds(1));
    assertThat(other.find(BriefTestData.ID)).isEmpty();
  }

  @Test
  void claim_briefPastItsTime_isAcquired() {
    store.complete(acquire(store), brief(1));
    now.pass(timeToLive());
    Lease lease = acquire(other);
    assertThat(store.find(BriefTestData.ID)).isEmpty();
    assertThat(other.fail(lease, Problem.MODEL_TIMEOUT, DETAIL)).isEqualTo(Settlement.DONE);
    assertThat(store.find(BriefTestData.ID)).isEmpty();
  }

  @Test
  void fail_isRememberedForAboutAMinute_andNeverAsABrief() {
    Lease first = acquire(store);
    assertThat(store.fail(first, Problem.MODEL_UNAVAILABLE, DETAIL)).isEqualTo(Settlement.DONE);
    assertThat(claim(other))
        .isInstanceOfSatisfying(
            Claim.FailedLately.class,
            failed -> {
              assertThat(failed.problem()).isEqualTo(Problem.MODEL_UNAVAILABLE);
              assertThat(failed.detail()).isEqualTo(DETAIL);
              assertThat(failed.left()).isBetween(Duration.ofSeconds(48), Duration.ofSeconds(72));
            });
    assertThat(other.standing(BriefTestData.ID)).get().isInstanceOf(Claim.FailedLately.class);
    assertThat(other.find(BriefTestData.ID)).isEmpty();
    now.pass(Duration.ofSeconds(47));
    assertThat(claim(other)).isInstanceOf(Claim.FailedLately.class);
    now.pass(Duration.ofSeconds(26));
    assertThat(acquire(other).fence()).isGreaterThan(first.fence());
  }

  @Test
  void fail_together_isNotForgottenTogether() {
    Set<Duration> left = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      String id = new BriefKey().add(i).id();
      Lease lease = ((Claim.Acquired) store.claim(id, HOLD)).lease();
      store.fail(lease, Problem.MODEL_FAILED, DETAIL);
      left.add(((Claim.FailedLately) store.claim(id, HOLD)).left());
    }
    // Two of twenty are drawn alike, to the millisecond, once in a hundred runs.
    assertThat(left).hasSizeGreaterThan(15);
  }

  @Test
  void release_letsTheNextTryAtOnce() {
    Lease first = acquire(store);
    assertThat(store.release(first)).isEqualTo(Settlement.DONE);
    assertThat(other.standing(BriefTestData.ID)).isEmpty();
    assertThat(acquire(other).fence()).isGreaterThan(first.fence());
  }

  @Test
  void claim_leaseThatRanOut_isTakenOver_notBefore() {
    Lease first = acquire(store);
    now.pass(HOLD.minusSeconds(1));
    assertHeld(Optional.of(claim(other)));
    now.pass(RESOLUTION.plusSeconds(1));
    assertThat(other.standing(BriefTestData.ID)).isEmpty();
    Lease second = acquire(other);
    assertThat(second.fence()).isGreaterThan(first.fence());
    assertHeld(Optional.of(claim(store)));
  }

  @Test
  void complete_lateButNotOvertaken_isKept() {
    Lease lease = acquire(store);
    now.pass(Duration.ofMinutes(20));
    assertThat(store.complete(lease, brief(1))).isEqualTo(Settlement.DONE);
    assertThat(other.find(BriefTestData.ID)).contains(brief(1));
  }

  /** What a writer that was frozen may do when it wakes. */
  enum Wakening {
    COMPLETE,
    FAIL,
    RELEASE;

    Settlement of(BriefStore store, Lease lease, int tokens) {
      return switch (this) {
        case COMPLETE -> store.complete(lease, brief(tokens));
        case FAIL -> store.fail(lease, Problem.MODEL_FAILED, DETAIL);
        case RELEASE -> store.release(lease);
      };
    }
  }

  @ParameterizedTest
  @EnumSource(Wakening.class)
  void settle_byFrozenWriter_changesNothingOfItsSuccessors(Wakening wakening) {
    Lease frozen = acquire(store);
    now.pass(HOLD.plusSeconds(2));
    Lease successor = acquire(other);

    assertThat(wakening.of(store, frozen, 1)).isEqualTo(Settlement.OVERTAKEN);
    assertHeld(store.standing(BriefTestData.ID));
    assertThat(other.complete(successor, brief(2))).isEqualTo(Settlement.DONE);
    assertThat(wakening.of(store, frozen, 1)).isEqualTo(Settlement.OVERTAKEN);
    assertThat(store.find(BriefTestData.ID)).contains(brief(2));
  }

  @ParameterizedTest
  @EnumSource(Wakening.class)
  void settle_afterSuccessorFailedOrGaveUp_changesNothing(Wakening wakening) {
    Lease frozen = acquire(store);
    now.pass(HOLD.plusSeconds(2));
    other.fail(acquire(other), Problem.MODEL_TIMEOUT, DETAIL);
    assertThat(wakening.of(store, frozen, 1)).isEqualTo(Settlement.OVERTAKEN);
    assertThat(claim(store))
        .isInstanceOfSatisfying(
            Claim.FailedLately.class,
            failed -> assertThat(failed.problem()).isEqualTo(Problem.MODEL_TIMEOUT));

    now.pass(Duration.ofSeconds(75));
    other.release(acquire(other));
    assertThat(wakening.of(store, frozen, 1)).isEqualTo(Settlement.OVERTAKEN);
    assertThat(store.standing(BriefTestData.ID)).isEmpty();
  }

  @Test
  void complete_afterOwnFailureOrRelease_isOvertaken() {
    Lease failed = acquire(store);
    store.fail(failed, Problem.MODEL_TIMEOUT, DETAIL);
    assertThat(store.complete(failed, brief(1))).isEqualTo(Settlement.OVERTAKEN);
    now.pass(Duration.ofSeconds(75));
    Lease released = acquire(store);
    store.release(released);
    assertThat(store.complete(released, brief(1))).isEqualTo(Settlement.OVERTAKEN);
    assertThat(store.find(BriefTestData.ID)).isEmpty();
  }

  @Test
  void save_whileLeased_overtakesTheLease() {
    Lease lease = acquire(store);
    other.save(brief(2));
    assertThat(claim(other)).isEqualTo(new Claim.Kept(brief(2)));
    assertThat(store.fail(lease, Problem.MODEL_FAILED, DETAIL)).isEqualTo(Settlement.OVERTAKEN);
    assertThat(store.complete(lease, brief(1))).isEqualTo(Settlement.OVERTAKEN);
    assertThat(store.find(BriefTestData.ID)).contains(brief(2));
  }

  @ParameterizedTest
  @ValueSource(ints = {-10, 10})
  void claim_byProcessWhoseClockIsTenMinutesWrong_storesNothingWrong(int minutes) throws Exception {
    BriefStore wrong = open(now, Duration.ofMinutes(minutes));

    Lease right = acquire(store);
    Claim early = claim(wrong);
    // At worst it is taken over too soon: a second call is paid, and the first one's brief is not
    // kept.
    if (early instanceof Claim.Acquired acquired) {
      assertThat(acquired.lease().fence()).isGreaterThan(right.fence());
      assertThat(store.complete(right, brief(1))).isEqualTo(Settlement.OVERTAKEN);
      assertThat(wrong.complete(acquired.lease(), brief(2))).isEqualTo(Settlement.DONE);
      assertThat(store.find(BriefTestData.ID)).contains(brief(2));
    } else {
      assertThat(early).isInstanceOf(Claim.HeldByOther.class);
      assertThat(store.complete(right, brief(1))).isEqualTo(Settlement.DONE);
      assertThat(claim(wrong)).isEqualTo(new Claim.Kept(brief(1)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-10, 10})
  void claim_leaseOfProcessWhoseClockIsTenMinutesWrong_isTakenOverInTheEnd(int minutes)
      throws Exception {
    BriefStore wrong = open(now, Duration.ofMinutes(minutes));
    Lease first = acquire(wrong);
    now.pass(Duration.ofMinutes(10).plus(HOLD).plusSeconds(2));
    Lease second = acquire(store);
    assertThat(second.fence()).isGreaterThan(first.fence());
    assertThat(wrong.complete(first, brief(1))).isEqualTo(Settlement.OVERTAKEN);
    assertThat(store.complete(second, brief(2))).isEqualTo(Settlement.DONE);
    assertThat(wrong.find(BriefTestData.ID)).contains(brief(2));
  }

  @Test
  void claim_leaseOfAClockThatNobodyCanMean_isTakenOver() throws Exception {
    acquire(open(now, Duration.ofDays(400)));
    assertThat(claim(store)).isNotInstanceOf(Claim.Kept.class);
    now.pass(HOLD.plusSeconds(2));
    acquire(store);
  }

  /** A lease and the store it was acquired from. */
  private record Held(Lease lease, BriefStore store) {}

  /**
   * Writers that freeze, wake, fail and give up in any order, some with wrong clocks, against what
   * the rules say: a lease is settled once, by its owner, and only while it is the last.
   */
  @Test
  void anyOrder_keepsTheBriefOfTheLastLease() throws Exception {
    for (int seed = 0; seed < runs(); seed++) {
      Random random = new Random(seed);
      String id = new BriefKey().add("run").add(seed).id();
      List<BriefStore> stores =
          List.of(
              store,
              open(now, Duration.ofMinutes(random.nextInt(-10, 11))),
              open(now, Duration.ofMinutes(random.nextInt(-10, 11))));
      List<Held> leases = new ArrayList<>();
      Lease last = null;
      boolean open = false;
      Brief kept = null;
      for (int step = 0; step < 30 && kept == null; step++) {
        String where = "run %d, step %d".formatted(seed, step);
        now.pass(Duration.ofSeconds(random.nextInt(15)));
        if (leases.isEmpty() || random.nextInt(3) > 0) {
          BriefStore writer = stores.get(random.nextInt(stores.size()));
          if (writer.claim(id, HOLD) instanceof Claim.Acquired acquired) {
            Lease lease = acquired.lease();
            if (last != null) {
              assertThat(lease.fence()).as(where).isGreaterThan(last.fence());
            }
            last = lease;
            open = true;
            leases.add(new Held(lease, writer));
          }
        } else {
          Held held = leases.get(random.nextInt(leases.size()));
          Lease lease = held.lease();
          Brief brief = brief(id, step);
          BriefStore writer = held.store();
          int way = random.nextInt(4);
          Settlement settlement =
              switch (way) {
                case 0 -> writer.complete(lease, brief);
                case 1 -> writer.fail(lease, Problem.MODEL_FAILED, DETAIL);
                default -> writer.release(lease);
              };
          boolean mine = open && lease.equals(last);
          assertThat(settlement).as(where).isEqualTo(mine ? Settlement.DONE : Settlement.OVERTAKEN);
          if (mine) {
            open = false;
            leases.remove(held);
            kept = way == 0 ? brief : null;
          }
        }
      }
      for (Held late : leases) {
        if (!open || !late.lease().equals(last)) {
          assertThat(late.store().complete(late.lease(), brief(id, -1)))
              .isEqualTo(Settlement.OVERTAKEN);
        }
      }
      assertThat(stores.getFirst().find(id)).isEqualTo(Optional.ofNullable(kept));
    }
  }

  /** How many orders are tried. */
  int runs() {
    return 100;
  }

  @Test
  void claim_holdThatIsNone_isRefused() {
    for (Duration hold :
        List.of(Duration.ZERO, Duration.ofMillis(-1), Lease.MAX_HOLD.plusMillis(1))) {
      assertThatIllegalArgumentException().isThrownBy(() -> store.claim(BriefTestData.ID, hold));
    }
    assertThat(store.claim(BriefTestData.ID, Lease.MAX_HOLD)).isInstanceOf(Claim.Acquired.class);
  }

  @Test
  void claim_notAnId_isRefused() {
    for (String id : List.of("", "b1-", "../../etc/passwd", "b1-" + "A".repeat(42) + "/")) {
      assertThatIllegalArgumentException().isThrownBy(() -> store.claim(id, HOLD));
      assertThatIllegalArgumentException().isThrownBy(() -> store.standing(id));
    }
  }

  @Test
  void complete_briefOfAnotherId_isRefused_andTheLeaseStays() {
    Lease lease = acquire(store);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> store.complete(lease, brief(new BriefKey().add("other").id(), 1)));
    assertHeld(other.standing(BriefTestData.ID));
    assertThat(store.complete(lease, brief(1))).isEqualTo(Settlement.DONE);
  }
}
