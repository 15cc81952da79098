package news.breve.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import news.breve.article.Json;

/**
 * Lines of JSON on standard output, where CloudWatch Logs takes them up. JSON escapes line feeds,
 * so that no value can forge a line.
 */
final class LogLines {
  private final Supplier<PrintStream> out;

  /** Writes to whatever standard output is by then: Lambda's runtime replaces it. */
  LogLines() {
    this(() -> System.out);
  }

  LogLines(OutputStream out) {
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    this.out = () -> stream;
  }

  private LogLines(Supplier<PrintStream> out) {
    this.out = out;
  }

  /** Writes a line. */
  void write(ObjectNode line) {
    byte[] bytes;
    try {
      bytes = (Json.mapper().writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every tree has a JSON form", e);
    }
    PrintStream stream = out.get();
    // At once: Lambda makes an event of every write.
    stream.write(bytes, 0, bytes.length);
    stream.flush();
  }
}
