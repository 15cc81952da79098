package news.breve.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

  @BeforeAll
  void start() {
    FunctionEnvironment environment =
        new FunctionEnvironment(
            // A tenant of its own for each key would keep the two doors apart.
            Map.of("BREVE_CACHE", "memory", "BREVE_STACK", "test", "BREVE_TENANT", "newsroom"),
            id -> "no key is asked for");
    http = new HttpHandler(environment, new LogLines(log), Clock.systemUTC());
    direct = new DirectHandler(environment, new LogLines(log), Clock.systemUTC());
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
          .allSatisfy(event -> assertThat(tests).contains("(\"" + event + "\")"));
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

  private JsonNode http(String event) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (var input = Files.newInputStream(EVENTS.resolve(event + ".json"))) {
      http.handleRequest(input, answer, null);
    }
    return Json.parse(answer.toString(StandardCharsets.UTF_8));
  }

  private JsonNode direct(String event) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (var input = Files.newInputStream(EVENTS.resolve(event + ".json"))) {
      direct.handleRequest(input, answer, null);
    }
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
