package news.breve.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import news.breve.configuration.ConfigurationException;
import news.breve.http.Exchange.Request;
import news.breve.http.Exchange.Response;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource({"/, fr, fr", "/, en, en", "/, de, en", "/developers, fr, fr", "/briefs/b1-x, fr, fr"})
  void page_isInTheLanguageOfItsReader_underAStrictPolicy(
      String path, String reads, String language) {
    try (ServerDoor door = new ServerDoor(NO_MODEL)) {
      Response response =
          door.exchange(Request.get(path).with("Accept-Language", reads).with("Accept", "*/*"));
      assertThat(response.status()).isEqualTo(path.contains("b1-x") ? 404 : 200);
      Document page = Jsoup.parse(response.text());
      assertThat(page.expectFirst("html").attr("lang")).isEqualTo(language);
      assertThat(response.header("Content-Type")).contains("text/html; charset=utf-8");
      assertThat(response.header("Cache-Control")).contains("no-store");
      assertThat(response.header("Vary")).contains("Accept-Language");
      assertThat(response.header("Content-Security-Policy"))
          .contains(
              "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                  + " img-src 'self' data:; base-uri 'none'; form-action 'self';"
                  + " frame-ancestors 'none'");
      assertThat(page.select("script:not([src]):not([type=application/json]), style, [style]"))
          .isEmpty();
      for (Element file : page.select("link[rel=stylesheet], script[src]")) {
        Response asset = door.exchange(Request.get(file.attr("href") + file.attr("src")));
        assertThat(asset.status()).isEqualTo(200);
        assertThat(asset.header("Cache-Control").orElseThrow()).contains("immutable");
      }
      assertThat(
              Jsoup.parse(door.exchange(Request.get(path + "?lang=en")).text())
                  .expectFirst("html")
                  .attr("lang"))
          .isEqualTo("en");
    }
  }

  @Test
  void form_isAnsweredWithTheBrief_orWithWhatIsWrong() {
    try (ServerDoor door = new ServerDoor(NO_MODEL)) {
      Response written = door.exchange(form("text", Examples.TEXT_FR, "lang", "fr"));
      assertThat(written.status()).isEqualTo(200);
      Document page = Jsoup.parse(written.text());
      assertThat(page.select(".banner h2").text()).isEqualTo("Extraits");
      String path = written.header("Content-Location").orElseThrow();
      assertThat(path).startsWith("/briefs/b1-");
      assertThat(Jsoup.parse(door.exchange(Request.get(path)).text()).select(".story").text())
          .isEqualTo(page.select(".story").text());

      Response refused = door.exchange(form("text", "<42>", "lang", "fr", "language", "fr"));
      assertThat(refused.status()).isEqualTo(422);
      Document again = Jsoup.parse(refused.text());
      assertThat(again.select(".error-box").text()).contains("Cet article ne peut pas servir.");
      assertThat(again.select("textarea").text()).isEqualTo("<42>");
      assertThat(again.select("option[selected]").eachAttr("value")).containsExactly("fr");
    }
  }

  @Test
  void form_ofABriefThatIsBeingWritten_isAnsweredWithAPageThatLooksAgain() {
    try (FakeModel model = new FakeModel();
        ServerDoor door = new ServerDoor(model.environment())) {
      CountDownLatch gate = model.hold();
      Request form = form("text", Examples.TEXT_FR, "lang", "en");
      CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> door.exchange(form));
      while (model.calls() == 0) {
        Thread.onSpinWait();
      }
      Response second = door.exchange(form);
      assertThat(second.status()).isEqualTo(202);
      assertThat(second.header("Retry-After")).isPresent();
      Document page = Jsoup.parse(second.text());
      assertThat(page.select("meta[http-equiv=refresh]").attr("content")).matches("[0-9]+");
      String path = second.header("Location").orElseThrow();
      assertThat(page.select("a.button").attr("href")).isEqualTo(path + "?lang=en");
      assertThat(door.exchange(Request.get(path)).status()).isEqualTo(202);
      gate.countDown();
      assertThat(first.join().header("Content-Location")).contains(path);
      assertThat(door.exchange(Request.get(path)).status()).isEqualTo(200);
    }
  }

  /** A page of another site may send a form here, and would spend this one's tokens. */
  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void form_ofAnotherSite_isRefused(String from) {
    try (FakeModel model = new FakeModel();
        ServerDoor door = new ServerDoor(model.environment())) {
      Response response =
          door.exchange(form("text", Examples.TEXT_FR).with("Sec-Fetch-Site", from));
      assertThat(response.status()).isEqualTo(405);
      assertThat(model.calls()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"text/plain, hello, 415", "application/x-www-form-urlencoded, text=%zz, 422"})
  void form_thatIsNone_isRefused(String type, String body, int status) {
    try (ServerDoor door = new ServerDoor(NO_MODEL)) {
      assertThat(door.exchange(Request.post("/", type, body)).status()).isEqualTo(status);
    }
  }

  private static Request form(String... fields) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      body.append(i == 0 ? "" : "&").append(fields[i]).append('=');
      body.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return Request.post("/", "application/x-www-form-urlencoded", body.toString());
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
