package news.breve.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import news.breve.article.Json;
import news.breve.http.FakeModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers behind API Gateway, told from each other by the id of their key. */
@Timeout(120)
final class TenantsTest {
  private static final String TEXT = "La Ville de Rimouski achète trois autobus électriques.";

  private final FakeModel model = new FakeModel();

  @TempDir Path folder;

  @AfterEach
  void close() {
    model.close();
  }

  private HttpHandler handler(String... variables) {
    Map<String, String> environment =
        model.environment(
            Stream.concat(Stream.of("BREVE_CACHE_DIR", folder.toString()), Stream.of(variables))
                .toArray(String[]::new));
    return new HttpHandler(
        new FunctionEnvironment(environment, id -> "no key is asked for"),
        new LogLines(OutputStream.nullOutputStream()),
        Clock.systemUTC());
  }

  private static JsonNode answer(HttpHandler handler, String key, String method, String path)
      throws IOException {
    ObjectNode event = Json.mapper().createObjectNode();
    event.put("path", path).put("httpMethod", method).put("body", TEXT);
    event.putObject("headers").put("Content-Type", "text/plain");
    ObjectNode identity = event.putObject("requestContext").put("path", path).putObject("identity");
    if (!key.isEmpty()) {
      identity.put("apiKeyId", key);
    }
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(event.toString().getBytes(StandardCharsets.UTF_8)), answer, null);
    return Json.parse(answer.toString(StandardCharsets.UTF_8));
  }

  private static JsonNode brief(HttpHandler handler, String key) throws IOException {
    JsonNode answer = answer(handler, key, "POST", "/v1/briefs");
    assertThat(answer.path("statusCode").intValue()).isEqualTo(200);
    return Json.parse(answer.path("body").textValue());
  }

  private static int lookedUp(HttpHandler handler, String key, JsonNode brief) throws IOException {
    String path = "/v1/briefs/" + brief.path("id").textValue();
    return answer(handler, key, "GET", path).path("statusCode").intValue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "file"})
  void keys_neitherSeeNorWarmEachOthersBriefs(String cache) throws IOException {
    HttpHandler handler = handler("BREVE_CACHE", cache);
    JsonNode a = brief(handler, "key-a");
    JsonNode b = brief(handler, "key-b");
    JsonNode none = brief(handler, "");

    assertThat(model.calls()).isEqualTo(3);
    assertThat(Stream.of(a, b, none).map(brief -> brief.path("id"))).doesNotHaveDuplicates();
    assertThat(lookedUp(handler, "key-a", a)).isEqualTo(200);
    assertThat(lookedUp(handler, "key-b", a)).isEqualTo(404);
    assertThat(lookedUp(handler, "key-a", b)).isEqualTo(404);
    assertThat(lookedUp(handler, "", a)).isEqualTo(404);
    assertThat(lookedUp(handler, "key-a", none)).isEqualTo(404);
    assertThat(brief(handler, "key-a").at("/cache/hit").booleanValue()).isTrue();
    assertThat(model.calls()).isEqualTo(3);
  }

  @Test
  void keys_ofOneNamedTenant_share() throws IOException {
    HttpHandler handler = handler("BREVE_TENANT", "newsroom");
    JsonNode a = brief(handler, "key-a");

    assertThat(brief(handler, "key-b").at("/cache/hit").booleanValue()).isTrue();
    assertThat(lookedUp(handler, "key-b", a)).isEqualTo(200);
    assertThat(model.calls()).isEqualTo(1);
  }
}
