package news.breve.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import news.breve.configuration.ConfigurationException;
import news.breve.http.Exchange.Request;
import news.breve.http.Exchange.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract over real sockets, and what only a server of one's own has. */
final class NettyHttpTest extends HttpContract {
  private static final Map<String, String> NO_MODEL = Map.of("BREVE_CACHE", "memory");

  @Override
  protected Door open(Map<String, String> environment) {
    return new ServerDoor(environment);
  }

  private static final class ServerDoor implements Door {
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final BreveServer server;
    private final HttpClient client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    ServerDoor(Map<String, String> environment) {
      server = BreveServer.start(environment, "127.0.0.1", 0, notes::add);
    }

    @Override
    public Response exchange(Request request) {
      HttpRequest.Builder http =
          HttpRequest.newBuilder(URI.create(server.url() + request.path()))
              .timeout(Duration.ofSeconds(60))
              .method(
                  request.method(),
                  request.body().length == 0
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofByteArray(request.body()));
      request.headers().forEach(header -> http.header(header.getKey(), header.getValue()));
      try {
        HttpResponse<byte[]> response =
            client.send(http.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Response(response.statusCode(), response.headers().map(), response.body());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      client.close();
      server.close();
      assertThat(notes).isEmpty();
    }
  }

  @Test
  void body_inChunks_isLimited() throws IOException {
    try (ServerDoor door = new ServerDoor(NO_MODEL)) {
      String chunk = "10000\r\n" + "a".repeat(0x10000) + "\r\n";
      String answer =
          raw(
              door,
              "POST /v1/briefs HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n"
                  + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                  + chunk.repeat(10)
                  + "0\r\n\r\n");
      assertThat(answer).startsWith("HTTP/1.1 413 ").contains("urn:breve:problem:too-large");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /v1/briefs/%zz HTTP/1.1",
        "NONSENSE",
        "GET /health HTTP/1.1\r\nContent-Length: x",
        "GET /health HTTP/1.1\r\nX: \0"
      })
  void request_thatIsNoHttp_isRefused(String head) throws IOException {
    try (ServerDoor door = new ServerDoor(NO_MODEL)) {
      String answer = raw(door, head + "\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertThat(answer).startsWith("HTTP/1.").contains(" 400 ", "application/problem+json");
    }
  }

  @Test
  void manyAtOnce_whoWantTheSame_costOneCall() {
    int requests = 500;
    try (FakeModel model = new FakeModel();
        ServerDoor door = new ServerDoor(model.environment());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      model.answerAfter(Duration.ofSeconds(2));
      Request same = Request.post("/v1/briefs", "text/plain", Examples.TEXT_FR);
      List<Response> responses =
          IntStream.range(0, requests)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> door.exchange(same), threads))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
      assertThat(responses)
          .hasSize(requests)
          .allSatisfy(response -> {
            assertThat(response.status()).as(response.text()).isIn(200, 202);
            if (response.status() == 202) {
              assertThat(response.header("Location")).isPresent();
              assertThat(response.header("Retry-After")).isPresent();
            }
          });
      assertThat(door.exchange(same).json().at("/cache/hit").asBoolean()).isTrue();
      assertThat(model.calls()).isEqualTo(1);
    }
  }

  @Test
  void manyAtOnce_whoWantOthers_areServedOrToldToComeBack_inBoundedMemory() {
    int requests = 500;
    long before = usedMemory();
    try (FakeModel model = new FakeModel();
        ServerDoor door = new ServerDoor(model.environment());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      model.answerAfter(Duration.ofSeconds(2));
      List<Response> responses =
          IntStream.range(0, requests)
              .mapToObj(i ->
                  CompletableFuture.supplyAsync(
                      () ->
                          door.exchange(
                              Request.post(
                                  "/v1/briefs",
                                  "text/plain",
                                  Examples.TEXT_FR + " C'est le contrat " + i + " de la Ville.")),
                      threads))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
      assertThat(responses).hasSize(requests);
      assertThat(responses)
          .allSatisfy(response -> {
            assertThat(response.status()).as(response.text()).isIn(200, 503);
            if (response.status() == 503) {
              assertThat(response.problem()).isEqualTo("model-unavailable");
              assertThat(response.header("Retry-After")).isPresent();
            }
          });
      long served = responses.stream().filter(response -> response.status() == 200).count();
      // 8 at once and 64 that wait.
      assertThat(served).isBetween(72L, 80L);
      assertThat(model.calls()).isEqualTo((int) served);
      // What is left of them are briefs in the cache, some kilobytes each.
      assertThat(usedMemory() - before).isLessThan(64L << 20);
    }
  }

  private static long usedMemory() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void keptBriefs_doNotWaitForTheModel() {
    try (FakeModel model = new FakeModel();
        ServerDoor door =
            new ServerDoor(
                model.environment("BREVE_MODEL_CONCURRENCY", "1", "BREVE_MODEL_QUEUE", "5"))) {
      Request kept = Request.post("/v1/briefs", "text/plain", Examples.TEXT_FR);
      assertThat(door.exchange(kept).status()).isEqualTo(200);
      var gate = model.hold();
      CompletableFuture<Response> slow =
          CompletableFuture.supplyAsync(() ->
              door.exchange(
                  Request.post("/v1/briefs", "text/plain", Examples.TEXT_FR + " Voilà.")));
      assertThat(door.exchange(kept).json().at("/cache/hit").asBoolean()).isTrue();
      assertThat(slow).isNotDone();
      gate.countDown();
      assertThat(slow.join().status()).isEqualTo(200);
    }
  }

  @Test
  void wrongVariable_stopsTheStart_byName() {
    assertThatThrownBy(() -> new ServerDoor(Map.of("BREVE_MODEL_CONCURRENCY", "0")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("BREVE_MODEL_CONCURRENCY");
    assertThatThrownBy(() -> new ServerDoor(Map.of("BREVE_CACHE", "cellar")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("BREVE_CACHE");
  }

  @Test
  void portThatIsTaken_stopsTheStart() {
    try (ServerDoor door = new ServerDoor(NO_MODEL)) {
      int taken = door.server.url().getPort();
      assertThatThrownBy(() -> BreveServer.start(NO_MODEL, "127.0.0.1", taken, line -> {}))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining(Integer.toString(taken));
    }
  }

  private static String raw(ServerDoor door, String request) throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), door.server.url().getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
