package news.breve.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import news.breve.FaultDoor;
import news.breve.article.Json;

/** Direct invocation of one container. */
public final class DirectDoor implements FaultDoor {
  private final DirectHandler handler;

  public DirectDoor(Map<String, String> environment) {
    handler =
        new DirectHandler(
            new FunctionEnvironment(environment, id -> "no key is asked for"),
            new LogLines(OutputStream.nullOutputStream()),
            Clock.systemUTC());
  }

  @Override
  public Answered brief(String article) throws IOException {
    byte[] event =
        Json.mapper()
            .createObjectNode()
            .put("text", article)
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      handler.handleRequest(new ByteArrayInputStream(event), out, null);
    } catch (NamedProblem e) {
      String slug =
          e.getClass()
              .getName()
              .replaceAll("(?<=[a-z])([A-Z])", "-$1")
              .toLowerCase(java.util.Locale.ROOT);
      return new Answered(slug, null, String.valueOf(e.getMessage()));
    }
    String text = out.toString(StandardCharsets.UTF_8);
    JsonNode brief = Json.parse(text);
    return new Answered(brief.path("status").asText(), brief, text);
  }
}
