package news.breve.lambda;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

/** Direct invocation, as bytes go in and come out, and what one container logs. */
public final class RawDirect {
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final DirectHandler handler;

  public RawDirect(Map<String, String> environment) {
    handler =
        new DirectHandler(
            new FunctionEnvironment(environment, id -> "no key is asked for"),
            new LogLines(log),
            Clock.systemUTC());
  }

  /** What came out: an answer, else the name and the message of the exception. */
  public record Answered(String answer, String error, String message) {}

  public Answered handle(byte[] event) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      handler.handleRequest(new ByteArrayInputStream(event), out, null);
      return new Answered(out.toString(StandardCharsets.UTF_8), "", "");
    } catch (NamedProblem e) {
      return new Answered("", e.getClass().getSimpleName(), String.valueOf(e.getMessage()));
    }
  }

  /** Returns all that was logged so far. */
  public String log() {
    return log.toString(StandardCharsets.UTF_8);
  }
}
