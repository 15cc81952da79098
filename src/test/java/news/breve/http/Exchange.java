package news.breve.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.breve.article.Json;

/** A request and its answer, whatever door they go through. */
@SuppressWarnings("ArrayRecordComponent") // Bytes are what goes over a wire.
public final class Exchange {
  private Exchange() {}

  /** A request; header names in any case. */
  public record Request(
      String method, String path, List<Map.Entry<String, String>> headers, byte[] body) {
    public static Request get(String path) {
      return new Request("GET", path, List.of(), new byte[0]);
    }

    public static Request of(String method, String path) {
      return new Request(method, path, List.of(), new byte[0]);
    }

    public static Request post(String path, String contentType, byte[] body) {
      return new Request("POST", path, List.of(Map.entry("Content-Type", contentType)), body);
    }

    public static Request post(String path, String contentType, String body) {
      return post(path, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    public Request with(String name, String value) {
      List<Map.Entry<String, String>> more = new ArrayList<>(headers);
      more.add(Map.entry(name, value));
      return new Request(method, path, more, body);
    }
  }

  /** An answer; header names in any case. */
  public record Response(int status, Map<String, List<String>> headers, byte[] body) {
    public Optional<String> header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .flatMap(header -> header.getValue().stream())
          .findFirst();
    }

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
      return Json.parse(text());
    }

    /** Returns the type of a problem without its prefix. */
    public String problem() {
      return json().path("type").asText().replace("urn:breve:problem:", "");
    }
  }
}
