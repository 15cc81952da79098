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
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One process of a function under AWS's runtime interface client, and the Runtime API it asks. */
final class Container implements AutoCloseable {
  private static final String API = "/2018-06-01/runtime/";
  private static final Path BENCH = Path.of("target/bench");

  /** How it is started. */
  enum Mode {
    /** As the managed runtime starts a function that has a zip. */
    PLAIN,
    /** As an image does, with the cache that was made of it. */
    AOT,
    /** Makes that cache when it ends. */
    TRAINING,
    /** Primed as before a snapshot. */
    SNAP_START
  }

  private final HttpServer server;
  private final Process process;
  private final long started;
  private final BlockingQueue<HttpExchange> waiting = new LinkedBlockingQueue<>();
  private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
  private int requests;

  /** The last answer's body. */
  String answer = "";

  private record Answer(long nanos, boolean good, String body) {}

  Container(Function function, Mode mode, Path java, Doubles doubles) throws IOException {
    this(function, mode, java, doubles, true);
  }

  /**
   * @param model false for none: the brief is extractive
   */
  Container(Function function, Mode mode, Path java, Doubles doubles, boolean model)
      throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(API + "invocation/next", waiting::add);
    // What the platform answers when it has restored a snapshot.
    server.createContext(API + "restore/next", exchange -> reply(exchange, 200));
    server.createContext(API, this::take);
    server.start();
    Path folder = BENCH.resolve(function.folder).toAbsolutePath();
    Path cache = BENCH.resolve(function.label() + ".aot").toAbsolutePath();
    List<String> command = new ArrayList<>(Pinning.command());
    command.addAll(
        List.of(
            java.resolve("bin/java").toString(),
            // As the managed runtime starts a function of 1,024 MB.
            "-Xmx820m",
            "-XX:+UseSerialGC",
            mode == Mode.SNAP_START ? "-XX:+TieredCompilation" : "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac"));
    switch (mode) {
      case AOT -> command.add("-XX:AOTCache=" + cache);
      case TRAINING -> command.add("-XX:AOTCacheOutput=" + cache);
      default -> {}
    }
    boolean image = mode == Mode.AOT || mode == Mode.TRAINING;
    // In an image all jars are on one class path; the managed runtime has a loader for the function's own.
    command.addAll(
        List.of(
            "-cp",
            BENCH.resolve("runtime").toAbsolutePath() + "/*" + (image ? ":" + folder + "/lib/*" : ""),
            "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
            function.handler));
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment
        .keySet()
        .removeIf(name -> name.startsWith("BREVE_") || name.startsWith("AWS_"));
    environment.putAll(
        Map.of(
            "AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + server.getAddress().getPort(),
            "AWS_LAMBDA_FUNCTION_NAME", "breve-bench",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024",
            "AWS_LAMBDA_INITIALIZATION_TYPE", mode == Mode.SNAP_START ? "snap-start" : "on-demand",
            "AWS_REGION", "eu-west-3",
            "AWS_ACCESS_KEY_ID", "bench",
            "AWS_SECRET_ACCESS_KEY", "bench",
            "AWS_ENDPOINT_URL_DYNAMODB", doubles.url(),
            "BREVE_STACK", "bench"));
    environment.putAll(
        Map.of(
            "BREVE_CACHE_TABLE", "briefs",
            "BREVE_MODEL_PROVIDER", model ? "openai" : "none",
            "BREVE_MODEL_NAME", "stub",
            "BREVE_MODEL_API_KEY", "none",
            "BREVE_MODEL_BASE_URL", doubles.url() + "/v1"));
    if (!image) {
      environment.put("LAMBDA_TASK_ROOT", folder.toString());
    }
    builder.directory(folder.toFile());
    builder.redirectErrorStream(true).redirectOutput(BENCH.resolve(function.label() + ".log").toFile());
    started = System.nanoTime();
    process = builder.start();
  }

  /** Returns the ms from the start of the process until it asks for work. */
  double init() throws Exception {
    HttpExchange next = next();
    double init = (System.nanoTime() - started) / 1e6;
    waiting.add(next);
    return init;
  }

  /** Returns the resident memory, in MB. */
  double memory() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
      }
    }
    throw new IOException("no VmRSS");
  }

  /** Invokes it, and returns the ms until its answer. */
  double invoke(String event) throws Exception {
    HttpExchange next = next();
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
    Answer taken = answers.poll(60, TimeUnit.SECONDS);
    if (taken == null || !taken.good) {
      throw new IllegalStateException("the function failed: " + taken);
    }
    answer = taken.body;
    return (taken.nanos - sent) / 1e6;
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
    boolean good =
        path.endsWith("/response") && !body.contains("urn:breve:problem") && body.contains("headline");
    reply(exchange, 202);
    answers.add(new Answer(nanos, good, path + " " + body));
  }

  private static void reply(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  /** Ends it as the platform does, so that a cache in training is made. */
  void stop() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
    server.stop(0);
  }
}
