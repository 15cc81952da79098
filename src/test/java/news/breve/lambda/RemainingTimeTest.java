package news.breve.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import news.breve.http.FakeModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A model that takes longer than Lambda leaves: the answer comes before Lambda ends the process.
 */
@Timeout(60)
final class RemainingTimeTest {
  private static final String TEXT = "La Ville de Rimouski achète trois autobus électriques.";

  private static Context context(Duration left) {
    long end = System.nanoTime() + left.toNanos();
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getRemainingTimeInMillis" -> (int) ((end - System.nanoTime()) / 1_000_000);
                  case "getAwsRequestId" -> "request";
                  case "getMemoryLimitInMB" -> 1024;
                  default -> null;
                });
  }

  @Test
  void direct_isAnsweredByName_beforeLambdaEndsIt() {
    try (FakeModel model = new FakeModel()) {
      model.answerAfter(Duration.ofSeconds(20));
      DirectHandler handler =
          new DirectHandler(
              new FunctionEnvironment(model.environment(), id -> "no key is asked for"),
              new LogLines(OutputStream.nullOutputStream()),
              Clock.systemUTC());
      byte[] event = ("{\"text\":\"" + TEXT + "\"}").getBytes(StandardCharsets.UTF_8);
      long start = System.nanoTime();
      Throwable thrown =
          catchThrowable(() ->
              handler.handleRequest(
                  new ByteArrayInputStream(event),
                  OutputStream.nullOutputStream(),
                  context(Duration.ofMillis(3_500))));

      assertThat(thrown.getClass().getName()).isEqualTo("ModelTimeout");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }
  }

  @Test
  void http_isAnsweredWithAProblem_beforeLambdaEndsIt() throws Exception {
    try (FakeModel model = new FakeModel()) {
      model.answerAfter(Duration.ofSeconds(20));
      HttpHandler handler =
          new HttpHandler(
              new FunctionEnvironment(model.environment(), id -> "no key is asked for"),
              new LogLines(OutputStream.nullOutputStream()),
              Clock.systemUTC());
      String event =
          "{\"path\":\"/v1/briefs\",\"httpMethod\":\"POST\",\"headers\":{\"Content-Type\":\"text/plain\"},"
              + "\"requestContext\":{\"path\":\"/v1/briefs\"},\"body\":\""
              + TEXT
              + "\"}";
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      long start = System.nanoTime();
      handler.handleRequest(
          new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
          answer,
          context(Duration.ofMillis(3_500)));

      assertThat(answer.toString(StandardCharsets.UTF_8)).contains("504", "model-timeout");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }
  }
}
