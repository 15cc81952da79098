import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Kept briefs a second of {@code breve serve} over connections that stay open, beside a Micronaut
 * server that answers the same bytes from memory, in turns. Clients and servers share the machine.
 */
final class Serving {
  private static final int CONNECTIONS = 16;

  final Samples bare = new Samples();
  final Samples kept = new Samples();
  final Samples posted = new Samples();

  private final Path java;
  private final boolean quick;

  Serving(Path java, boolean quick) {
    this.java = java;
    this.quick = quick;
  }

  void measure() throws Exception {
    Path cache = Files.createTempDirectory("breve-bench");
    Path bytes = cache.resolve("bytes");
    // The launcher's own options, so that both have the same JVM.
    try (Server breve = new Server(launcher(), cache)) {
      byte[] article = Files.readAllBytes(Path.of("events/article-fr.txt"));
      HttpResponse<byte[]> brief =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(breve.url.resolve("/v1/briefs"))
                      .header("Content-Type", "text/plain")
                      .POST(HttpRequest.BodyPublishers.ofByteArray(article))
                      .build(),
                  HttpResponse.BodyHandlers.ofByteArray());
      Files.write(bytes, brief.body());
      String id = new String(brief.body(), StandardCharsets.UTF_8).replaceAll("(?s)^.*?\"(b1-[^\"]+)\".*$", "$1");
      byte[] get = request("GET", "/v1/briefs/" + id, new byte[0]);
      byte[] post = request("POST", "/v1/briefs", article);
      try (Server other = new Server(bareServer(bytes), cache)) {
        byte[] same = request("GET", "/bytes", new byte[0]);
        double warmUp = quick ? 1 : 8;
        load(other.url, same, warmUp);
        load(breve.url, get, warmUp);
        load(breve.url, post, warmUp);
        double seconds = quick ? 1 : 4;
        for (int i = 0; i < (quick ? 2 : 9); i++) {
          bare.add(load(other.url, same, seconds));
          kept.add(load(breve.url, get, seconds));
          posted.add(load(breve.url, post, seconds));
        }
      }
    }
  }

  private static byte[] request(String method, String path, byte[] body) {
    byte[] head =
        ("%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n%s\r\n"
                .formatted(
                    method,
                    path,
                    body.length == 0
                        ? ""
                        : "Content-Type: text/plain\r\nContent-Length: " + body.length + "\r\n"))
            .getBytes(StandardCharsets.US_ASCII);
    byte[] request = new byte[head.length + body.length];
    System.arraycopy(head, 0, request, 0, head.length);
    System.arraycopy(body, 0, request, head.length, body.length);
    return request;
  }

  private List<String> launcher() {
    return List.of("./breve", "serve", "--port", "0");
  }

  private List<String> bareServer(Path bytes) throws IOException {
    List<String> command = new ArrayList<>(List.of(java.resolve("bin/java").toString()));
    // As the launcher starts serve.
    command.addAll(
        List.of(
            Files.readString(Path.of("breve"))
                .replaceAll("(?s)^.*# Options of serve\\.\\s+options=\\(([^)]*)\\).*$", "$1")
                .split("\\s+")));
    command.addAll(
        List.of(
            "-cp",
            "target/bench/netty/classes:target/breve-local/lib/*",
            "bench.BareServer",
            bytes.toString()));
    return command;
  }

  /** Returns the answers a second. */
  private static double load(URI url, byte[] request, double seconds) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    AtomicLong answers = new AtomicLong();
    List<Thread> clients = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < CONNECTIONS; i++) {
      clients.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    try (Client client = new Client(url)) {
                      while (!over.get()) {
                        client.ask(request);
                        answers.incrementAndGet();
                      }
                    } catch (IOException e) {
                      synchronized (failures) {
                        failures.add(e);
                      }
                    }
                  }));
    }
    Thread.sleep((long) (seconds * 1_000));
    over.set(true);
    for (Thread client : clients) {
      client.join();
    }
    if (!failures.isEmpty()) {
      throw new IllegalStateException(failures.getFirst());
    }
    return answers.get() / ((System.nanoTime() - start) / 1e9);
  }

  /** A connection. It reads what it must of an answer: that it is a 200, and how long it is. */
  private static final class Client implements AutoCloseable {
    private static final byte[] LENGTH = "content-length: ".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 20];

    Client(URI url) throws IOException {
      socket = new Socket(url.getHost(), url.getPort());
      socket.setTcpNoDelay(true);
      in = socket.getInputStream();
    }

    void ask(byte[] request) throws IOException {
      socket.getOutputStream().write(request);
      int read = 0;
      int end = -1;
      while (end < 0 || read < end) {
        int more = in.read(buffer, read, buffer.length - read);
        if (more < 0) {
          throw new IOException("the connection was closed");
        }
        read += more;
        if (end < 0) {
          end = end(read);
        }
      }
    }

    /** Returns where the answer ends, -1 as long as its head is not there. */
    private int end(int read) throws IOException {
      int length = 0;
      for (int i = 0; i + 3 < read; i++) {
        if (buffer[i] == '\r' && buffer[i + 2] == '\r') {
          if (buffer[9] != '2') {
            throw new IOException(new String(buffer, 0, read, StandardCharsets.UTF_8));
          }
          return i + 4 + length;
        }
        if (buffer[i] == '\n' && isLength(i + 1, read)) {
          length = number(i + 1 + LENGTH.length);
        }
      }
      return -1;
    }

    private boolean isLength(int at, int read) {
      for (int i = 0; i < LENGTH.length; i++) {
        if (at + i >= read || (buffer[at + i] | 0x20) != (LENGTH[i] | 0x20)) {
          return false;
        }
      }
      return true;
    }

    private int number(int at) {
      int number = 0;
      for (int i = at; buffer[i] >= '0' && buffer[i] <= '9'; i++) {
        number = 10 * number + buffer[i] - '0';
      }
      return number;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  /** A server that prints its URL once it answers. */
  private static final class Server implements AutoCloseable {
    private final Process process;
    final URI url;

    Server(List<String> command, Path cache) throws IOException {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().keySet().removeIf(name -> name.startsWith("BREVE_"));
      builder.environment().put("BREVE_CACHE_DIR", cache.toString());
      builder.environment().put("BREVE_MODEL_PROVIDER", "none");
      process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
      url =
          URI.create(
              new BufferedReader(
                      new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                  .readLine());
    }

    @Override
    public void close() throws InterruptedException {
      process.destroy();
      process.waitFor();
    }
  }
}
