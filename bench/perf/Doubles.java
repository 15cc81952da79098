import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in for the network: a model that answers at once, whatever it is asked, and a table
 * that keeps items and refuses nothing. So what is measured is code, not waiting.
 */
final class Doubles implements AutoCloseable {
  /** A draft of events/article-fr.txt; other articles get it too, and drop what they don't say. */
  static final String DRAFT =
      """
      {"headline":{"fr":"La Ville achète l'ancienne usine pour 3,4 millions de dollars","en":"City buys former mill for \
      $3.4 million","evidence":[2]},"sentences":[{"fr":"Le conseil municipal a approuvé la transaction par neuf voix \
      contre deux.","en":"The municipal council approved the transaction by nine votes to two.","evidence":[3]},{"fr":\
      "L'usine employait 412 personnes.","en":"The mill employed 412 people.","evidence":[4]}],"keyFacts":[{"type":\
      "money","fr":"3,4 millions de dollars","en":"$3.4 million","evidence":[2],"attribution":{"fr":"","en":""}}]}\
      """;

  private static final Pattern KEY = Pattern.compile("\"pk\":\\{\"S\":\"([^\"]*)\"\\}");

  private final HttpServer server;
  private final Map<String, String> items = new ConcurrentHashMap<>();

  Doubles() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/", this::model);
    server.createContext("/", this::table);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void model(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    String content =
        DRAFT.replace("\\", "\\\\").replace("\"", "\\\"");
    answer(
        exchange,
        "application/json",
        """
        {"id":"c","object":"chat.completion","created":1,"model":"stub","choices":[{"index":0,"message":{"role":\
        "assistant","content":"%s"},"finish_reason":"stop"}],"usage":{"prompt_tokens":900,"completion_tokens":200,\
        "total_tokens":1100}}\
        """
            .formatted(content));
  }

  private void table(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String operation = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
    Matcher key = KEY.matcher(body);
    String answer = "{}";
    if (key.find()) {
      if (operation.endsWith("GetItem")) {
        String item = items.get(key.group(1));
        answer = item == null ? "{}" : "{\"Item\":" + item + "}";
      } else if (operation.endsWith("PutItem")) {
        items.put(key.group(1), object(body, body.indexOf('{', body.indexOf("\"Item\":"))));
      }
    }
    answer(exchange, "application/x-amz-json-1.0", answer);
  }

  /** Returns the object that begins at a place. */
  private static String object(String json, int start) {
    int depth = 0;
    boolean quoted = false;
    for (int i = start; ; i++) {
      switch (json.charAt(i)) {
        case '\\' -> i++;
        case '"' -> quoted = !quoted;
        case '{' -> depth += quoted ? 0 : 1;
        case '}' -> depth -= quoted ? 0 : 1;
        default -> {}
      }
      if (depth == 0) {
        return json.substring(start, i + 1);
      }
    }
  }

  private static void answer(HttpExchange exchange, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
