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
  /** A draft that events/http-brief-fr.json proves, whatever its price. */
  private static final String DAIRY =
      """
      {"headline":{"fr":"La coopérative des Trois-Rangs rachètera l'usine de Baie-Saint-Paul","en":"Trois-\
      Rangs co-operative to buy the Baie-Saint-Paul plant","evidence":[1]},"sentences":[{"fr":"La transact\
      ion doit être conclue le 30 juin.","en":"The transaction is to be concluded on June 30.","evidence":\
      [2]},{"fr":"Elle préserve 142 emplois dans la région de Charlevoix.","en":"It preserves 142 jobs in \
      the Charlevoix region.","evidence":[3]}],"keyFacts":[{"type":"number","fr":"142 emplois","en":"142 j\
      obs","evidence":[3],"attribution":{"fr":"","en":""}}]}\
      """;

  /** A draft that events/article-fr.txt proves, whatever its price. */
  private static final String MILL =
      """
      {"headline":{"fr":"La Ville de Rivière-Blanche a acheté l'ancienne usine de pâtes et papiers","en":"\
      City of Rivière-Blanche buys the former pulp and paper mill","evidence":[2]},"sentences":[{"fr":"Le \
      conseil municipal a approuvé la transaction par neuf voix contre deux.","en":"The municipal council \
      approved the transaction by nine votes to two.","evidence":[3]},{"fr":"Fermée depuis 2014, l'usine e\
      mployait 412 personnes.","en":"Closed since 2014, the mill employed 412 people.","evidence":[4]}],"k\
      eyFacts":[{"type":"number","fr":"412 personnes","en":"412 people","evidence":[4],"attribution":{"fr"\
      :"","en":""}}]}\
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
    String prompt = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String content =
        (prompt.contains("Charlevoix") ? DAIRY : MILL).replace("\\", "\\\\").replace("\"", "\\\"");
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
