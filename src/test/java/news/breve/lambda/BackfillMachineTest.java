package news.breve.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import news.breve.RequiresTool;
import news.breve.article.Json;
import news.breve.calling.AwsCalls;
import news.breve.calling.Credentials;
import news.breve.configuration.Variables;
import news.breve.http.FakeModel;
import news.breve.writing.MisbehavingServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * statemachine/backfill.asl.json, executed by moto, whose Lambda tasks reach the handlers.
 *
 * <p>moto reads no JSONL, makes no batches, tolerates no failure and writes of the results only the
 * manifest. So the file is a JSON array here, an item is a batch, {@link #imitateResultWriter}
 * writes the result files, and pauses are short; nothing else of the definition is changed. What a
 * run came to is asked of the counts of its Map run and of the report.
 */
@RequiresTool(value = ".tools/venv/bin/moto_server", get = ".ci/tools")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(240)
final class BackfillMachineTest {
  private static final String BUCKET = "breve-batchbucket-1a2b3c";
  private static final String FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:%s:live";
  private static final Duration STEP = Duration.ofMillis(100);

  /** What a child execution was given, and gave. */
  private record Child(JsonNode input, JsonNode output) {}

  private final ConcurrentLinkedQueue<Child> children = new ConcurrentLinkedQueue<>();
  private HttpServer functions;
  private Process moto;
  private URI endpoint;
  private AwsCalls aws;
  private BatchBucket bucket;
  private FakeModel model;
  private MapHandler map;
  private ReportHandler report;
  private String machine = "";

  @BeforeAll
  void startDoubles() throws Exception {
    functions = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    functions.createContext("/", this::invoke);
    functions.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    functions.start();
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    moto =
        new ProcessBuilder(
                ".tools/venv/bin/python",
                ".ci/step_functions_double.py",
                Integer.toString(port),
                "http://127.0.0.1:" + functions.getAddress().getPort())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    endpoint = URI.create("http://127.0.0.1:" + port);
    aws =
        new AwsCalls(
            new Variables(Map.of("AWS_ENDPOINT_URL", endpoint.toString())),
            () -> new Credentials("x", "x", null),
            "us-east-1",
            Clock.systemUTC());
    bucket = new BatchBucket(aws, BUCKET);
    configureMoto();
    aws.bytes(new AwsCalls.Request("s3", "PUT", endpoint, "/" + BUCKET, Map.of(), ""), 0);
    aws.bytes(
        new AwsCalls.Request(
            "sns",
            "POST",
            endpoint,
            "/",
            Map.of("Content-Type", "application/x-www-form-urlencoded"),
            "Action=CreateTopic&Name=backfills&Version=2010-03-31"),
        10_000);
    ObjectNode parameters = Json.mapper().createObjectNode();
    parameters.put("name", "breve-backfill").put("definition", definition());
    parameters.put("roleArn", "arn:aws:iam::123456789012:role/backfill");
    machine = states("CreateStateMachine", parameters).path("stateMachineArn").asText();
  }

  private void configureMoto() throws Exception {
    HttpRequest configuration =
        HttpRequest.newBuilder(endpoint.resolve("/moto-api/config"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    """
                    {"stepfunctions":{"execute_state_machine":true},"lambda":{"use_docker":false}}\
                    """))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (moto.isAlive()) {
        try {
          client.send(configuration, HttpResponse.BodyHandlers.discarding());
          return;
        } catch (java.net.ConnectException e) {
          Thread.sleep(STEP);
        }
      }
    }
    throw new IllegalStateException("moto's server did not start");
  }

  private static String definition() throws IOException {
    String definition = Files.readString(Path.of("statemachine/backfill.asl.json"));
    Map<String, String> substitutions =
        Map.of(
            "Partition", "aws",
            "Bucket", BUCKET,
            "MapFunction", FUNCTION.formatted("map"),
            "ReportFunction", FUNCTION.formatted("report"),
            "Topic", "arn:aws:sns:us-east-1:123456789012:backfills",
            "ItemsPerBatch", "10",
            "MaxConcurrency", "3",
            "ToleratedFailurePercentage", "5");
    for (var substitution : substitutions.entrySet()) {
      definition = definition.replace("${" + substitution.getKey() + "}", substitution.getValue());
    }
    assertThat(definition).doesNotContain("${");
    JsonNode adapted =
        Json.parse(
            definition
                .replace("\"InputType\": \"JSONL\"", "\"InputType\": \"JSON\"")
                .replace("\"$.Items\"", "\"States.Array($)\"")
                .replaceAll("\"IntervalSeconds\": \\d+", "\"IntervalSeconds\": 1"));
    for (String state : List.of("BriefLines", "BriefFiles")) {
      ((ObjectNode) adapted.path("States").path(state)).remove("ItemBatcher");
    }
    return adapted.toString();
  }

  @AfterAll
  void stopDoubles() throws Exception {
    moto.destroy();
    moto.waitFor();
    functions.stop(0);
  }

  @BeforeEach
  void start() {
    children.clear();
    model = new FakeModel();
    model.answer(200, MisbehavingServer.completionBody(Sherbrooke.DRAFT, "stop"), Map.of());
    Map<String, String> variables = model.environment();
    variables.put("BREVE_BATCH_BUCKET", BUCKET);
    LogLines log = new LogLines(OutputStream.nullOutputStream());
    map =
        new MapHandler(
            new FunctionEnvironment(variables, id -> "no key is asked for"),
            aws,
            log,
            Clock.systemUTC());
    report = new ReportHandler(new Variables(variables), aws, log);
  }

  @AfterEach
  void stop() {
    model.close();
  }

  /** Lambda, as far as a state machine sees it. */
  private void invoke(HttpExchange exchange) throws IOException {
    String event = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean isMap = exchange.getRequestURI().getPath().contains(":function:map:live");
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      if (!isMap) {
        imitateResultWriter(Json.parse(event).path("manifest").asText());
      }
      RequestStreamHandler handler = isMap ? map : report;
      handler.handleRequest(
          new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
          answer,
          Sherbrooke.context(Duration.ofMinutes(1)));
      if (isMap) {
        children.add(
            new Child(Json.parse(event), Json.parse(answer.toString(StandardCharsets.UTF_8))));
      }
    } catch (RuntimeException e) {
      answer.reset();
      ObjectNode error = Json.mapper().createObjectNode();
      error.put("errorType", e.getClass().getName()).put("errorMessage", e.getMessage());
      answer.writeBytes(error.toString().getBytes(StandardCharsets.UTF_8));
      exchange.getResponseHeaders().add("X-Amz-Function-Error", "Unhandled");
    }
    exchange.sendResponseHeaders(200, answer.size());
    try (exchange) {
      answer.writeTo(exchange.getResponseBody());
    }
  }

  private void imitateResultWriter(String manifest) {
    ArrayNode executions = Json.mapper().createArrayNode();
    for (Child child : children) {
      executions
          .addObject()
          .put("Status", "SUCCEEDED")
          .put("Input", child.input().toString())
          .put("Output", child.output().toString());
    }
    String key = manifest.replace("manifest.json", "SUCCEEDED_0.json");
    bucket.write(key, executions.toString());
    ObjectNode written =
        (ObjectNode) Json.parse(new String(bucket.read(manifest, 100_000), StandardCharsets.UTF_8));
    ((ArrayNode) written.at("/ResultFiles/SUCCEEDED")).addObject().put("Key", key);
    bucket.write(manifest, written.toString());
  }

  private JsonNode states(String operation, JsonNode parameters) {
    return aws.json("states", "1.0", endpoint, "AWSStepFunctions." + operation, parameters);
  }

  /** What a run came to. */
  private record Ended(JsonNode description, JsonNode itemCounts, JsonNode report) {}

  private Ended run(String input) throws Exception {
    ObjectNode start = Json.mapper().createObjectNode();
    start.put("stateMachineArn", machine).put("name", UUID.randomUUID().toString());
    String execution =
        states("StartExecution", start.put("input", input)).path("executionArn").asText();
    JsonNode asked = Json.mapper().createObjectNode().put("executionArn", execution);
    JsonNode description = states("DescribeExecution", asked);
    while (description.path("status").asText().equals("RUNNING")) {
      Thread.sleep(STEP);
      description = states("DescribeExecution", asked);
    }
    JsonNode none = Json.mapper().createObjectNode();
    String mapRun = states("ListMapRuns", asked).at("/mapRuns/0/mapRunArn").asText();
    if (mapRun.isEmpty()) {
      return new Ended(description, none, none);
    }
    JsonNode counts =
        states("DescribeMapRun", Json.mapper().createObjectNode().put("mapRunArn", mapRun))
            .path("itemCounts");
    String key = "results/" + mapRun.substring(mapRun.lastIndexOf(':') + 1) + "/report.json";
    return new Ended(
        description,
        counts,
        Json.parse(new String(bucket.read(key, 1_000_000), StandardCharsets.UTF_8)));
  }

  private void lines(String key, JsonNode... items) {
    ArrayNode lines = Json.mapper().createArrayNode();
    lines.addAll(List.of(items));
    bucket.write(key, lines.toString());
  }

  private static long sum(JsonNode counts) {
    return counts.valueStream().mapToLong(JsonNode::longValue).sum();
  }

  @Test
  void s3Incoming_ofAFile_isBriefedLineByLineAndReported() throws Exception {
    List<JsonNode> archive =
        Files.readAllLines(Path.of("events/archive.jsonl")).stream().map(Json::parse).toList();
    lines("incoming/archive.jsonl", archive.toArray(JsonNode[]::new));

    Ended run = run(Files.readString(Path.of("events/s3-incoming.json")));

    assertThat(run.itemCounts().path("total").intValue()).isEqualTo(4);
    assertThat(run.itemCounts().path("succeeded").intValue()).isEqualTo(4);
    assertThat(run.report().path("itemsRead").longValue()).isEqualTo(4);
    assertThat(run.report().path("withoutRecord").longValue()).isZero();
    assertThat(sum(run.report().path("counts"))).isEqualTo(4);
    assertThat(run.report().at("/problems/unsupported-language").longValue()).isEqualTo(1);
    assertThat(run.report().path("key").textValue()).isEqualTo("incoming/archive.jsonl");
    assertThat(Json.parse(run.description().path("output").asText()).path("report").textValue())
        .startsWith("s3://" + BUCKET + "/results/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"key\":\"incoming/2019/\"}",
        "{\"detail\":{\"object\":{\"key\":\"incoming/2019.start\"}}}"
      })
  void folder_ofFiles_isBriefedFileByFile(String input) throws Exception {
    bucket.write("incoming/2019/a.txt", Sherbrooke.article(1).path("text").textValue());
    bucket.write("incoming/2019/b.json", Sherbrooke.article(2, "b of 2019").toString());
    bucket.write(
        "incoming/2019/deep/c.html",
        "<p>" + Sherbrooke.article(3).path("text").textValue().replace("\n\n", "</p><p>") + "</p>");
    bucket.write("incoming/2019/d.jpg", "\u0000\u0001");
    bucket.write("incoming/20190/e.txt", "Not of this folder.");

    Ended run = run(input);

    assertThat(run.itemCounts().path("total").intValue()).isEqualTo(4);
    assertThat(run.report().at("/counts/verified").longValue()).isEqualTo(3);
    assertThat(run.report().at("/failed/0/source").textValue()).isEqualTo("incoming/2019/d.jpg");
    assertThat(sum(run.report().path("counts"))).isEqualTo(4);
  }

  @Test
  void model_thatIsDownForAWhile_isAskedAgainForTheSameItems() throws Exception {
    model.answer(500, "{}", Map.of());
    lines("incoming/a.jsonl", Sherbrooke.article(11), Sherbrooke.article(12));
    Thread mend =
        Thread.ofVirtual()
            .start(() -> {
              while (model.calls() < 4) {
                LockSupport.parkNanos(STEP.toNanos());
              }
              model.answer(
                  200, MisbehavingServer.completionBody(Sherbrooke.DRAFT, "stop"), Map.of());
            });

    Ended run = run("{\"key\":\"incoming/a.jsonl\"}");
    mend.join();

    assertThat(run.itemCounts().path("succeeded").intValue()).isEqualTo(2);
    assertThat(run.report().at("/counts/verified").longValue()).isEqualTo(2);
  }

  @Test
  void file_thatIsRunAgain_costsNothing() throws Exception {
    lines("incoming/b.jsonl", Sherbrooke.article(21), Sherbrooke.article(22));
    run("{\"key\":\"incoming/b.jsonl\"}");
    children.clear();

    Ended again = run("{\"key\":\"incoming/b.jsonl\"}");

    assertThat(again.report().path("hits").longValue()).isEqualTo(2);
    assertThat(again.report().at("/usage/calls").longValue()).isZero();
    assertThat(model.calls()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"key\":\"results/report.json\"}",
        "{\"key\":\"elsewhere/a.jsonl\"}",
        "{\"key\":\"incoming/a.csv\"}",
        "{\"key\":\"incoming/v1.2.start\"}"
      })
  void key_thatIsNothingToRead_failsWithItsName(String input) throws Exception {
    Ended run = run(input);

    assertThat(run.description().path("status").textValue()).isEqualTo("FAILED");
    assertThat(run.description().path("error").textValue()).isEqualTo("NothingToRead");
  }
}
