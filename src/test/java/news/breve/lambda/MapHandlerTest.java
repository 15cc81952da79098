package news.breve.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import news.breve.article.Json;
import news.breve.http.FakeModel;
import news.breve.writing.MisbehavingServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
final class MapHandlerTest {
  private static final Duration LONG = Duration.ofMinutes(2);

  private AwsDouble aws;
  private FakeModel model;
  private MapHandler handler;

  @BeforeEach
  void start() throws Exception {
    aws = new AwsDouble();
    model = new FakeModel();
    model.answer(200, MisbehavingServer.completionBody(Sherbrooke.DRAFT, "stop"), Map.of());
    handler = handler();
  }

  @AfterEach
  void stop() {
    model.close();
    aws.close();
  }

  private MapHandler handler(String... more) {
    Map<String, String> variables = model.environment(more);
    variables.put("BREVE_BATCH_BUCKET", "archive");
    variables.put("BREVE_MODEL_TIMEOUT", "5s");
    return new MapHandler(
        new FunctionEnvironment(variables, id -> "no key is asked for"),
        aws.client(),
        new LogLines(OutputStream.nullOutputStream()),
        Clock.systemUTC());
  }

  private static ObjectNode batch(JsonNode... items) {
    ObjectNode batch = Json.mapper().createObjectNode();
    ArrayNode all = batch.putArray("Items");
    for (JsonNode item : items) {
      all.add(item);
    }
    return batch;
  }

  private static ObjectNode line(int index, JsonNode item) {
    ObjectNode line = Json.mapper().createObjectNode();
    line.put("file", "incoming/2019.jsonl").put("index", index).set("item", item);
    return line;
  }

  private static ObjectNode pointer(String bucket, String key) {
    ObjectNode item = Json.mapper().createObjectNode();
    item.putObject("s3").put("bucket", bucket).put("key", key);
    return item;
  }

  private List<JsonNode> records(JsonNode batch) throws Exception {
    JsonNode answer = Sherbrooke.invoke(handler, batch.toString(), LONG);
    assertThat(answer.size()).isEqualTo(1);
    return answer.path("records").valueStream().toList();
  }

  @Test
  void batch_ofGoodAndBadItems_hasARecordForEachInTheirOrder() throws Exception {
    aws.put("/archive/incoming/x.txt", Sherbrooke.article(4).path("text").textValue());
    aws.put("/archive/incoming/folder/", "");

    List<JsonNode> records =
        records(
            batch(
                line(0, Sherbrooke.article(1)),
                line(1, Sherbrooke.article(2, "its own name")),
                Sherbrooke.article(3),
                pointer("archive", "incoming/x.txt"),
                pointer("archive", "incoming/missing.txt"),
                pointer("elsewhere", "incoming/x.txt"),
                pointer("archive", "incoming/folder/"),
                line(7, Json.parse(Sherbrooke.GERMAN)),
                line(8, Json.parse("\"a string\""))));

    assertThat(records)
        .extracting(record -> record.path("source").textValue())
        .containsExactly(
            "incoming/2019.jsonl:1",
            "its own name",
            "Items[2]",
            "s3://archive/incoming/x.txt",
            "s3://archive/incoming/missing.txt",
            "s3://elsewhere/incoming/x.txt",
            "s3://archive/incoming/folder/",
            "german",
            "incoming/2019.jsonl:9");
    assertThat(records.subList(0, 4))
        .allSatisfy(record -> {
          assertThat(record.path("status").textValue()).isEqualTo("verified");
          assertThat(record.at("/usage/calls").intValue()).isEqualTo(1);
        });
    assertThat(records.subList(4, 9))
        .extracting(record -> record.at("/problem/type").textValue())
        .containsExactly(
            "urn:breve:problem:not-found",
            "urn:breve:problem:invalid-article",
            "urn:breve:problem:invalid-article",
            "urn:breve:problem:unsupported-language",
            "urn:breve:problem:invalid-article");
    assertThat(aws.calls).noneMatch(call -> call.contains("elsewhere"));
  }

  @Test
  void batch_withAnItemThatMayPass_finishesTheOthersAndIsThrownByName() throws Exception {
    aws.faults.addAll(List.of(503, 503, 503));
    ObjectNode batch =
        batch(pointer("archive", "incoming/x.json"), Sherbrooke.article(1), Sherbrooke.article(2));

    assertThatThrownBy(() -> records(batch))
        .satisfies(e -> assertThat(e.getClass().getName()).isEqualTo("Internal"));
    assertThat(model.calls()).isEqualTo(2);

    aws.put("/archive/incoming/x.json", Sherbrooke.article(3).toString());
    assertThat(records(batch))
        .extracting(record -> record.at("/cache/hit").booleanValue())
        .containsExactly(false, true, true);
    assertThat(model.calls()).isEqualTo(3);
  }

  @Test
  void batch_whileTheModelIsDown_isThrownByName() {
    model.answer(500, "{}", Map.of());

    assertThatThrownBy(() -> records(batch(Sherbrooke.article(1))))
        .satisfies(e -> assertThat(e.getClass().getName()).isEqualTo("ModelUnavailable"));
  }

  @Test
  void batch_whoseLastTryFails_isExtractiveOnlyWhereThatIsWanted() throws Exception {
    model.answer(500, "{}", Map.of());
    ObjectNode last = batch(Sherbrooke.article(1)).put("retry", 8).put("retries", 8);
    ObjectNode before = batch(Sherbrooke.article(1)).put("retry", 7).put("retries", 8);

    assertThatThrownBy(() -> records(last)).isInstanceOf(NamedProblem.class);
    handler = handler("BREVE_MODEL_ON_FAILURE", "extractive");
    assertThatThrownBy(() -> records(before)).isInstanceOf(NamedProblem.class);
    assertThat(records(last))
        .singleElement()
        .satisfies(record -> assertThat(record.path("status").textValue()).isEqualTo("extractive"));
  }

  @Test
  void batch_withoutTimeForItsLastItem_isThrownBeforeItIsCutOff() {
    handler = handler("BREVE_BATCH_ITEMS_AT_ONCE", "1");
    model.answerAfter(Duration.ofMillis(1_500));
    ObjectNode batch = batch(Sherbrooke.article(1), Sherbrooke.article(2), Sherbrooke.article(3));

    assertThatThrownBy(
            () -> Sherbrooke.invoke(handler, batch.toString(), Duration.ofMillis(10_600)))
        .hasMessage("there was no time left to begin the item")
        .satisfies(e -> assertThat(e.getClass().getName()).isEqualTo("ModelTimeout"));
    assertThat(model.calls()).isBetween(1, 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{\"Items\":{}}", "{\"items\":[]}"})
  void event_thatIsNoBatch_isThrownByName(String event) {
    assertThatThrownBy(() -> Sherbrooke.invoke(handler, event, LONG))
        .satisfies(e -> assertThat(e.getClass().getName()).isEqualTo("InvalidJson"));
  }
}
