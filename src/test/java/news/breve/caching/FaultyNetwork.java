package news.breve.caching;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A TCP proxy between a client and DynamoDB Local that does to each request what a plan says. */
final class FaultyNetwork implements AutoCloseable {
  private static final Pattern OPERATION = Pattern.compile("(?i)\r\nx-amz-target: \\S+\\.(\\w+)");
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)");
  private static final Pattern CONNECTION = Pattern.compile("(?i)\r\nconnection: [^\r]*");
  private static final String THROTTLED =
      """
      {"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException",\
      "message":"slow down"}\
      """;

  /** What happens to a request. */
  enum Fault {
    NONE,
    /** It takes 300 ms more. */
    SLOW,
    /** It is answered after the client has given up on the attempt. */
    LATE,
    /** The connection is reset before the table hears of it. */
    RESET,
    /** The table does it, and the connection is reset before the answer. */
    ANSWER_LOST,
    /** The table does it, and half of the answer arrives. */
    ANSWER_CUT,
    /** The service is over its capacity. */
    THROTTLED
  }

  /** Sees what passes, and says what happens to it. */
  interface Watcher {
    /**
     * Returns what happens to a request.
     *
     * @param operation such as {@code PutItem}
     */
    Fault request(String operation, String body);

    /** Returns what becomes of an answer, head and body. */
    default byte[] answer(byte[] answer) {
      return answer;
    }
  }

  private final URI target;
  private final Watcher watcher;
  private final ServerSocket server;

  /** Starts the proxy. */
  FaultyNetwork(URI target, Watcher watcher) throws IOException {
    this.target = target;
    this.watcher = watcher;
    this.server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::acceptAll);
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  private void acceptAll() {
    try {
      while (true) {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private void serve(Socket client) {
    try (client) {
      String head = head(client.getInputStream());
      byte[] body = client.getInputStream().readNBytes(Integer.parseInt(find(LENGTH, head)));
      Fault fault =
          watcher.request(find(OPERATION, head), new String(body, StandardCharsets.UTF_8));
      switch (fault) {
        case RESET -> reset(client);
        case THROTTLED -> answer(client, throttled());
        default -> {
          byte[] answer = watcher.answer(forward(head, body));
          switch (fault) {
            case SLOW -> Thread.sleep(300);
            case LATE -> Thread.sleep(2_500);
            default -> {}
          }
          switch (fault) {
            case ANSWER_LOST -> reset(client);
            case ANSWER_CUT -> answer(client, Arrays.copyOf(answer, answer.length / 2));
            default -> answer(client, answer);
          }
        }
      }
    } catch (IOException | InterruptedException e) {
      // The client has given up.
    }
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int b = in.read();
      if (b == -1) {
        throw new IOException("no request");
      }
      head.write(b);
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  private static String find(Pattern pattern, String head) throws IOException {
    Matcher matcher = pattern.matcher(head);
    if (!matcher.find()) {
      throw new IOException("a request without " + pattern);
    }
    return matcher.group(1);
  }

  private byte[] forward(String head, byte[] body) throws IOException {
    String last = CONNECTION.matcher(head).replaceAll("");
    try (Socket table = new Socket(target.getHost(), target.getPort())) {
      table
          .getOutputStream()
          .write(
              last.replaceFirst("\r\n\r\n$", "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.ISO_8859_1));
      table.getOutputStream().write(body);
      table.getOutputStream().flush();
      return table.getInputStream().readAllBytes();
    }
  }

  private static byte[] throttled() {
    return ("HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: "
            + THROTTLED.length()
            + "\r\n\r\n"
            + THROTTLED)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void answer(Socket client, byte[] bytes) throws IOException {
    client.getOutputStream().write(bytes);
    client.getOutputStream().flush();
  }

  private static void reset(Socket client) throws IOException {
    client.setSoLinger(true, 0);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
