package news.breve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./breve serve}, a process of its own, under 500 requests at once; bench/load prints it.
 */
@EnabledOnOs(OS.LINUX) // whose kernel keeps the most memory that a process had
@Timeout(300)
final class LoadIT {
  private static final int REQUESTS = 500;

  /** As long as an article may be, less what its first paragraph takes. */
  private static final int LONG = 245 << 10;

  /** Long as they are, only so many are worked on that the model has something to do. */
  private static final long SERVED_AT_LEAST = 8;

  @TempDir Path folder;

  private final FakeModel model = new FakeModel();

  @SuppressWarnings("NullAway.Init") // by start()
  private Process process;

  @SuppressWarnings("NullAway.Init") // by start()
  private URI address;

  @BeforeEach
  void start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("./breve", "serve", "--port", "0")
            .redirectError(folder.resolve("err").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("BREVE_"));
    // On a busy machine what comes between the model and its answer takes longer than the model.
    builder.environment().putAll(model.environment("BREVE_MODEL_TIMEOUT", "2m"));
    process = builder.start();
    address = URI.create(process.inputReader(StandardCharsets.UTF_8).readLine() + "/v1/briefs");
  }

  @AfterEach
  void stop() {
    process.destroyForcibly();
    model.close();
  }

  private HttpResponse<String> post(HttpClient client, String article) {
    try {
      return client.send(
          HttpRequest.newBuilder(address)
              .header("Content-Type", "text/plain")
              .POST(HttpRequest.BodyPublishers.ofString(article))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What all answers came to. */
  private record Load(List<HttpResponse<String>> answers, Duration took) {
    long of(int status) {
      return answers.stream().filter(answer -> answer.statusCode() == status).count();
    }
  }

  private Load load(IntFunction<String> article) {
    long start = System.nanoTime();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<HttpResponse<String>> answers =
          IntStream.range(0, REQUESTS)
              .mapToObj(
                  i -> CompletableFuture.supplyAsync(() -> post(client, article.apply(i)), threads))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
      return new Load(answers, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  /** Returns the most memory that the process has had, in MB. */
  private long peakMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
        .findFirst()
        .orElseThrow();
  }

  private static String longArticle(int number) {
    StringBuilder text = new StringBuilder(LONG).append(Examples.TEXT_FR).append("\n\n");
    for (int i = 0; text.length() < LONG; i++) {
      text.append("La séance ")
          .append(i)
          .append(" porte sur le contrat ")
          .append(number)
          .append(". ");
    }
    return text.toString();
  }

  @SuppressWarnings("SystemOut")
  private void print(String what, Load load) throws IOException {
    System.out.printf(
        "%d %s: %d briefs, %d told where it will be, %d told to come back; %d calls of the model;"
            + " %.1f s; %d MB at most%n",
        REQUESTS,
        what,
        load.of(200),
        load.of(202),
        load.of(503),
        model.calls(),
        load.took().toMillis() / 1000.0,
        peakMegabytes());
  }

  @Test
  void sameArticle_isBoughtOnce() throws IOException {
    model.answerAfter(Duration.ofSeconds(2));
    Load load = load(i -> Examples.TEXT_FR);
    print("times the same article", load);
    assertThat(load.answers())
        .allSatisfy(answer -> assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202));
    assertThat(model.calls()).isEqualTo(1);
  }

  @Test
  void longestArticles_areServedOrToldToComeBack_inBoundedMemory() throws IOException {
    model.answerAfter(Duration.ofSeconds(2));
    Load load = load(LoadIT::longArticle);
    print("different articles of 250 KiB", load);
    assertThat(load.answers())
        .allSatisfy(answer -> {
          assertThat(answer.statusCode()).as(answer.body()).isIn(200, 503);
          if (answer.statusCode() == 503) {
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
          }
        });
    assertThat(load.of(200)).isGreaterThanOrEqualTo(SERVED_AT_LEAST);
    assertThat(model.calls()).isEqualTo((int) load.of(200));
    assertThat(peakMegabytes()).isLessThan(700);
    model.answerWell();
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(post(client, Examples.TEXT_FR).statusCode()).isEqualTo(200);
    }
  }
}
