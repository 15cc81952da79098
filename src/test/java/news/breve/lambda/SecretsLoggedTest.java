package news.breve.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import news.breve.writing.MisbehavingServer;
import news.breve.writing.MisbehavingServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a function logs and reports when its provider repeats the key that it was sent. */
@Timeout(60)
final class SecretsLoggedTest {
  private static final String KEY = "sk-not-to-be-shown";
  private static final String TEXT = "La Ville de Rimouski achète trois autobus électriques.";

  @Test
  void function_whoseProviderRepeatsTheKey_doesNotLogIt() throws Exception {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    try (MisbehavingServer provider = new MisbehavingServer()) {
      provider.always(
          new Answer.Whole(500, Map.of("X-Key", KEY), "{\"error\":{\"message\":\"" + KEY + "\"}}"));
      Map<String, String> variables = new HashMap<>(provider.variables());
      variables.put("BREVE_CACHE", "memory");
      variables.put(FunctionEnvironment.SECRET, "breve/key");
      FunctionEnvironment environment = new FunctionEnvironment(variables, id -> KEY);
      byte[] direct = ("{\"text\":\"" + TEXT + "\"}").getBytes(StandardCharsets.UTF_8);
      DirectHandler handler = new DirectHandler(environment, new LogLines(log), Clock.systemUTC());
      Throwable thrown =
          catchThrowable(() ->
              handler.handleRequest(
                  new ByteArrayInputStream(direct), OutputStream.nullOutputStream(), null));

      assertThat(provider.requests().getFirst().headers().get("authorization")).contains(KEY);
      assertThat(thrown.getClass().getName()).isEqualTo("ModelUnavailable");
      assertThat(thrown.getMessage()).doesNotContain(KEY);
    }
    assertThat(log.toString(StandardCharsets.UTF_8))
        .contains("\"event\":\"model-call\"")
        .doesNotContain(KEY);
  }
}
