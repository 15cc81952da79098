import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Cold, primed and warm times of the function's zip; started by bench/lambda. */
final class LambdaBench {
  private static final int COLD_STARTS = 5;
  private static final int WINDOW = 1_000;
  private static final double FLAT = 1.2;
  private static final int DISTINCT_ARTICLES = 500;

  private final Path java;
  private final Path runtime;
  private final Path function;

  private LambdaBench(Path java, Path runtime, Path function) {
    this.java = java;
    this.runtime = runtime;
    this.function = function;
  }

  public static void main(String[] arguments) throws Exception {
    LambdaBench bench =
        new LambdaBench(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
    List<String> options = Arrays.asList(arguments).subList(3, arguments.length);
    int invocations = Integer.parseInt(option(options, "--invocations", "10000"));
    String only = option(options, "--handler", "");

    System.out.println(machine(bench.java));
    boolean flat = true;
    for (Door door : Door.values()) {
      if (only.isEmpty() || only.equals(door.name().toLowerCase(Locale.ROOT))) {
        flat &= bench.measure(door, invocations);
      }
    }
    System.exit(flat ? 0 : 1);
  }

  private enum Door {
    HTTP("news.breve.lambda.HttpHandler", "events/http-brief-fr.json"),
    DIRECT("news.breve.lambda.DirectHandler", "events/direct-brief.json");

    private final String handler;
    private final Path event;

    Door(String handler, String event) {
      this.handler = handler;
      this.event = Path.of(event);
    }

    /** Returns the event with another price in it, so that it is another article. */
    String event(int number) throws IOException {
      return Files.readString(event).replace("18,5 millions", "18," + number + " millions");
    }
  }

  private boolean measure(Door door, int invocations) throws Exception {
    System.out.printf("%n%s (%s)%n", door.handler, door.event);
    System.out.printf(
        "  %-34s %8s %8s %8s%n", "ms, median of " + COLD_STARTS, "init", "first", "both");
    for (boolean snapStart : new boolean[] {false, true}) {
      List<Start> starts = new ArrayList<>();
      for (int i = 0; i < COLD_STARTS; i++) {
        try (Container container = new Container(door, snapStart)) {
          starts.add(container.start(door.event(0)));
        }
      }
      System.out.printf(
          Locale.ROOT,
          "  %-34s %8.0f %8.0f %8.0f%n",
          snapStart ? "primed (as before a snapshot)" : "cold",
          median(starts.stream().map(Start::init)),
          median(starts.stream().map(Start::first)),
          median(starts.stream().map(start -> start.init + start.first)));
    }
    return soak(door, invocations);
  }

  private boolean soak(Door door, int invocations) throws Exception {
    double[] millis = new double[invocations];
    long started = System.nanoTime();
    try (Container container = new Container(door, false)) {
      container.start(door.event(0));
      for (int i = 0; i < invocations; i++) {
        millis[i] = container.invoke(door.event(i % DISTINCT_ARTICLES));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "  warm, %,d invocations in %.0f s: p50 %.2f ms, p99 %.2f ms, longest %.1f ms%n",
        invocations,
        (System.nanoTime() - started) / 1e9,
        percentile(millis, 50),
        percentile(millis, 99),
        percentile(millis, 100));
    if (invocations < 3 * WINDOW) {
      return true;
    }
    double first = percentile(Arrays.copyOfRange(millis, WINDOW, 2 * WINDOW), 50);
    double last = percentile(Arrays.copyOfRange(millis, invocations - WINDOW, invocations), 50);
    boolean flat = last <= FLAT * first;
    System.out.printf(
        Locale.ROOT,
        "  soak: p50 of the second thousand %.2f ms, of the last %.2f ms: %s%n",
        first,
        last,
        flat ? "flat" : "NOT FLAT");
    return flat;
  }

  /**
   * A start.
   *
   * @param init ms from the start of the process until it asks for work
   * @param first ms its first invocation takes
   */
  private record Start(double init, double first) {}

  /** One process of the function, and the Runtime API it talks to. */
  private final class Container implements AutoCloseable {
    private static final String API = "/2018-06-01/runtime/";

    private final HttpServer server;
    private final Process process;
    private final long started;
    private final BlockingQueue<HttpExchange> waiting = new LinkedBlockingQueue<>();
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private int requests;

    private record Answer(long nanos, boolean good, String body) {}

    Container(Door door, boolean snapStart) throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext(API + "invocation/next", waiting::add);
      // What the platform answers when it has restored a snapshot.
      server.createContext(API + "restore/next", exchange -> reply(exchange, 200));
      server.createContext(API, this::take);
      server.start();
      ProcessBuilder builder =
          new ProcessBuilder(
              java.resolve("bin/java").toString(),
              // As the managed runtime starts a function of 1,024 MB.
              "-Xmx820m",
              "-XX:+UseSerialGC",
              snapStart ? "-XX:+TieredCompilation" : "-XX:TieredStopAtLevel=1",
              "-Xshare:auto",
              "--enable-native-access=ALL-UNNAMED",
              "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
              // The client loads the function's own jars from the folder it runs in.
              "-cp",
              runtime.toAbsolutePath() + "/*",
              "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
              door.handler);
      Map<String, String> environment = builder.environment();
      environment.keySet().removeIf(name -> name.startsWith("BREVE_") || name.startsWith("AWS_"));
      environment.putAll(
          Map.of(
              "AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + server.getAddress().getPort(),
              "AWS_LAMBDA_FUNCTION_NAME", "breve-bench",
              "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024",
              "AWS_LAMBDA_INITIALIZATION_TYPE", snapStart ? "snap-start" : "on-demand",
              "AWS_REGION", "eu-west-3",
              "BREVE_STACK", "bench",
              "BREVE_CACHE", "memory",
              "BREVE_MODEL_PROVIDER", "none"));
      builder.directory(function.toFile());
      Path log = function.resolveSibling(door.name().toLowerCase(Locale.ROOT) + ".log");
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      started = System.nanoTime();
      process = builder.start();
    }

    Start start(String event) throws Exception {
      HttpExchange next = next();
      double init = (System.nanoTime() - started) / 1e6;
      return new Start(init, invoke(next, event));
    }

    double invoke(String event) throws Exception {
      return invoke(next(), event);
    }

    private double invoke(HttpExchange next, String event) throws Exception {
      long deadline = System.currentTimeMillis() + Duration.ofSeconds(60).toMillis();
      next.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", "request-" + ++requests);
      next.getResponseHeaders().set("Lambda-Runtime-Deadline-Ms", Long.toString(deadline));
      next.getResponseHeaders()
          .set(
              "Lambda-Runtime-Invoked-Function-Arn",
              "arn:aws:lambda:eu-west-3:000000000000:function:breve-bench:live");
      next.getResponseHeaders().set("Content-Type", "application/json");
      byte[] body = event.getBytes(StandardCharsets.UTF_8);
      long sent = System.nanoTime();
      next.sendResponseHeaders(200, body.length);
      next.getResponseBody().write(body);
      next.close();
      Answer answer = answers.poll(60, TimeUnit.SECONDS);
      if (answer == null || !answer.good) {
        throw new IllegalStateException("the function failed: " + answer);
      }
      return (answer.nanos - sent) / 1e6;
    }

    private HttpExchange next() throws Exception {
      for (int i = 0; i < 600 && process.isAlive(); i++) {
        HttpExchange next = waiting.poll(100, TimeUnit.MILLISECONDS);
        if (next != null) {
          return next;
        }
      }
      throw new IllegalStateException("the function does not start; see target/bench/*.log");
    }

    /** Takes an answer or an error of the function. */
    private void take(HttpExchange exchange) throws IOException {
      long nanos = System.nanoTime();
      String path = exchange.getRequestURI().getPath();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      // An answer of the HTTP door that is a problem document is a failed measurement too.
      boolean good = path.endsWith("/response") && body.contains("b1-");
      reply(exchange, 202);
      answers.add(new Answer(nanos, good, path + " " + body));
    }

    private static void reply(HttpExchange exchange, int status) throws IOException {
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
    }

    @Override
    public void close() throws InterruptedException {
      process.destroyForcibly().waitFor();
      server.stop(0);
    }
  }

  private static String machine(Path java) throws IOException {
    String processor = "";
    if (Files.exists(Path.of("/proc/cpuinfo"))) {
      processor =
          Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
              .filter(line -> line.startsWith("model name"))
              .map(line -> line.substring(line.indexOf(':') + 2) + ", ")
              .findFirst()
              .orElse("");
    }
    String release =
        Files.readAllLines(java.resolve("release")).stream()
            .filter(line -> line.startsWith("JAVA_RUNTIME_VERSION="))
            .findFirst()
            .orElse("");
    return "%s%d cores, %s %s, JDK %s"
        .formatted(
            processor,
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            release.replaceAll("^.*=|\"", ""));
  }

  private static double median(Stream<Double> values) {
    return percentile(values.mapToDouble(Double::doubleValue).toArray(), 50);
  }

  private static double percentile(double[] values, int percent) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[Math.max(0, (int) Math.ceil(percent / 100.0 * sorted.length) - 1)];
  }

  private static String option(List<String> options, String name, String fallback) {
    int at = options.indexOf(name);
    return at < 0 || at + 1 == options.size() ? fallback : options.get(at + 1);
  }
}
