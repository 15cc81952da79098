package news.breve.writing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import news.breve.article.Json;

/**
 * A model provider on a real socket that answers as it is told, once a request, in the order of
 * {@link #then}; a request too many gets a 500, unless told {@link #always}. Every request is kept
 * as it came.
 */
public final class MisbehavingServer implements AutoCloseable {
  private final ServerSocket listener;
  private final Queue<Answer> script = new ConcurrentLinkedQueue<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile Answer otherwise =
      new Answer.Whole(500, Map.of(), "{\"error\":{\"message\":\"not in the script\"}}");
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch clientGone = new CountDownLatch(1);

  public MisbehavingServer() {
    try {
      listener = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().name("misbehaving-server").start(this::listen);
  }

  /** A request as it came; header names in lower case. */
  public record Request(String method, String path, Map<String, String> headers, String body) {
    public JsonNode json() {
      return Json.parse(body);
    }
  }

  /** What to do with one request. */
  public sealed interface Answer {
    /** A whole answer. */
    record Whole(int status, Map<String, String> headers, String body) implements Answer {}

    /** Reads the request and says nothing. */
    record HangBeforeHeaders() implements Answer {}

    /** Promises a body and never sends it. */
    record HeadersThenHang() implements Answer {}

    /** A whole answer of status 200 and type JSON, after a while. */
    record Late(Duration after, String json) implements Answer {}

    /** One byte each {@code pause}. */
    record Trickle(String body, Duration pause) implements Answer {}

    /** Half of the body it promised. */
    record Cut(String body) implements Answer {}

    /** A TCP reset instead of an answer. */
    record Reset() implements Answer {}

    /** Bytes as they are, no HTTP needed. */
    record Raw(String bytes) implements Answer {}
  }

  /** Returns an answer of status 200 and type JSON. */
  public static Answer ok(String json) {
    return new Answer.Whole(200, Map.of("Content-Type", "application/json"), json);
  }

  /** Returns a good chat completion of OpenAI's protocol that holds this text. */
  public static Answer completion(String content) {
    return ok(completionBody(content, "stop"));
  }

  /** Returns the body of a chat completion of OpenAI's protocol, 900 tokens in and 200 out. */
  public static String completionBody(String content, String finishReason) {
    ObjectNode root = Json.mapper().createObjectNode();
    root.put("id", "chatcmpl-1").put("object", "chat.completion").put("model", "test-model");
    ObjectNode choice = root.putArray("choices").addObject().put("index", 0);
    choice.put("finish_reason", finishReason);
    choice.putObject("message").put("role", "assistant").put("content", content);
    root.putObject("usage")
        .put("prompt_tokens", 900)
        .put("completion_tokens", 200)
        .put("total_tokens", 1100);
    return root.toString();
  }

  /** Adds what to do with the next request that has no answer yet. */
  public MisbehavingServer then(Answer answer) {
    script.add(answer);
    return this;
  }

  /** Says what to do with every request that has no answer of its own. */
  public MisbehavingServer always(Answer answer) {
    otherwise = answer;
    return this;
  }

  /** Returns the variables by which Brève takes it for its model, and keeps briefs in memory. */
  public Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>();
    variables.put("BREVE_CACHE", "memory");
    variables.put("BREVE_MODEL_PROVIDER", "openai");
    variables.put("BREVE_MODEL_NAME", "test-model");
    variables.put("BREVE_MODEL_BASE_URL", url());
    variables.put("BREVE_MODEL_API_KEY", "sk-not-to-be-shown");
    variables.put("BREVE_MODEL_TIMEOUT", "20s");
    return variables;
  }

  /** Returns the address, such as {@code http://127.0.0.1:40001}. */
  public String url() {
    return "http://127.0.0.1:" + listener.getLocalPort();
  }

  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Returns the one request that came. */
  public Request request() {
    if (requests.size() != 1) {
      throw new AssertionError(requests.size() + " requests came, not one");
    }
    return requests.getFirst();
  }

  /** Waits until a client closes a connection it is owed an answer on; false if it doesn't. */
  public boolean seesClientGo(Duration patience) throws InterruptedException {
    return clientGone.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    closeQuietly(listener);
    open.forEach(MisbehavingServer::closeQuietly);
  }

  private void listen() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      requests.add(read(in));
      Answer answer = script.poll();
      answer(answer == null ? otherwise : answer, socket, in);
    } catch (IOException e) {
      clientGone.countDown();
    } finally {
      open.remove(socket);
    }
  }

  private void answer(Answer answer, Socket socket, InputStream in) throws IOException {
    OutputStream out = socket.getOutputStream();
    switch (answer) {
      case Answer.Whole whole -> {
        byte[] body = utf8(whole.body());
        out.write(head(whole.status(), whole.headers(), body.length));
        out.write(body);
        out.flush();
      }
      case Answer.Late(Duration after, String json) -> {
        sleep(after);
        answer(ok(json), socket, in);
      }
      case Answer.HangBeforeHeaders() -> waitForClientToGo(in);
      case Answer.HeadersThenHang() -> {
        out.write(head(200, Map.of("Content-Type", "application/json"), 1000));
        out.flush();
        waitForClientToGo(in);
      }
      case Answer.Trickle(String text, Duration pause) -> {
        byte[] body = utf8(text);
        out.write(head(200, Map.of("Content-Type", "application/json"), body.length));
        for (byte b : body) {
          out.write(b);
          out.flush();
          sleep(pause);
        }
      }
      case Answer.Cut(String text) -> {
        byte[] body = utf8(text);
        out.write(head(200, Map.of("Content-Type", "application/json"), body.length));
        out.write(body, 0, body.length / 2);
        out.flush();
      }
      case Answer.Reset() -> socket.setSoLinger(true, 0);
      case Answer.Raw(String bytes) -> {
        out.write(utf8(bytes));
        out.flush();
      }
    }
  }

  private void waitForClientToGo(InputStream in) throws IOException {
    while (in.read() >= 0) {
      // Nothing more is expected of the client but its end.
    }
    clientGone.countDown();
  }

  private static void sleep(Duration pause) throws IOException {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", e);
    }
  }

  private static byte[] head(int status, Map<String, String> headers, int length) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("Content-Length: ").append(length).append("\r\nConnection: close\r\n\r\n");
    return utf8(head.toString());
  }

  private static Request read(InputStream in) throws IOException {
    String[] first = line(in).split(" ", 3);
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Request(first[0], first[1], headers, body);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("the client went in the middle of a line");
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      // It was to be closed, and it is.
    }
  }
}
