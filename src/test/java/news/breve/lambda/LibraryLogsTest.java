package news.breve.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import news.breve.article.Json;
import org.junit.jupiter.api.Test;

final class LibraryLogsTest {
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final LibraryLogs logs = new LibraryLogs(new LogLines(log));

  @Test
  void warning_ofALibrary_isALineOfJson() {
    logs.publish(log("io.micronaut.http", Level.WARNING, "slow\nforged line", null));

    assertThat(log.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    assertThat(line().path("level").textValue()).isEqualTo("WARN");
    assertThat(line().path("message").textValue()).isEqualTo("slow\nforged line");
  }

  @Test
  void exception_withTextInItsMessage_isLoggedByClassAndPlace() {
    Exception cause = new IllegalStateException("La mairie a voté");
    logs.publish(log("io.micronaut.http", Level.SEVERE, "failed", new RuntimeException(cause)));

    assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("mairie");
    assertThat(line().path("causes").get(1).textValue())
        .isEqualTo("java.lang.IllegalStateException");
    assertThat(line().path("stack").get(0).textValue()).contains("LibraryLogsTest");
  }

  @Test
  void message_ofALibraryThatTalksToModels_isLeftOut() {
    logs.publish(log("dev.langchain4j.internal.Retry", Level.WARNING, "answer: …", null));

    assertThat(line().has("message")).isFalse();
    assertThat(line().path("logger").textValue()).isEqualTo("dev.langchain4j.internal.Retry");
  }

  @Test
  void info_ofALibrary_isNotLogged() {
    logs.publish(log("io.micronaut.http", Level.INFO, "started", null));

    assertThat(log.size()).isZero();
  }

  private static LogRecord log(
      String logger,
      Level level,
      String message,
      @org.jspecify.annotations.Nullable Throwable thrown) {
    LogRecord log = new LogRecord(level, message);
    log.setLoggerName(logger);
    log.setThrown(thrown);
    return log;
  }

  private JsonNode line() {
    return Json.parse(log.toString(StandardCharsets.UTF_8));
  }
}
