package news.breve.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.crac.Core;
import org.junit.jupiter.api.Test;

final class PrimingTest {
  @Test
  void briefs_ofThePrimingArticles_areMade() {
    assertThatCode(Priming::makeBriefs).doesNotThrowAnyException();
  }

  @Test
  void registered_atCrac_isCalledBeforeASnapshot() {
    StringBuilder called = new StringBuilder();
    Priming priming = Priming.register(() -> called.append("called"));

    assertThatCode(() -> priming.beforeCheckpoint(Core.getGlobalContext()))
        .doesNotThrowAnyException();
    assertThat(called).hasToString("called");
  }

  @Test
  void httpHandler_primed_leavesNoLineOfABrief() throws IOException {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    HttpHandler handler =
        new HttpHandler(
            new FunctionEnvironment(Map.of("BREVE_CACHE", "memory"), id -> "none"),
            new LogLines(log),
            Clock.systemUTC());

    assertThat(handler.prime()).isEqualTo(200);
    assertThat(log.size()).isZero();
  }
}
