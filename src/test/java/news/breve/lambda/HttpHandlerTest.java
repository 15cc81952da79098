package news.breve.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import news.breve.article.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpHandlerTest {
  @ParameterizedTest
  @CsvSource({
    "/v1/briefs,/live/v1/briefs,/live",
    "/v1/briefs,/newsroom/breve/v1/briefs,/newsroom/breve",
    "/v1/briefs,/v1/briefs,''",
    "/v1/briefs,,''"
  })
  void prefix_behindAStageOrABasePath_isIt(String path, String whole, String prefix) {
    ObjectNode event = Json.mapper().createObjectNode().put("path", path);
    event.putObject("requestContext").put("path", whole);

    assertThat(HttpHandler.prefix(event)).isEqualTo(prefix);
  }

  @Test
  void request_ofAnEvent_hasItsHeadersAsLists_whateverTheirCase() {
    HttpRequest<byte[]> request =
        request(
            """
            {"httpMethod":"GET","path":"/v1/briefs/b1-x","headers":{"accept":"text/html"},\
            "multiValueHeaders":{"accept":["text/plain;q=0.5","text/markdown"]},"body":null}\
            """);

    assertThat(request.getHeaders().getAll("Accept"))
        .containsExactly("text/plain;q=0.5, text/markdown");
    assertThat(request.getPath()).isEqualTo("/v1/briefs/b1-x");
    assertThat(request.getBody().orElseThrow()).isEmpty();
  }

  @Test
  void request_withoutAnIdOfItsCallers_hasApiGateways() {
    String context = "\"requestContext\":{\"requestId\":\"gateway\"}";

    assertThat(
            request("{\"httpMethod\":\"GET\",\"path\":\"/health\"," + context + "}")
                .getHeaders()
                .get("X-Request-Id"))
        .isEqualTo("gateway");
    assertThat(
            request(
                    "{\"httpMethod\":\"GET\",\"path\":\"/health\",\"headers\":{\"x-request-id\":"
                        + "\"mine\"},"
                        + context
                        + "}")
                .getHeaders()
                .get("X-Request-Id"))
        .isEqualTo("mine");
  }

  @Test
  void body_ofAnEvent_isUtf8OrBase64() {
    assertThat(body("{\"httpMethod\":\"POST\",\"path\":\"/v1/briefs\",\"body\":\"é\"}"))
        .isEqualTo("é");
    assertThat(
            body(
                "{\"httpMethod\":\"POST\",\"path\":\"/v1/briefs\",\"body\":\"w6k=\","
                    + "\"isBase64Encoded\":true}"))
        .isEqualTo("é");
  }

  private static String body(String event) {
    return new String(request(event).getBody().orElseThrow(), StandardCharsets.UTF_8);
  }

  private static HttpRequest<byte[]> request(String event) {
    JsonNode json = Json.parse(event);
    return HttpHandler.request(json);
  }
}
