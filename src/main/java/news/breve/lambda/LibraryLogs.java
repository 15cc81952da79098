package news.breve.lambda;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import news.breve.article.Json;
import org.jspecify.annotations.Nullable;

/**
 * Warnings and errors of the libraries, which log through SLF4J into java.util.logging, as lines of
 * JSON. The message of an exception may repeat an article or a model's whole answer, so that only
 * its class and place are logged; of the libraries that talk to models, messages are not logged
 * either.
 */
final class LibraryLogs extends Handler {
  private static final Set<String> TALK_TO_MODELS = Set.of("dev.langchain4j", "software.amazon");
  private static final int MAX_FRAMES = 12;
  private static final int MAX_CAUSES = 5;

  private final LogLines lines;

  LibraryLogs(LogLines lines) {
    this.lines = lines;
    setLevel(Level.WARNING);
  }

  /** Makes this the only place that logs of the process go to. */
  static void install(LogLines lines) {
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.setLevel(Level.WARNING);
    root.addHandler(new LibraryLogs(lines));
  }

  @Override
  public void publish(LogRecord log) {
    if (!isLoggable(log)) {
      return;
    }
    String logger = String.valueOf(log.getLoggerName());
    ObjectNode line = Json.mapper().createObjectNode();
    line.put("event", "log");
    line.put("timestamp", log.getInstant().toString());
    line.put("level", log.getLevel().intValue() >= Level.SEVERE.intValue() ? "ERROR" : "WARN");
    line.put("logger", logger);
    if (TALK_TO_MODELS.stream().noneMatch(logger::startsWith)) {
      line.put("message", log.getMessage());
    }
    if (log.getThrown() != null) {
      ArrayNode causes = line.putArray("causes");
      @Nullable Throwable cause = log.getThrown();
      for (int i = 0; cause != null && i < MAX_CAUSES; i++, cause = cause.getCause()) {
        causes.add(cause.getClass().getName());
      }
      ArrayNode frames = line.putArray("stack");
      StackTraceElement[] stack = log.getThrown().getStackTrace();
      for (int i = 0; i < Math.min(MAX_FRAMES, stack.length); i++) {
        frames.add(stack[i].toString());
      }
    }
    lines.write(line);
  }

  @Override
  public void flush() {
    // Every line is flushed as it is written.
  }

  @Override
  public void close() {
    // Standard output stays open.
  }
}
