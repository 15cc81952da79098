package news.breve.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import news.breve.article.Json;
import news.breve.calling.AwsCalls;
import news.breve.calling.Credentials;
import news.breve.configuration.Variables;

/**
 * Objects of S3 and answers of services that speak JSON, on a real socket. Unlike the doubles that
 * others make, it refuses what is not signed as AWS's Signature Version 4 has it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">the
 *     specification</a>
 */
final class AwsDouble implements AutoCloseable {
  static final String REGION = "ca-central-1";

  private static final String KEY = "AKIDEXAMPLE";
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

  final Map<String, byte[]> objects = new ConcurrentHashMap<>();
  final List<String> calls = new CopyOnWriteArrayList<>();

  /** What to answer to the next calls instead. */
  final Queue<Integer> faults = new ConcurrentLinkedQueue<>();

  private final Map<String, String> operations = new ConcurrentHashMap<>();
  private final HttpServer server;

  AwsDouble() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  AwsCalls client() {
    return new AwsCalls(
        new Variables(Map.of("AWS_ENDPOINT_URL", url())),
        () -> new Credentials(KEY, SECRET, null),
        REGION,
        Clock.systemUTC());
  }

  void put(String path, String text) {
    objects.put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  JsonNode json(String path) {
    return Json.parse(new String(objects.get(path), StandardCharsets.UTF_8));
  }

  /** Says what an operation, such as {@code AWSStepFunctions.ListMapRuns}, is answered with. */
  void answer(String operation, String json) {
    operations.put(operation, json);
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String path =
        URLDecoder.decode(
            exchange.getRequestURI().getRawPath().replace("+", "%2B"), StandardCharsets.UTF_8);
    String operation = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    calls.add(
        operation == null
            ? exchange.getRequestMethod() + " " + path
            : operation + " " + new String(body, StandardCharsets.UTF_8));
    Integer fault = faults.poll();
    if (fault != null) {
      send(exchange, fault, "<Error><Code>SlowDown</Code><Message>secret</Message></Error>");
    } else if (!isSigned(exchange, body)) {
      send(exchange, 403, "<Error><Code>SignatureDoesNotMatch</Code></Error>");
    } else if (operation != null) {
      String answer = operations.get(operation);
      send(
          exchange,
          answer == null ? 400 : 200,
          answer == null ? "{\"__type\":\"com.amazonaws#InvalidAction\"}" : answer);
    } else if (exchange.getRequestMethod().equals("PUT")) {
      objects.put(path, body);
      send(exchange, 200, "");
    } else if (objects.containsKey(path)) {
      send(exchange, 200, objects.get(path));
    } else {
      send(exchange, 404, "<Error><Code>NoSuchKey</Code></Error>");
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (exchange) {
      exchange.getResponseBody().write(body);
    } catch (IOException e) {
      // The client has read as much as it wanted.
    }
  }

  private static boolean isSigned(HttpExchange exchange, byte[] body) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    if (header == null || !header.startsWith("AWS4-HMAC-SHA256 ")) {
      return false;
    }
    Map<String, String> parts = new HashMap<>();
    for (String part : header.substring("AWS4-HMAC-SHA256 ".length()).split(",\\s*", -1)) {
      parts.put(part.split("=", 2)[0], part.split("=", 2)[1]);
    }
    String scope = parts.getOrDefault("Credential", KEY + "/").substring(KEY.length() + 1);
    String names = parts.getOrDefault("SignedHeaders", "");
    String hash = exchange.getRequestHeaders().getFirst("x-amz-content-sha256");
    String digest = hex(sha256(body));
    if (hash != null && !hash.equals(digest)) {
      return false;
    }
    String headers =
        Arrays.stream(names.split(";", -1))
            .map(name -> name + ":" + exchange.getRequestHeaders().getFirst(name).strip() + "\n")
            .collect(Collectors.joining());
    String canonical =
        String.join(
            "\n",
            exchange.getRequestMethod(),
            exchange.getRequestURI().getRawPath(),
            "",
            headers,
            names,
            digest);
    String toSign =
        String.join(
            "\n",
            "AWS4-HMAC-SHA256",
            exchange.getRequestHeaders().getFirst("X-Amz-Date"),
            scope,
            hex(sha256(canonical.getBytes(StandardCharsets.UTF_8))));
    byte[] key = ("AWS4" + SECRET).getBytes(StandardCharsets.UTF_8);
    for (String part : scope.split("/", -1)) {
      key = hmac(key, part);
    }
    return scope.contains("/" + REGION + "/")
        && hex(hmac(key, toSign)).equals(parts.get("Signature"));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
