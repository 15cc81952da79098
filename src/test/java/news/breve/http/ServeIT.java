package news.breve.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./breve serve} as a process of its own. */
@Timeout(120)
final class ServeIT {
  private static final int SIGTERM_EXIT = 143;

  @TempDir Path folder;

  private Process breve(Map<String, String> environment, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("./breve", "serve"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(folder.resolve("err").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("BREVE_"));
    builder.environment().put("BREVE_CACHE_DIR", folder.resolve("cache").toString());
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static String url(Process process) throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    assertThat(line).matches("http://127\\.0\\.0\\.1:\\d+");
    return line;
  }

  private static HttpResponse<String> post(HttpClient client, String url) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(url + "/v1/briefs"))
            .header("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString(Examples.TEXT_FR))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void stopped_finishesWhatIsInFlight_andTakesNothingNew() throws Exception {
    try (FakeModel model = new FakeModel();
        HttpClient client = HttpClient.newHttpClient()) {
      Process process = breve(model.environment(), "--port", "0");
      try {
        String url = url(process);
        CountDownLatch gate = model.hold();
        CompletableFuture<HttpResponse<String>> inFlight =
            CompletableFuture.supplyAsync(() -> {
              try {
                return post(client, url);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
        await(() -> model.calls() == 1);
        process.destroy();
        await(() -> refuses(url));
        assertThat(inFlight).isNotDone();
        gate.countDown();
        assertThat(inFlight.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(SIGTERM_EXIT);
      } finally {
        process.destroyForcibly();
      }
      assertThat(Files.readString(folder.resolve("err"))).isEmpty();
    }
  }

  /** Asks on a connection of its own: one that was made before the end is served until then. */
  private static boolean refuses(String url) {
    try (HttpClient late = HttpClient.newHttpClient()) {
      late.send(
          HttpRequest.newBuilder(URI.create(url + "/health")).build(),
          HttpResponse.BodyHandlers.discarding());
      return false;
    } catch (ConnectException e) {
      return true;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it happens in time").isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  @Test
  void portThatIsTaken_isOneLine() throws Exception {
    try (ServerSocket taken =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      assertIsOneLine(
          breve(Map.of(), "--port", Integer.toString(taken.getLocalPort())),
          Integer.toString(taken.getLocalPort()));
    }
  }

  @Test
  void wrongVariable_isOneLineThatNamesIt() throws Exception {
    assertIsOneLine(
        breve(Map.of("BREVE_MODEL_CONCURRENCY", "many"), "--port", "0"), "BREVE_MODEL_CONCURRENCY");
    assertIsOneLine(
        breve(Map.of("BREVE_MODEL_PROVIDER", "openai"), "--port", "0"), "BREVE_MODEL_NAME");
  }

  private void assertIsOneLine(Process process, String named) throws Exception {
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(Files.readString(folder.resolve("err")).lines())
        .singleElement()
        .asString()
        .contains(named);
  }

  @Test
  void nobodyAsked_nothingIsOpenToTheNetwork() throws Exception {
    Process process = breve(Map.of(), "--port", "0");
    try {
      URI url = URI.create(url(process));
      for (InetAddress address :
          InetAddress.getAllByName(InetAddress.getLocalHost().getHostName())) {
        if (!address.isLoopbackAddress()) {
          assertThatThrownBy(() -> new Socket(address, url.getPort()).close())
              .isInstanceOf(IOException.class);
        }
      }
    } finally {
      process.destroyForcibly();
    }
  }
}
