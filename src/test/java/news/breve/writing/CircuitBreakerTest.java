package news.breve.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.writing.CircuitBreaker.Outcome;
import org.junit.jupiter.api.Test;

final class CircuitBreakerTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
  private final CircuitBreaker circuit =
      new CircuitBreaker(new Identity("openai", "m", "", "p"), now::get);

  private void call(Outcome outcome) {
    circuit.tell(circuit.enter(), outcome);
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      call(Outcome.FAILED);
    }
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private void assertShut() {
    assertThatThrownBy(circuit::enter)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem()).isEqualTo(Problem.MODEL_UNAVAILABLE);
              assertThat(e.retryAfter()).isPresent();
              assertThat(e.detail()).contains("openai m");
            });
  }

  @Test
  void circuit_opensAfterTenFailuresInARow() {
    fail(9);
    assertThat(circuit.enter()).isFalse();
    fail(1);
    assertShut();
  }

  @Test
  void answer_inBetween_startsTheCountAnew_andWhatSaysNothingDoesNot() {
    fail(9);
    call(Outcome.ANSWERED);
    fail(9);
    call(Outcome.UNKNOWN);
    fail(1);
    assertShut();
  }

  @Test
  void circuit_letsOneCallProbe_andClosesIfItIsAnswered() {
    fail(10);
    pass(Duration.ofSeconds(16));
    boolean probe = circuit.enter();
    assertThat(probe).isTrue();
    assertShut();
    // One that began before the circuit opened is not the probe.
    circuit.tell(false, Outcome.UNKNOWN);
    assertShut();
    circuit.tell(probe, Outcome.ANSWERED);
    assertThat(circuit.enter()).isFalse();
    assertThat(circuit.enter()).isFalse();
  }

  @Test
  void circuit_whoseProbeFails_staysOpenAsLongAgain() {
    fail(10);
    pass(Duration.ofSeconds(16));
    call(Outcome.FAILED);
    pass(Duration.ofSeconds(14));
    assertShut();
    pass(Duration.ofSeconds(2));
    assertThat(circuit.enter()).isTrue();
  }

  @Test
  void probe_thatMadeNoCall_leavesItToTheNext() {
    fail(10);
    pass(Duration.ofSeconds(16));
    call(Outcome.UNKNOWN);
    assertThat(circuit.enter()).isTrue();
  }
}
