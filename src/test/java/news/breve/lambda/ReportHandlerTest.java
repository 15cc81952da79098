package news.breve.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import news.breve.article.Json;
import news.breve.configuration.ConfigurationException;
import news.breve.configuration.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files as Step Functions writes them, in a double of S3. */
final class ReportHandlerTest {
  private static final String EXECUTION =
      "arn:aws:states:ca-central-1:123456789012:execution:breve-backfill:e5f1";
  private static final String MAP_RUN =
      "arn:aws:states:ca-central-1:123456789012:mapRun:breve-backfill/Lines:ad9b5f27";
  private static final String FOLDER = "results/ad9b5f27/";
  private static final String GOOD =
      """
      {"source":"incoming/2019.jsonl:%d","id":"b1-x","status":"%s",
       "usage":{"calls":1,"inputTokens":900,"outputTokens":200,"estimatedCost":0.02},
       "cache":{"hit":%s}}\
      """;
  private static final String BAD =
      """
      {"source":"incoming/2019.jsonl:9","problem":{"type":"urn:breve:problem:invalid-json",
       "title":"The JSON can't be read","status":400,"detail":"the JSON is malformed"}}\
      """;

  private AwsDouble aws;
  private ReportHandler handler;

  @BeforeEach
  void start() throws Exception {
    aws = new AwsDouble();
    handler =
        new ReportHandler(
            new Variables(Map.of("BREVE_BATCH_BUCKET", "archive")),
            aws.client(),
            new LogLines(OutputStream.nullOutputStream()));
    aws.answer(
        "AWSStepFunctions.ListMapRuns", "{\"mapRuns\":[{\"mapRunArn\":\"" + MAP_RUN + "\"}]}");
    itemsRead(8);
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  private void itemsRead(int total) {
    aws.answer(
        "AWSStepFunctions.DescribeMapRun", "{\"itemCounts\":{\"total\":%d}}".formatted(total));
  }

  private static ObjectNode execution(String status) {
    return Json.mapper()
        .createObjectNode()
        .put("ExecutionArn", EXECUTION)
        .put("Name", "x")
        .put("Status", status);
  }

  private static ObjectNode succeeded(String... records) {
    return execution("SUCCEEDED")
        .put("Input", "{\"Items\":[]}")
        .put("Output", "{\"records\":[" + String.join(",", records) + "]}");
  }

  private static ObjectNode failed(String status, int... indexes) {
    ObjectNode input = Json.mapper().createObjectNode();
    ArrayNode items = input.putArray("Items");
    for (int index : indexes) {
      ObjectNode line = items.addObject().put("file", "incoming/2019.jsonl").put("index", index);
      line.set("item", Sherbrooke.article(index));
    }
    return execution(status).put("Input", input.toString());
  }

  private void file(String name, ObjectNode... executions) {
    ArrayNode all = Json.mapper().createArrayNode();
    all.addAll(List.of(executions));
    aws.put("/archive/" + FOLDER + name, all.toString());
  }

  private void manifest(Map<String, String> files) {
    ObjectNode manifest = Json.mapper().createObjectNode();
    manifest.put("DestinationBucket", "archive").put("MapRunArn", MAP_RUN);
    ObjectNode results = manifest.putObject("ResultFiles");
    for (String status : List.of("FAILED", "PENDING", "SUCCEEDED")) {
      ArrayNode list = results.putArray(status);
      if (files.containsKey(status)) {
        list.addObject().put("Key", FOLDER + files.get(status)).put("Size", 1);
      }
    }
    aws.put("/archive/" + FOLDER + "manifest.json", manifest.toString());
  }

  private void results() {
    file(
        "SUCCEEDED_0.json",
        succeeded(GOOD.formatted(1, "verified", false), GOOD.formatted(2, "review", false)),
        succeeded(GOOD.formatted(3, "verified", true), BAD));
    file(
        "FAILED_0.json",
        failed("FAILED", 3, 4).put("Error", "ModelUnavailable").put("Cause", "an article's text"),
        failed("TIMED_OUT", 5).put("Error", "States.Timeout"));
    file("PENDING_0.json", failed("PENDING", 6));
    manifest(
        Map.of(
            "SUCCEEDED",
            "SUCCEEDED_0.json",
            "FAILED",
            "FAILED_0.json",
            "PENDING",
            "PENDING_0.json"));
  }

  private JsonNode report(String event) throws Exception {
    return Sherbrooke.invoke(handler, event, Duration.ofMinutes(1));
  }

  private static String ofStateMachine() {
    return """
    {"executionArn":"%s","key":"incoming/2019.jsonl","mapRunArn":"%s","manifest":"%smanifest.json"}\
    """
        .formatted(EXECUTION, MAP_RUN, FOLDER);
  }

  private static String ofEventBridge(String input) {
    ObjectNode event = Json.mapper().createObjectNode().put("source", "aws.states");
    event
        .putObject("detail")
        .put("executionArn", EXECUTION)
        .put("status", "ABORTED")
        .put("input", input);
    return event.toString();
  }

  @Test
  void report_ofARun_countsEveryItemThatWasRead() throws Exception {
    results();

    report(ofStateMachine());

    JsonNode report = aws.json("/archive/" + FOLDER + "report.json");
    assertThat(report.path("itemsRead").longValue()).isEqualTo(8);
    assertThat(report.path("withoutRecord").longValue()).isZero();
    assertThat(report.path("counts").valueStream().mapToLong(JsonNode::longValue).sum())
        .isEqualTo(8);
    assertThat(report.at("/counts/verified").longValue()).isEqualTo(2);
    assertThat(report.at("/counts/review").longValue()).isEqualTo(1);
    assertThat(report.at("/counts/problem").longValue()).isEqualTo(5);
    assertThat(report.path("hits").longValue()).isEqualTo(1);
    assertThat(report.at("/usage/inputTokens").longValue()).isEqualTo(1_800);
    assertThat(report.at("/usage/estimatedCost").decimalValue()).isEqualByComparingTo("0.04");
  }

  @Test
  void report_ofWhatFailed_namesItemsAndReasonsAndNoText() throws Exception {
    results();

    report(ofStateMachine());

    JsonNode report = aws.json("/archive/" + FOLDER + "report.json");
    assertThat(report.path("failed").valueStream().map(item -> item.path("source").textValue()))
        .containsExactlyInAnyOrder(
            "incoming/2019.jsonl:9",
            "incoming/2019.jsonl:4",
            "incoming/2019.jsonl:5",
            "incoming/2019.jsonl:6",
            "incoming/2019.jsonl:7");
    assertThat(report.path("problems").propertyStream().map(Map.Entry::getKey))
        .containsExactly("internal", "invalid-json", "model-unavailable");
    assertThat(report.toString())
        .contains("its batch was given up: States.Timeout", "its batch was not finished: PENDING")
        .doesNotContain("an article's text", "Sherbrooke");
  }

  @Test
  void answer_toTheStateMachine_hasNoListAndSaysWhereItIs() throws Exception {
    results();

    JsonNode answer = report(ofStateMachine());

    assertThat(answer.has("failed")).isFalse();
    assertThat(answer.path("status").textValue()).isEqualTo("SUCCEEDED");
    assertThat(answer.path("report").textValue())
        .isEqualTo("s3://archive/" + FOLDER + "report.json");
  }

  @Test
  void report_ofARunThatFailed_isFoundByItsExecution() throws Exception {
    results();
    itemsRead(20);

    JsonNode answer =
        report(ofEventBridge("{\"detail\":{\"object\":{\"key\":\"incoming/2019.jsonl\"}}}"));

    assertThat(answer.path("status").textValue()).isEqualTo("ABORTED");
    assertThat(answer.path("items").longValue()).isEqualTo(8);
    assertThat(answer.path("withoutRecord").longValue()).isEqualTo(12);
    assertThat(aws.objects).containsKey("/archive/" + FOLDER + "report.json");
  }

  @Test
  void report_ofARunThatWroteNothing_saysHowManyHaveNoRecord() throws Exception {
    JsonNode answer = report(ofEventBridge("{\"key\":\"incoming/2019.jsonl\"}"));

    assertThat(answer.path("items").longValue()).isZero();
    assertThat(answer.path("withoutRecord").longValue()).isEqualTo(8);
  }

  @Test
  void report_ofARunThatReadNothing_isThereAllTheSame() throws Exception {
    aws.answer("AWSStepFunctions.ListMapRuns", "{\"mapRuns\":[]}");

    JsonNode answer = report(ofEventBridge("{\"key\":\"other/x\"}"));

    assertThat(answer.path("itemsRead").longValue()).isZero();
    assertThat(aws.objects).containsOnlyKeys("/archive/results/e5f1/report.json");
  }

  @Test
  void report_withoutItsManifest_isTriedAgain() {
    assertThatThrownBy(() -> report(ofStateMachine()))
        .satisfies(e -> assertThat(e.getClass().getName()).isEqualTo("Internal"));
  }

  @Test
  void event_ofSomethingElse_isThrownByName() {
    assertThatThrownBy(() -> report("{}"))
        .satisfies(e -> assertThat(e.getClass().getName()).isEqualTo("InvalidJson"));
  }

  @Test
  void start_withoutABucket_namesTheVariable() {
    assertThatThrownBy(() ->
            new ReportHandler(
                new Variables(Map.of()),
                aws.client(),
                new LogLines(OutputStream.nullOutputStream())))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("BREVE_BATCH_BUCKET");
  }
}
