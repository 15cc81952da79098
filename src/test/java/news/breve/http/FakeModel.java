package news.breve.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import news.breve.writing.MisbehavingServer;

/** A model that speaks OpenAI's protocol, answers all calls alike, and can be made to wait. */
public final class FakeModel implements AutoCloseable {
  /** A draft that {@link Examples#TEXT_FR} proves. */
  private static final String DRAFT =
      """
      {"headline":{"fr":"Rimouski achète trois autobus électriques","en":"Rimouski buys three electric buses","evidence":[1]},
       "sentences":[{"fr":"La Ville de Rimouski achète trois autobus électriques.","en":"The city of Rimouski buys three electric buses.","evidence":[1]}],
       "keyFacts":[]}
      """;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger calls = new AtomicInteger();
  private volatile int status;
  private volatile String body = "";
  private volatile Map<String, String> headers = Map.of();
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private volatile Duration delay = Duration.ZERO;

  public FakeModel() {
    try {
      server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    answerWell();
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    calls.incrementAndGet();
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      if (!gate.await(60, TimeUnit.SECONDS)) {
        throw new IOException("the gate stayed shut");
      }
      Thread.sleep(delay);
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      headers.forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Answers with a draft that stands. */
  public void answerWell() {
    answer(200, MisbehavingServer.completionBody(DRAFT, "stop"), Map.of());
    delay = Duration.ZERO;
  }

  /** Answers as told from now on. */
  public void answer(int code, String text, Map<String, String> more) {
    status = code;
    body = text;
    headers = more;
  }

  /** Takes its time from now on. */
  public void answerAfter(Duration time) {
    delay = time;
  }

  /** Lets no call be answered until the latch is down. */
  public CountDownLatch hold() {
    CountDownLatch latch = new CountDownLatch(1);
    gate = latch;
    return latch;
  }

  public int calls() {
    return calls.get();
  }

  /** Returns the environment in which Brève asks this model, with pairs of more variables. */
  public Map<String, String> environment(String... more) {
    Map<String, String> variables = new HashMap<>();
    variables.put("BREVE_CACHE", "memory");
    variables.put("BREVE_MODEL_PROVIDER", "openai");
    variables.put("BREVE_MODEL_NAME", "test-model");
    variables.put(
        "BREVE_MODEL_BASE_URL", "http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    variables.put("BREVE_MODEL_API_KEY", "sk-not-to-be-shown");
    for (int i = 0; i < more.length; i += 2) {
      variables.put(more[i], more[i + 1]);
    }
    return variables;
  }

  @Override
  public void close() {
    gate.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
