package news.breve.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Time is what the test says. */
final class PaceTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final OptionalLong NONE = OptionalLong.empty();

  /** Begins where nanoTime may: anywhere. */
  private long now = Long.MAX_VALUE - 30 * SECOND;

  private Pace pace(OptionalLong requests, OptionalLong tokens) {
    return new Pace(requests, tokens, now);
  }

  /** Makes calls as fast as they may be made, and returns how many. */
  private int calls(Pace pace, long tokens, long used, Duration time) {
    long end = now + time.toNanos();
    int calls = 0;
    while (true) {
      long wait = pace.wait(tokens, now);
      if (now + wait - end > 0) {
        now = end;
        return calls;
      }
      if (wait > 0) {
        now += wait;
        continue;
      }
      pace.take(tokens);
      pace.giveBack(tokens - used);
      calls++;
    }
  }

  @ParameterizedTest(name = "{0} requests, {1} tokens a minute, {3} a call: {4}")
  @CsvSource({
    // requests, tokens, most tokens, used, calls in ten minutes
    "600, , 1000, 1000, 6000",
    "7, , 1000, 1000, 70",
    ", 60000, 1000, 1000, 600",
    ", 60000, 3000, 1000, 600",
    // A call larger than the bucket of tokens.
    ", 6000, 3000, 3000, 20",
    "600, 60000, 1000, 1000, 600",
    "60, 600000, 1000, 1000, 600"
  })
  void calls_asFastAsTheyMay_keepToTheCeiling(
      Long requests, Long tokens, long most, long used, int expected) {
    Pace pace =
        pace(
            requests == null ? NONE : OptionalLong.of(requests),
            tokens == null ? NONE : OptionalLong.of(tokens));
    assertThat(calls(pace, most, used, Duration.ofMinutes(10)))
        .isCloseTo(expected, within(Math.max(2, expected / 50)));
  }

  @Test
  void anyMinute_afterIdling_passesTheCeilingByASecondAtMost() {
    Pace pace = pace(OptionalLong.of(600), NONE);
    now += 100 * SECOND;
    assertThat(calls(pace, 1, 1, Duration.ofMinutes(1))).isBetween(600, 611);
  }

  @Test
  void lateWakeUps_areMadeUpFor() {
    Pace pace = pace(OptionalLong.of(600), NONE);
    calls(pace, 1, 1, Duration.ofSeconds(10));
    int calls = 0;
    for (int i = 0; i < 60; i++) {
      now += SECOND / 2;
      while (pace.wait(1, now) <= 0) {
        pace.take(1);
        calls++;
      }
    }
    assertThat(calls).isBetween(299, 301);
  }

  @Test
  void overload_halvesOnceARound_andGrowsBackByAConstantStep() {
    Pace pace = pace(OptionalLong.of(600), NONE);
    calls(pace, 1, 1, Duration.ofSeconds(20));
    long called = now - SECOND / 10;
    pace.overloaded(called, null, now);
    assertThat(pace.share()).isEqualTo(0.5);
    pace.overloaded(now, null, now + 1);
    assertThat(pace.share()).isCloseTo(0.5, within(0.001));
    // Made before the rate was halved: says nothing new.
    pace.overloaded(called, null, now + 2 * SECOND);
    assertThat(pace.share()).isCloseTo(0.6, within(0.001));
    now += 2 * SECOND;
    calls(pace, 1, 1, Duration.ofSeconds(4));
    assertThat(pace.share()).isCloseTo(0.8, within(0.01));
    calls(pace, 1, 1, Duration.ofSeconds(10));
    assertThat(pace.share()).isEqualTo(1);
  }

  @Test
  void storm_leavesSomethingToProbeWith() {
    Pace pace = pace(OptionalLong.of(600), NONE);
    for (int i = 0; i < 100; i++) {
      now += 2 * SECOND;
      pace.overloaded(now, null, now);
    }
    assertThat(pace.share()).isGreaterThanOrEqualTo(1.0 / 64);
    assertThat(calls(pace, 1, 1, Duration.ofSeconds(10))).isPositive();
  }

  @Test
  void retryAfter_letsNobodyGo_forFiveMinutesAtMost() {
    Pace pace = pace(OptionalLong.of(600), NONE);
    pace.overloaded(now, Duration.ofSeconds(7), now);
    assertThat(pace.wait(1, now)).isEqualTo(7 * SECOND);
    pace.overloaded(now, Duration.ofDays(1), now);
    assertThat(pace.wait(1, now)).isEqualTo(TimeUnit.MINUTES.toNanos(5));
  }

  @Test
  void noCeiling_goesFree_untilTheProviderShowsOne_andOutgrowsIt() {
    Pace pace = pace(NONE, NONE);
    for (int i = 0; i < 1_000; i++) {
      now += SECOND / 100;
      assertThat(pace.wait(1, now)).isZero();
      pace.take(1);
    }
    // A hundred a second were too many: fifty are tried.
    pace.overloaded(now, null, now);
    assertThat(calls(pace, 1, 1, Duration.ofSeconds(1))).isBetween(45, 60);
    calls(pace, 1, 1, Duration.ofSeconds(30));
    assertThat(calls(pace, 1, 1, Duration.ofSeconds(1))).isGreaterThan(150);
  }

  @Test
  void callNotMade_isGivenBack() {
    Pace pace = pace(OptionalLong.of(6), NONE);
    pace.take(10);
    assertThat(pace.wait(10, now)).isPositive();
    pace.giveBackCall(10);
    assertThat(pace.wait(10, now)).isLessThanOrEqualTo(0);
    assertThat(pace.made()).isZero();
  }

  @Test
  void allowed_countsWhatTheCeilingWas_whileCallsWaited() {
    Pace pace = pace(OptionalLong.of(600), NONE);
    now += 100 * SECOND;
    assertThat(pace.allowed(now)).isZero();
    pace.waitedFor(true, now);
    int made = calls(pace, 1, 1, Duration.ofSeconds(30));
    pace.overloaded(now, null, now);
    made += calls(pace, 1, 1, Duration.ofSeconds(5));
    // 300, and 5 s of a rate that grows from 5 to 7.5 a second.
    assertThat(pace.allowed(now)).isCloseTo(331, within(1.0));
    assertThat((double) made).isCloseTo(pace.allowed(now), within(12.0));
  }
}
