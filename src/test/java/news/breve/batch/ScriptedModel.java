package news.breve.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongPredicate;
import news.breve.article.Json;
import news.breve.writing.MisbehavingServer;

/**
 * A provider of OpenAI's protocol that briefs {@link GeneratedArticles}, in 429 storms refuses
 * everybody, and breaks down for some calls. What it does to the nth call for an article depends on
 * both and a seed alone.
 */
final class ScriptedModel implements AutoCloseable {
  private static final Duration LATENCY = Duration.ofMillis(60);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Script script;
  private final long start = System.nanoTime();
  private final List<Answered> answers = new ArrayList<>();
  private final Map<Integer, Integer> tries = new HashMap<>();

  /**
   * What the model does.
   *
   * @param seed of the articles and of the faults
   * @param storm if a call is refused with 429, by the milliseconds since the start
   * @param faultsPerThousand calls that break down
   * @param repairsPerThousand articles whose first draft is wrong
   */
  record Script(long seed, LongPredicate storm, int faultsPerThousand, int repairsPerThousand) {}

  /** How a call ended. */
  enum End {
    GOOD,
    WRONG_DRAFT,
    REPAIR,
    REFUSED,
    ERROR,
    RESET,
    CUT
  }

  /**
   * A call that is over.
   *
   * @param millis when it came, since the start
   * @param over when it ended
   */
  record Answered(int number, End end, long millis, long over) {
    /** Whether a provider would bill it. */
    boolean isPaid() {
      return end == End.GOOD || end == End.WRONG_DRAFT || end == End.REPAIR;
    }
  }

  ScriptedModel(Script script) {
    this.script = script;
    try {
      server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** Returns the address, such as {@code http://127.0.0.1:40001/v1}. */
  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  /** Returns the milliseconds since the start. */
  long millis() {
    return (System.nanoTime() - start) / 1_000_000;
  }

  /** Returns the calls that are over. */
  List<Answered> answers() {
    synchronized (answers) {
      return List.copyOf(answers);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    long came = millis();
    JsonNode messages;
    String prompt;
    try (exchange) {
      messages =
          Json.parse(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
              .path("messages");
      prompt = messages.path(1).path("content").asText();
      int number = GeneratedArticles.number(prompt);
      Thread.sleep(LATENCY);
      End end = end(number, came, messages.size() > 2);
      // Billed before it arrives: nobody knows if it does.
      synchronized (answers) {
        answers.add(new Answered(number, end, came, millis()));
      }
      send(exchange, end, draft(number, end));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private End end(int number, long came, boolean repair) {
    if (script.storm().test(came)) {
      return End.REFUSED;
    }
    int attempt;
    synchronized (answers) {
      attempt = tries.merge(number, 1, Integer::sum);
    }
    Random random = new Random(script.seed() * 31 + number * 7919L + attempt);
    random.nextInt();
    if (random.nextInt(1000) < script.faultsPerThousand()) {
      return List.of(End.ERROR, End.RESET, End.CUT).get(random.nextInt(3));
    }
    if (repair) {
      return End.REPAIR;
    }
    return needsRepair(number) ? End.WRONG_DRAFT : End.GOOD;
  }

  /** Returns if the first draft of an article is wrong. */
  boolean needsRepair(int number) {
    Random random = new Random(script.seed() + number * 104_729L);
    random.nextInt();
    return random.nextInt(1000) < script.repairsPerThousand();
  }

  private String draft(int number, End end) {
    GeneratedArticles.Facts facts = GeneratedArticles.Facts.of(number, script.seed());
    int wrong = end == End.WRONG_DRAFT ? 7 : 0;
    return """
    {"headline":{"fr":"%1$s adopte son budget","en":"%1$s adopts its budget","evidence":[1]},
     "sentences":[
      {"fr":"%1$s a adopté lundi un budget de %2$d millions de dollars.",
       "en":"%1$s on Monday adopted a $%2$d-million budget.","evidence":[1]},
      {"fr":"L'affaire porte le dossier numéro %3$d.",
       "en":"The matter is on file number %3$d.","evidence":[2]}],
     "keyFacts":[]}
    """
        .formatted(facts.city(), facts.millions(), number + wrong);
  }

  private static void send(HttpExchange exchange, End end, String draft) throws IOException {
    switch (end) {
      case REFUSED -> send(exchange, 429, "{}");
      case ERROR -> send(exchange, 500, "{}");
      case RESET -> exchange.close();
      case CUT -> {
        byte[] body = utf8(MisbehavingServer.completionBody(draft, "stop"));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body, 0, body.length / 2);
        exchange.getResponseBody().flush();
        exchange.close();
      }
      case GOOD, WRONG_DRAFT, REPAIR ->
          send(exchange, 200, MisbehavingServer.completionBody(draft, "stop"));
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = utf8(text);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
