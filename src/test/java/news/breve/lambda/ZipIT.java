package news.breve.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import news.breve.article.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code target/breve-lambda.zip}: what is in it, and that it runs with nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ZipIT {
  private static final Path ZIP = Path.of("target/breve-lambda.zip");
  private static final long MAX_BYTES = 22_000_000;

  private final List<String> jars = new ArrayList<>();
  private Path lib;

  @BeforeAll
  void unpack(@TempDir Path folder) throws IOException {
    lib = folder;
    try (ZipFile zip = new ZipFile(ZIP.toFile())) {
      for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
        String name = entry.getName();
        jars.add(name);
        try (InputStream jar = zip.getInputStream(entry)) {
          Files.copy(jar, lib.resolve(Path.of(name).getFileName()));
        }
      }
    }
  }

  @Test
  void size_withEveryProvider_isAtMost22Megabytes() throws IOException {
    assertThat(Files.size(ZIP)).isLessThanOrEqualTo(MAX_BYTES);
  }

  @Test
  void jars_ofTheZip_areWhatTheFunctionUses() {
    assertThat(jars)
        .allMatch(jar -> jar.startsWith("lib/") && jar.endsWith(".jar"))
        .noneMatch(jar -> jar.contains("netty"))
        .noneMatch(jar -> jar.contains("picocli"))
        .noneMatch(jar -> jar.contains("slf4j-nop"))
        .noneMatch(jar -> jar.contains("jtokkit"))
        .noneMatch(jar -> jar.contains("dynamodb"))
        .noneMatch(jar -> jar.contains("DynamoDBLocal"));
    assertThat(List.of("breve-", "langchain4j-bedrock", "langchain4j-open-ai"))
        .allSatisfy(name -> assertThat(jars).anyMatch(jar -> jar.startsWith("lib/" + name)));
    assertThat(jars).anyMatch(jar -> jar.startsWith("lib/langchain4j-anthropic"));
    // Requests and responses, and no container that looks for beans at start (docs/adr/0018).
    assertThat(jars.stream().filter(jar -> jar.contains("micronaut")))
        .allMatch(jar -> jar.matches("lib/micronaut-(core|http|http-server)-[0-9.]+\\.jar"));
  }

  @Test
  void httpHandler_onTheZipsClassPath_answersItsEvents() throws Exception {
    List<JsonNode> answers =
        run("news.breve.lambda.HttpHandler", "http-brief-fr", "http-brief-en", "http-not-found")
            .stream()
            .map(Json::parse)
            .toList();

    assertThat(answers)
        .extracting(answer -> answer.path("statusCode").intValue())
        .containsExactly(200, 200, 404);
    assertThat(answers.getFirst().path("headers").has("ETag")).isTrue();
  }

  @Test
  void directHandler_onTheZipsClassPath_answersItsEvents() throws Exception {
    List<String> answers = run("news.breve.lambda.DirectHandler", "direct-brief", "direct-invalid");

    assertThat(answers).hasSize(2);
    assertThat(Json.parse(answers.getFirst()).path("status").textValue()).isEqualTo("extractive");
    assertThat(answers.getLast()).isEqualTo("InvalidArticle");
  }

  @Test
  void batchHandlers_onTheZipsClassPath_answerTheirEvents() throws Exception {
    List<String> queue = run("news.breve.lambda.QueueHandler", "sqs-backfill");
    List<String> map = run("news.breve.lambda.MapHandler", "map-item");

    assertThat(queue).containsExactly("{\"batchItemFailures\":[]}");
    assertThat(Json.parse(map.getFirst()).path("records")).hasSize(3);
  }

  /** Returns what each event is answered, by a process that has the zip's jars and the runner. */
  private List<String> run(String handler, String... events) throws Exception {
    Path runner = Files.createDirectories(lib.resolve("runner/news/breve/lambda"));
    Files.copy(
        Path.of("target/test-classes/news/breve/lambda/RunEvents.class"),
        runner.resolve("RunEvents.class"),
        StandardCopyOption.REPLACE_EXISTING);
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                lib + File.separator + "*" + File.pathSeparator + lib.resolve("runner"),
                "news.breve.lambda.RunEvents",
                handler));
    for (String event : events) {
      command.add("events/" + event + ".json");
    }
    Path answers = lib.resolve(handler + ".txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("BREVE_"));
    builder.environment().put("BREVE_CACHE", "memory");
    Process process = builder.redirectError(answers.toFile()).start();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(answers)).isZero();
    // Nothing but our own lines: no library has anything to warn of.
    assertThat(log.lines()).allMatch(line -> line.matches(".*\"event\":\"(brief|record)\".*"));
    return Files.readAllLines(answers);
  }
}
