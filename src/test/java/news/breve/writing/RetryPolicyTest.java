package news.breve.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.brief.Brief.Usage;
import news.breve.calling.Backoff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RetryPolicyTest {
  private static final Identity MODEL = new Identity("openai", "m", "", "p");

  /** Draws nothing, so that what is asked for shows. */
  private final RetryPolicy policy = new RetryPolicy(new Backoff(Duration.ZERO, Duration.ZERO));

  private static Allowance allowance(int secondsLeft, int refused, int lost) {
    Allowance allowance =
        new Allowance(
            Deadline.in(Duration.ofSeconds(secondsLeft)),
            TokenBudget.UNLIMITED,
            (writer, took, problem) -> {});
    IntStream.range(0, refused)
        .forEach(i -> allowance.call(MODEL, 1).refused(Problem.MODEL_UNAVAILABLE));
    IntStream.range(0, lost).forEach(i -> allowance.call(MODEL, 1).lost(Problem.MODEL_UNAVAILABLE));
    return allowance;
  }

  @ParameterizedTest
  @CsvSource({
    // problem, Retry-After, seconds left, refused calls, lost calls, calls for others, pause
    "MODEL_UNAVAILABLE,,9,1,0,0,0",
    "MODEL_UNAVAILABLE,,9,2,0,0,0",
    "MODEL_UNAVAILABLE,,9,3,0,0,",
    "MODEL_UNAVAILABLE,,9,0,1,0,0",
    "MODEL_UNAVAILABLE,,9,0,2,0,",
    "MODEL_UNAVAILABLE,,9,1,1,0,0",
    "MODEL_UNAVAILABLE,,9,1,0,1,0",
    "MODEL_UNAVAILABLE,,9,2,0,1,",
    "MODEL_UNAVAILABLE,,9,0,1,1,",
    "MODEL_UNAVAILABLE,5,9,1,0,0,5",
    "MODEL_UNAVAILABLE,9,9,1,0,0,",
    "MODEL_UNAVAILABLE,86400,9,1,0,0,",
    "MODEL_UNAVAILABLE,,0,1,0,0,",
    "MODEL_FAILED,,9,1,0,0,",
    "MODEL_FAILED,1,9,0,1,0,",
    "MODEL_TIMEOUT,,9,0,1,0,",
    "BUDGET_EXHAUSTED,1,9,0,0,0,",
    "TOO_LARGE,,9,0,0,0,"
  })
  void call_isMadeAgain_ifItMayHelp_andTheAllowanceAndTheTimePermit(
      Problem problem,
      Integer retryAfter,
      int left,
      int refused,
      int lost,
      int others,
      Integer pause) {
    ProblemException failure =
        new ProblemException(
            problem, "why", retryAfter == null ? null : Duration.ofSeconds(retryAfter));

    assertThat(policy.pauseAfter(failure, 1, allowance(left, refused, lost), others))
        .isEqualTo(Optional.ofNullable(pause).map(Duration::ofSeconds));
  }

  @Test
  void pauses_areDrawnFromAllOfTheirRange_whichDoublesUpToItsLimit() {
    Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofMillis(300));

    for (int tries = 1; tries <= 5; tries++) {
      long limit = Math.min(100L << (tries - 1), 300);
      int drawn = tries;
      long[] pauses =
          IntStream.range(0, 400)
              .mapToLong(i -> backoff.pause(drawn).toMillis())
              .sorted()
              .toArray();
      assertThat(pauses[0]).isBetween(0L, limit / 5);
      assertThat(pauses[399]).isBetween(limit * 4 / 5, limit);
    }
  }

  @Test
  void usage_isWhatAllCallsTook_andItsCostOnlyWhereAllIsKnown() {
    Allowance allowance = allowance(9, 1, 0);
    allowance.call(MODEL, 1).answered(new Usage(1, 900, 200, BigDecimal.TEN), null);
    assertThat(allowance.usage()).isEqualTo(new Usage(2, 900, 200, BigDecimal.TEN));
    allowance.call(MODEL, 1).lost(Problem.MODEL_TIMEOUT);
    assertThat(allowance.usage()).isEqualTo(new Usage(3, 900, 200, null));
    assertThat(allowance.permitsCall()).isFalse();
  }
}
