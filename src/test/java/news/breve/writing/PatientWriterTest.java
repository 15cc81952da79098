package news.breve.writing;

import static news.breve.writing.MisbehavingServer.completion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.calling.Backoff;
import news.breve.writing.MisbehavingServer.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the writer of a backfill does, and what its budget is told. */
@Timeout(60)
final class PatientWriterTest {
  private final MisbehavingServer server = new MisbehavingServer();
  private final List<String> told = new ArrayList<>();

  @AfterEach
  void stop() {
    server.close();
  }

  private BriefWriter writer() {
    return new PatientWriter(new ModelWriter(Samples.settings("openai", server.url())));
  }

  private Allowance allowance(Duration wait) {
    return new Allowance(Deadline.in(Duration.ofMinutes(1)), budget(wait), (w, took, p) -> {});
  }

  /** Has a call wait for its turn, and writes down what it is told. */
  private TokenBudget budget(Duration wait) {
    return tokens -> {
      assertThat(Backoff.slept(wait)).isTrue();
      return new TokenBudget.Reservation() {
        @Override
        public void settle(long used) {
          told.add("settled " + used);
        }

        @Override
        public void overloaded(@Nullable Duration retryAfter) {
          told.add("overloaded " + retryAfter);
        }
      };
    };
  }

  private static Answer status(int status, Map<String, String> headers) {
    return new Answer.Whole(status, headers, "{}");
  }

  private void write() {
    writer().write(Samples.article(), 3, allowance(Duration.ZERO));
  }

  @Test
  void write_waitForItsTurn_takesNothingOfItsTime() {
    server.then(completion(Samples.DRAFT));
    // The time limit of a call is one second.
    Written written = writer().write(Samples.article(), 3, allowance(Duration.ofMillis(1_300)));
    assertThat(written.draft().sentences()).hasSize(2);
  }

  @Test
  void write_tooMany_isToldBeforeItIsSettled_othersAreNot() {
    for (int status : new int[] {429, 503, 529, 500}) {
      server.then(status(status, Map.of("Retry-After", "7")));
      assertThatThrownBy(this::write)
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem()).isEqualTo(Problem.MODEL_UNAVAILABLE));
    }
    assertThat(told)
        .containsExactly(
            "overloaded PT7S",
            "settled 0",
            "overloaded PT7S",
            "settled 0",
            "overloaded PT7S",
            "settled 0",
            "settled 0");
    assertThat(server.requests()).hasSize(4);
  }

  @Test
  void repair_refusedAtTheMoment_isMadeAgain() {
    server.then(completion(Samples.DRAFT));
    server.then(status(429, Map.of("Retry-After", "0")));
    server.then(completion(Samples.DRAFT));
    BriefWriter writer = writer();
    Allowance allowance = allowance(Duration.ZERO);
    Written first = writer.write(Samples.article(), 3, allowance);
    assertThat(writer.repair(Samples.article(), 3, first, List.of(), allowance)).isPresent();
    assertThat(server.requests()).hasSize(3);
    assertThat(allowance.permitsCall()).isFalse();
  }

  @Test
  void and_takesFromBoth_orFromNeither() {
    TokenBudget.Reservation both = budget(Duration.ZERO).and(budget(Duration.ZERO)).reserve(10);
    both.overloaded(null);
    both.settle(7);
    assertThat(told)
        .containsExactly("overloaded null", "overloaded null", "settled 7", "settled 7");
    told.clear();
    TokenBudget empty =
        tokens -> {
          throw new ProblemException(Problem.BUDGET_EXHAUSTED, "nothing left");
        };
    assertThatThrownBy(() -> budget(Duration.ZERO).and(empty).reserve(10))
        .isInstanceOf(ProblemException.class);
    assertThat(told).containsExactly("settled 0");
  }
}
