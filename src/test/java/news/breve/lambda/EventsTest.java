package news.breve.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.breve.article.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every event of {@code events/}, through the handlers as Lambda calls them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EventsTest {
  private static final Path EVENTS = Path.of("events");

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private HttpHandler http;
  private DirectHandler direct;
  private QueueHandler queue;
  private MapHandler map;

  @BeforeAll
  void start() {
    FunctionEnvironment environment =
        new FunctionEnvironment(
            // A tenant of its own for each key would keep the two doors apart.
            Map.of("BREVE_CACHE", "memory", "BREVE_STACK", "test", "BREVE_TENANT", "newsroom"),
            id -> "no key is asked for");
    http = new HttpHandler(environment, new LogLines(log), Clock.systemUTC());
    direct = new DirectHandler(environment, new LogLines(log), Clock.systemUTC());
    queue = new QueueHandler(environment, new LogLines(log), Clock.systemUTC());
    map = new MapHandler(environment, new LogLines(log), Clock.systemUTC());
  }

  @Test
  void httpBriefFr_asJson_isABriefOfItsArticle() throws IOException {
    JsonNode answer = http("http-brief-fr");

    assertThat(answer.path("statusCode").intValue()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).startsWith("application/json");
    assertThat(header(answer, "ETag")).isNotEmpty();
    assertThat(header(answer, "X-Request-Id")).isEqualTo("0b6e9c3e-6a57-4c2b-9d0c-5f2f1c0a7d11");
    JsonNode brief = Json.parse(answer.path("body").textValue());
    assertThat(brief.path("status").textValue()).isEqualTo("extractive");
    assertThat(brief.at("/article/language").textValue()).isEqualTo("fr");
    assertThat(brief.path("sentences")).hasSize(3);
    assertThat(brief.at("/article/text").textValue()).contains("Trois-Rangs", "18,5 millions");
  }

  @Test
  void httpBriefEn_asBase64AndMarkdown_isReadAsUtf8() throws IOException {
    JsonNode answer = http("http-brief-en");

    assertThat(answer.path("statusCode").intValue()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).startsWith("text/markdown");
    assertThat(answer.path("body").textValue()).contains("£3.4 million");
  }

  @Test
  void httpCheck_ofADraftWithAFalseQuote_isRejected() throws IOException {
    JsonNode answer = http("http-check");

    assertThat(answer.path("statusCode").intValue()).isEqualTo(200);
    JsonNode checked = Json.parse(answer.path("body").textValue());
    assertThat(checked.path("status").textValue()).isEqualTo("rejected");
    assertThat(checked.at("/findings/0/path").textValue()).startsWith("/sentences/1");
  }

  @Test
  void httpHealth_withoutModel_isUp() throws IOException {
    JsonNode answer = http("http-health");

    assertThat(answer.path("statusCode").intValue()).isEqualTo(200);
    assertThat(Json.parse(answer.path("body").textValue()).path("status").textValue())
        .isEqualTo("up");
  }

  @Test
  void httpNotFound_ofAnUnknownBrief_isAProblem() throws IOException {
    JsonNode answer = http("http-not-found");

    assertThat(answer.path("statusCode").intValue()).isEqualTo(404);
    assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
    assertThat(answer.path("body").textValue()).contains("urn:breve:problem:not-found");
  }

  @Test
  void httpInvalid_withAnUnknownKey_isAProblemThatNamesIt() throws IOException {
    JsonNode answer = http("http-invalid");

    assertThat(answer.path("statusCode").intValue()).isEqualTo(422);
    assertThat(answer.path("body").textValue())
        .contains("urn:breve:problem:invalid-article", "sentence");
  }

  @Test
  void directBrief_ofAnArticle_isItsBriefAsTheHttpDoorMakesIt() throws IOException {
    JsonNode brief = direct("direct-brief");
    JsonNode same = Json.parse(http("http-brief-fr").path("body").textValue());

    assertThat(brief.path("id")).isEqualTo(same.path("id"));
    assertThat(brief.path("headline")).isEqualTo(same.path("headline"));
    assertThat(brief.path("keyFacts")).isEqualTo(same.path("keyFacts"));
  }

  @Test
  void directBrief_ofTheSameArticle_isAHit() throws IOException {
    direct("direct-brief");

    assertThat(direct("direct-brief").at("/cache/hit").booleanValue()).isTrue();
  }

  @Test
  void directInvalid_ofABlankArticle_isThrownByName() {
    assertThatThrownBy(() -> direct("direct-invalid"))
        .satisfies(e -> assertThat(e.getClass().getName()).isEqualTo("InvalidArticle"));
  }

  @Test
  void directUnsupportedLanguage_ofAGermanArticle_isThrownByName() {
    assertThatThrownBy(() -> direct("direct-unsupported-language"))
        .satisfies(e -> assertThat(e.getClass().getName()).isEqualTo("UnsupportedLanguage"));
  }

  @Test
  void sqsBackfill_ofTwoArticlesAndABrokenOne_isSettledWithARecordOfEach() throws IOException {
    log.reset();

    JsonNode answer = answer(queue, "sqs-backfill");

    assertThat(answer.toString()).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(lines("record"))
        .extracting(line -> line.path("source").textValue())
        .containsExactlyInAnyOrder(
            "00000001-5b1e-4c39-9a51-0c7de2a4f3b1",
            "archive/2007/ferry.xml",
            "00000003-5b1e-4c39-9a51-0c7de2a4f3b3");
    assertThat(lines("record"))
        .filteredOn(line -> line.has("problem"))
        .singleElement()
        .satisfies(line ->
            assertThat(line.at("/problem/type").textValue())
                .isEqualTo("urn:breve:problem:invalid-json"));
  }

  @Test
  void mapItem_ofLinesOfAFile_hasARecordOfEach() throws IOException {
    JsonNode answer = answer(map, "map-item");

    assertThat(answer.path("records").valueStream().map(line -> line.path("source").textValue()))
        .containsExactly(
            "incoming/archive.jsonl:1", "archive/2007/ferry.xml", "archive/1998/irrtum.txt");
    assertThat(answer.path("records").valueStream().map(line -> line.path("status").textValue()))
        .containsExactly("extractive", "extractive", null);
  }

  /** BackfillMachineTest runs the state machine itself on it. */
  @Test
  void s3Incoming_ofAFile_isBriefedLineByLineAsTheStateMachineHandsThemOver() throws IOException {
    JsonNode event = Json.parse(Files.readString(event("s3-incoming")));
    String key = event.at("/detail/object/key").textValue();
    Path file = EVENTS.resolve(Path.of(key).getFileName());
    assertThat(event.at("/detail/object/size").longValue()).isEqualTo(Files.size(file));
    ObjectNode batch = Json.mapper().createObjectNode();
    ArrayNode items = batch.putArray("Items");
    for (String line : Files.readAllLines(file)) {
      ObjectNode item =
          Json.mapper().createObjectNode().put("file", key).put("index", items.size());
      items.add(item.set("item", Json.parse(line)));
    }

    JsonNode answer =
        answer(map, new ByteArrayInputStream(batch.toString().getBytes(StandardCharsets.UTF_8)));

    assertThat(answer.path("records").valueStream().map(line -> line.path("status").textValue()))
        .containsExactly("extractive", "extractive", "extractive", null);
  }

  @Test
  void events_ofTheFolder_areAllRunHere() throws IOException {
    String tests = Files.readString(Path.of("src/test/java/news/breve/lambda/EventsTest.java"));
    try (Stream<Path> files = Files.list(EVENTS)) {
      List<String> events =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".json"))
              .map(name -> name.replace(".json", ""))
              .toList();

      assertThat(events)
          .isNotEmpty()
          .allSatisfy(event ->
              assertThat(tests).containsAnyOf("(\"" + event + "\")", ", \"" + event + "\")"));
    }
  }

  @Test
  void log_ofBothDoors_holdsALineABriefAndNoText() throws IOException {
    log.reset();
    http("http-brief-fr");
    direct("direct-brief");

    List<String> lines = log.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(2).noneMatch(line -> line.contains("Charlevoix"));
    JsonNode line = Json.parse(lines.get(1));
    assertThat(line.path("event").textValue()).isEqualTo("brief");
    assertThat(line.path("id").textValue()).startsWith("b1-");
    assertThat(line.path("characters").intValue()).isGreaterThan(800);
  }

  private List<JsonNode> lines(String event) {
    return log.toString(StandardCharsets.UTF_8)
        .lines()
        .map(Json::parse)
        .filter(line -> line.path("event").asText().equals(event))
        .toList();
  }

  private static Path event(String name) {
    return EVENTS.resolve(name + ".json");
  }

  private JsonNode http(String event) throws IOException {
    return answer(http, event);
  }

  private JsonNode direct(String event) throws IOException {
    return answer(direct, event);
  }

  private static JsonNode answer(RequestStreamHandler handler, String event) throws IOException {
    try (InputStream input = Files.newInputStream(event(event))) {
      return answer(handler, input);
    }
  }

  private static JsonNode answer(RequestStreamHandler handler, InputStream event)
      throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    handler.handleRequest(event, answer, null);
    return Json.parse(answer.toString(StandardCharsets.UTF_8));
  }

  private static String header(JsonNode answer, String name) {
    JsonNode headers = answer.path("headers");
    for (var field : headers.properties()) {
      if (field.getKey().equalsIgnoreCase(name)) {
        return field.getValue().textValue();
      }
    }
    return "";
  }
}
