package news.breve.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import news.breve.FaultDoor;
import news.breve.article.Json;
import news.breve.article.Problem;

/** {@code breve serve}, over its own sockets. */
public final class HttpDoor implements FaultDoor {
  private final BreveServer server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public HttpDoor(Map<String, String> environment) {
    server = BreveServer.start(environment, "127.0.0.1", 0, line -> {});
  }

  @Override
  public Answered brief(String article) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(URI.create(server.url() + "/v1/briefs"))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(article))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    JsonNode body = Json.parse(response.body());
    if (response.statusCode() == 200) {
      return new Answered(body.path("status").asText(), body, response.body());
    }
    String slug = body.path("type").asText().replace("urn:breve:problem:", "");
    for (Problem problem : Problem.values()) {
      if (problem.slug().equals(slug) && problem.httpStatus() == response.statusCode()) {
        return new Answered(slug, null, response.body());
      }
    }
    return new Answered("HTTP " + response.statusCode(), null, response.body());
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
