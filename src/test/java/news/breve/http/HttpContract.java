package news.breve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import news.breve.article.Json;
import news.breve.checking.Checker;
import news.breve.http.Exchange.Request;
import news.breve.http.Exchange.Response;
import news.breve.rendering.BriefFormat;
import news.breve.writing.MisbehavingServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The HTTP contract, row by row, for every door the controllers stand behind. Each answer is also
 * held to /openapi.yml.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class HttpContract {
  private static final String BRIEFS = "/v1/briefs";
  private static final String CHECKS = "/v1/checks";
  private static final String JSON = "application/json";
  private static final String TEXT = "text/plain";

  private final ApiContract description = new ApiContract();
  private final FakeModel model = new FakeModel();
  private Door door;
  private Door modelDoor;
  private int articles;

  /** A running service. */
  public interface Door extends AutoCloseable {
    Response exchange(Request request);

    @Override
    void close();
  }

  /** Opens the door over a service in this environment. */
  protected abstract Door open(Map<String, String> environment);

  @BeforeAll
  void openDoors() {
    door = open(Map.of("BREVE_CACHE", "memory"));
    modelDoor =
        open(
            model.environment(
                "BREVE_MODEL_TIMEOUT",
                "5s",
                "BREVE_MODEL_CONCURRENCY",
                "1",
                "BREVE_MODEL_QUEUE",
                "0"));
  }

  @AfterAll
  void closeDoors() {
    door.close();
    modelDoor.close();
    model.close();
  }

  @BeforeEach
  void letTheModelAnswer() {
    model.answerWell();
  }

  private Response send(Request request) {
    return verified(request, door);
  }

  private Response sendToModel(Request request) {
    return verified(request, modelDoor);
  }

  private Response verified(Request request, Door through) {
    Response response = through.exchange(request);
    description.verify(request, response);
    assertThat(response.header("X-Request-Id")).isPresent();
    return response;
  }

  private static Request text(String article) {
    return Request.post(BRIEFS, TEXT, article);
  }

  /** Returns an article that was not sent before. */
  private String newArticle() {
    return Examples.TEXT_FR + " C'est le contrat " + ++articles + " de la Ville.";
  }

  // Content types in.

  @ParameterizedTest
  @CsvFileSource(
      resources = "/news/breve/http/bodies.tsv",
      delimiter = '\t',
      quoteCharacter = '\u0001')
  void brief_ofEveryContentType_isMade(String contentType, String body, String language) {
    Response response = send(Request.post(BRIEFS, contentType, body));
    assertThat(response.status()).as(response.text()).isEqualTo(200);
    assertThat(response.json().at("/article/language").asText()).isEqualTo(language);
    assertThat(response.json().at("/status").asText()).isEqualTo("extractive");
  }

  @ParameterizedTest
  @ValueSource(strings = {Examples.ARTICLE_FR, Examples.ARTICLE_EN, Examples.NEWS_ARTICLE})
  void brief_ofEveryDescribedExample_isMade(String example) {
    assertThat(send(Request.post(BRIEFS, JSON, example)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"iso-8859-1", "\"windows-1252\"", "UTF-16LE", "utf-8"})
  void brief_ofTextInADeclaredCharset_hasItsLetters(String charset) {
    byte[] body = Examples.TEXT_FR.getBytes(Charset.forName(charset.replace("\"", "")));
    Response response = send(Request.post(BRIEFS, "Text/Plain; Charset=" + charset, body));
    assertThat(response.json().at("/article/text").asText()).isEqualTo(Examples.TEXT_FR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "image/png",
        "garbage",
        "application/xml",
        "text/json; charset"
      })
  void brief_ofAnotherContentType_isRefused(String contentType) {
    Response response = send(Request.post(BRIEFS, contentType, Examples.TEXT_FR));
    assertThat(response.status()).isEqualTo(415);
    assertThat(response.problem()).isEqualTo("unsupported-media-type");
  }

  @Test
  void brief_withoutContentType_isRefused() {
    Response response = send(Request.of("POST", BRIEFS));
    assertThat(response.problem()).isEqualTo("unsupported-media-type");
  }

  // Packed bodies and limits.

  @Test
  void brief_ofGzip_isMade() {
    Request request =
        Request.post(BRIEFS, TEXT, gzip(Examples.TEXT_FR)).with("Content-Encoding", "gzip");
    assertThat(send(request).json().at("/article/text").asText()).isEqualTo(Examples.TEXT_FR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "deflate", "gzip, gzip", "compress"})
  void brief_ofAnotherEncoding_isRefused(String encoding) {
    Request request = text(Examples.TEXT_FR).with("Content-Encoding", encoding);
    assertThat(send(request).problem()).isEqualTo("unsupported-media-type");
  }

  @Test
  void brief_ofWhatIsNoGzip_isRefused() {
    Request request = text(Examples.TEXT_FR).with("Content-Encoding", "gzip");
    assertThat(send(request).problem()).isEqualTo("invalid-article");
  }

  @ParameterizedTest
  @ValueSource(strings = {TEXT, JSON, "text/html"})
  void brief_ofTooMuch_isRefused(String contentType) {
    Response response = send(Request.post(BRIEFS, contentType, "é".repeat(128 * 1024 + 1)));
    assertThat(response.status()).isEqualTo(413);
    assertThat(response.problem()).isEqualTo("too-large");
  }

  @Test
  void brief_ofSmallGzipThatHoldsMuch_isRefused() {
    Request request =
        Request.post(BRIEFS, TEXT, gzip("a".repeat(64 << 20))).with("Content-Encoding", "gzip");
    assertThat(send(request).problem()).isEqualTo("too-large");
  }

  @Test
  void check_ofTooMuch_isRefused() {
    String body = "{\"article\":{\"text\":\"" + "é".repeat(140_000) + "\"},\"brief\":{}}";
    assertThat(send(Request.post(CHECKS, JSON, body)).problem()).isEqualTo("too-large");
  }

  // Problems of the body.

  @ParameterizedTest
  @CsvFileSource(
      resources = "/news/breve/http/problems.tsv",
      delimiter = '\t',
      quoteCharacter = '\u0001')
  void body_thatIsWrong_isRefusedByName(
      String path, String contentType, String body, int status, String problem, String named) {
    Response response = send(Request.post(path, contentType, body == null ? "" : body));
    assertThat(response.status()).as(response.text()).isEqualTo(status);
    assertThat(response.problem()).isEqualTo(problem);
    assertThat(response.json().at("/detail").asText()).contains(named == null ? "" : named);
    assertThat(response.header("Content-Type")).contains("application/problem+json");
    assertThat(response.header("Cache-Control")).contains("no-store");
  }

  @Test
  void json_nestedTooDeep_isRefused() {
    String body = "{\"text\":" + "[".repeat(70) + "]".repeat(70) + "}";
    assertThat(send(Request.post(BRIEFS, JSON, body)).problem()).isEqualTo("invalid-json");
    assertThat(send(Request.post(CHECKS, JSON, body)).problem()).isEqualTo("invalid-json");
  }

  @Test
  void text_thatIsNotUtf8_isRefused() {
    byte[] body = "Le marché a fermé.".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(send(Request.post(BRIEFS, TEXT, body)).problem()).isEqualTo("invalid-article");
    byte[] json = "{\"text\":\"fermé\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(send(Request.post(CHECKS, JSON, json)).problem()).isEqualTo("invalid-json");
  }

  @Test
  void post_withQueryParameters_isRefused() {
    Response response = send(Request.post(BRIEFS + "?sentences=5", TEXT, Examples.TEXT_FR));
    assertThat(response.problem()).isEqualTo("invalid-article");
  }

  // Accept.

  @ParameterizedTest
  @CsvFileSource(resources = "/news/breve/http/accept.tsv", delimiter = '\t')
  void brief_isAnsweredAsAccepted(String accept, String contentType) {
    Response response = send(text(Examples.TEXT_FR).with("Accept", accept));
    if (contentType == null) {
      assertThat(response.status()).isEqualTo(406);
      assertThat(response.problem()).isEqualTo("not-acceptable");
    } else {
      assertThat(response.status()).isEqualTo(200);
      assertThat(response.header("Content-Type")).contains(contentType);
      assertThat(response.header("Vary")).contains("Accept");
    }
  }

  @Test
  void problem_isProblemJson_whateverIsAccepted() {
    Response response = send(text("").with("Accept", "text/markdown"));
    assertThat(response.status()).isEqualTo(422);
    assertThat(response.header("Content-Type")).contains("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"en-CA,fr;q=0.5|en", "fr|fr", "de|fr", "|fr"})
  void brief_asHtml_isInTheLanguageOfItsReader_andKeptToItself(String languages, String language) {
    Request request = text(Examples.TEXT_FR).with("Accept", "text/html");
    Response response =
        send(languages == null ? request : request.with("Accept-Language", languages));
    Document file = Jsoup.parse(response.text());
    assertThat(file.expectFirst("html").attr("lang")).isEqualTo(language);
    file.select(".story .n").remove();
    assertThat(file.select(".story").text()).isEqualTo(Examples.TEXT_FR);
    assertThat(response.header("Content-Security-Policy").orElseThrow())
        .startsWith(file.expectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .contains("default-src 'none'")
        .endsWith("frame-ancestors 'none'");
    assertThat(response.header("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void tag_ofHtml_differsByTheLanguageOfItsReader() {
    Request find = Request.get(idPath(newArticle())).with("Accept", "text/html");
    Optional<String> french = send(find.with("Accept-Language", "fr")).header("ETag");
    Optional<String> english = send(find.with("Accept-Language", "en")).header("ETag");
    assertThat(french).isPresent().isNotEqualTo(english);
  }

  // Looking up.

  @ParameterizedTest
  @EnumSource(BriefFormat.class)
  void kept_brief_hasTheTagItWasAnsweredWith(BriefFormat format) {
    String accept = format.mediaType();
    Response posted = send(text(newArticle()).with("Accept", accept));
    Response again = send(text(articleOf(articles)).with("Accept", accept));
    Response found = send(Request.get(idPath(articleOf(articles))).with("Accept", accept));
    assertThat(found.status()).isEqualTo(200);
    assertThat(found.header("ETag")).isEqualTo(posted.header("ETag"));
    assertThat(again.header("ETag")).isEqualTo(posted.header("ETag"));
    assertThat(found.header("Content-Type")).isEqualTo(posted.header("Content-Type"));
    assertThat(found.header("Cache-Control")).contains("private, no-cache");
    assertThat(posted.header("Cache-Control")).contains("no-store");
  }

  @Test
  void kept_brief_differsInNothingButTheCache() {
    JsonNode posted = send(text(newArticle())).json();
    JsonNode found = send(Request.get(BRIEFS + "/" + posted.path("id").asText())).json();
    assertThat(posted.at("/cache/hit").asBoolean()).isFalse();
    assertThat(found.at("/cache/hit").asBoolean()).isTrue();
    ((ObjectNode) posted).remove("cache");
    ((ObjectNode) found).remove("cache");
    assertThat(found).isEqualTo(posted);
  }

  @Test
  void tag_differsByFormat() {
    String path = idPath(newArticle());
    assertThat(BriefFormat.values())
        .extracting(format ->
            send(Request.get(path).with("Accept", format.mediaType())).header("ETag").orElseThrow())
        .doesNotHaveDuplicates();
  }

  @Test
  void notAcceptable_namesTheFormatsThereAre() {
    Response response = send(text(Examples.TEXT_FR).with("Accept", "image/png"));
    assertThat(response.json().at("/detail").asText())
        .contains(Arrays.stream(BriefFormat.values()).map(BriefFormat::mediaType).toList());
  }

  @Test
  void description_hasTheFormats() throws IOException {
    JsonNode yaml = new YAMLMapper().readTree(send(Request.get("/openapi.yml")).text());
    for (String call : List.of("/paths/~1v1~1briefs/post", "/paths/~1v1~1briefs~1{id}/get")) {
      assertThat((Iterable<String>) () -> yaml.at(call + "/responses/200/content").fieldNames())
          .containsAll(Arrays.stream(BriefFormat.values()).map(BriefFormat::mediaType).toList());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"TAG|304", "W/TAG|304", "\"x\", TAG|304", "*|304", "\"x\"|200", "W/\"x\"|200"})
  void kept_brief_isNotSentAgain_ifTheTagIsNamed(String ifNoneMatch, int status) {
    String path = idPath(newArticle());
    String tag = send(Request.get(path)).header("ETag").orElseThrow();
    Response response =
        send(Request.get(path).with("If-None-Match", ifNoneMatch.replace("TAG", tag)));
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.header("ETag")).contains(tag);
    assertThat(response.header("Vary")).contains("Accept");
    assertThat(response.body().length == 0).isEqualTo(status == 304);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/briefs/b1-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "/v1/briefs/b1-x",
        "/v1/briefs/..%2F..%2Fetc%2Fpasswd",
        "/v1/briefs/%20",
        "/v1/nothing",
        "/nothing",
        "/v2/briefs"
      })
  void address_ofNothing_isNotFound(String path) {
    Response response = send(Request.get(path));
    assertThat(response.status()).isEqualTo(404);
    assertThat(response.problem()).isEqualTo("not-found");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/v1/briefs,POST",
    "PUT,/v1/briefs,POST",
    "OPTIONS,/v1/briefs,POST",
    "DELETE,/v1/briefs/b1-x,GET",
    "GET,/v1/checks,POST",
    "POST,/health,GET"
  })
  void method_thatIsNotThere_isRefusedWithThoseThatAre(String method, String path, String allow) {
    Response response = send(Request.of(method, path));
    assertThat(response.status()).isEqualTo(405);
    assertThat(response.problem()).isEqualTo("method-not-allowed");
    assertThat(response.header("Allow").orElseThrow()).contains(allow);
  }

  // Request ids.

  @Test
  void request_withAnId_isAnsweredWithIt() {
    Response response = send(text(Examples.TEXT_FR).with("X-Request-Id", "desk-7:42"));
    assertThat(response.header("X-Request-Id")).contains("desk-7:42");
    Response problem = send(Request.get("/nothing").with("X-Request-Id", "desk-7:43"));
    assertThat(problem.header("X-Request-Id")).contains("desk-7:43");
  }

  @ParameterizedTest
  @ValueSource(strings = {"with space", "<script>", "é"})
  void request_withAnIdThatCantBeLogged_isGivenAnother(String id) {
    Response response = send(Request.get("/health").with("X-Request-Id", id));
    assertThat(response.header("X-Request-Id").orElseThrow()).doesNotContain(id).hasSize(36);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", ",;q", "fr;q=x", "-", "*"})
  void languages_thatCantBeRead_arePassedOver(String languages) {
    Request found = Request.get(idPath(newArticle())).with("Accept-Language", languages);
    assertThat(send(found).status()).isEqualTo(200);
    Request none = Request.get(BRIEFS + "/b1-x").with("Accept-Language", languages);
    assertThat(send(none).problem()).isEqualTo("not-found");
    Request posted = text(newArticle()).with("Accept-Language", languages);
    assertThat(send(posted).status()).isEqualTo(200);
  }

  @Test
  void request_withAnIdTooLong_isGivenAnother() {
    Response response = send(Request.get("/health").with("X-Request-Id", "a".repeat(129)));
    assertThat(response.header("X-Request-Id").orElseThrow()).hasSize(36);
  }

  // Checks.

  /** Each row changes an example of the description: its language, what for what. */
  @ParameterizedTest
  @CsvFileSource(
      resources = "/news/breve/http/checks.tsv",
      delimiter = '\t',
      quoteCharacter = '\u0001')
  void check_isVerifiedOrForReviewOrRejected(
      String language, String from, String to, String status, String check, String path) {
    String example = language.equals("fr") ? Examples.CHECK_FR : Examples.CHECK_EN;
    String body = from == null ? example : example.replace(from, to);
    assertThat(body.equals(example)).isEqualTo(from == null);
    Response response = send(Request.post(CHECKS, JSON, body));
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("Cache-Control")).contains("no-store");
    JsonNode answer = response.json();
    assertThat(answer.path("status").asText()).as(response.text()).isEqualTo(status);
    assertThat(answer.path("findings").isEmpty()).isEqualTo(check == null);
    if (check != null) {
      assertThat(answer.path("findings"))
          .anySatisfy(finding -> {
            assertThat(finding.path("check").asText()).isEqualTo(check);
            assertThat(finding.path("path").asText()).isEqualTo(path);
            assertThat(finding.path("severity").asText())
                .isEqualTo(status.equals("rejected") ? "error" : "warning");
          });
    }
    assertThat(answer.at("/article/language").asText()).isEqualTo(language);
    assertThat(answer.at("/article/sentences")).hasSize(3);
  }

  @Test
  void check_thatIsDescribedAsRejected_isAnsweredAsDescribed() {
    JsonNode answer = send(Request.post(CHECKS, JSON, Examples.CHECK_REJECTED)).json();
    assertThat(answer).isEqualTo(Json.parse(Examples.REJECTED));
  }

  @Test
  void check_ofADraftWithNulls_isMade() {
    String body =
        Examples.CHECK_EN.replace("\"en\": \"The buses", "\"fr\": null, \"en\": \"The buses");
    body = body.replace("\"evidence\": [2]", "\"evidence\": null");
    assertThat(send(Request.post(CHECKS, JSON, body)).json().path("status").asText())
        .isEqualTo("verified");
  }

  @Test
  void check_ofADraftThatCitesNothing_isRejected() {
    String body = Examples.CHECK_FR.replace("\"evidence\": [1, 2]", "\"evidence\": [9]");
    JsonNode answer = send(Request.post(CHECKS, "application/ld+json", body)).json();
    assertThat(answer.path("status").asText()).isEqualTo("rejected");
    assertThat(answer.at("/findings/0/path").asText()).isEqualTo("/sentences/0/evidence");
  }

  @Test
  void check_ofText_isRefused() {
    assertThat(send(Request.post(CHECKS, TEXT, "x")).problem()).isEqualTo("unsupported-media-type");
  }

  @Test
  void check_asText_isNotAcceptable() {
    Request request = Request.post(CHECKS, JSON, Examples.CHECK_FR).with("Accept", "text/plain");
    assertThat(send(request).problem()).isEqualTo("not-acceptable");
  }

  // The rest of the addresses.

  @Test
  void health_tellsOfModelAndCache() {
    JsonNode without = send(Request.get("/health")).json();
    assertThat(without.path("status").asText()).isEqualTo("up");
    assertThat(without.path("model").isNull()).isTrue();
    JsonNode with = sendToModel(Request.get("/health")).json();
    assertThat(with.at("/model/provider").asText()).isEqualTo("openai");
    assertThat(with.at("/cache/reachable").asBoolean()).isTrue();
  }

  @Test
  void description_isServed() {
    Response response = send(Request.get("/openapi.yml"));
    assertThat(response.header("Content-Type")).contains("application/yaml");
    assertThat(response.text()).startsWith("openapi: 3.");
  }

  @Test
  void description_namesTheChecks_asTheyRun() throws IOException {
    JsonNode yaml = new YAMLMapper().readTree(send(Request.get("/openapi.yml")).text());
    assertThat(yaml.at("/components/schemas/Finding/properties/check/enum"))
        .extracting(JsonNode::textValue)
        .containsExactlyElementsOf(new Checker().names());
  }

  @Test
  void head_isAnsweredWithoutABody() {
    Response response = send(Request.of("HEAD", idPath(newArticle())));
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("ETag")).isPresent();
    assertThat(response.body()).isEmpty();
  }

  // With a model.

  @Test
  void model_isPaidOnce() {
    String article = newArticle();
    int before = model.calls();
    JsonNode first = sendToModel(text(article)).json();
    JsonNode second = sendToModel(text(article)).json();
    assertThat(first.path("status").asText()).as(first.toString()).isEqualTo("verified");
    assertThat(second.at("/cache/hit").asBoolean()).isTrue();
    assertThat(second.at("/usage/calls").asInt()).isEqualTo(1);
    assertThat(model.calls() - before).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200|no JSON at all|502|model-failed",
        "400|{}|502|model-failed",
        "401|{}|502|model-failed",
        "429|{}|503|model-unavailable",
        "500|{}|503|model-unavailable",
        "503|{}|503|model-unavailable"
      })
  void model_thatFails_isAProblem(int answered, String content, int status, String problem) {
    model.answer(answered, content, Map.of("Retry-After", "7"));
    Response response = sendToModel(text(newArticle()));
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.problem()).isEqualTo(problem);
    assertThat(response.header("Retry-After").isPresent()).isEqualTo(status == 503);
    assertThat(response.text()).doesNotContain("sk-not").doesNotContain(content);
  }

  @Test
  void model_thatIsThrottled_saysWhenToComeBack() {
    model.answer(429, "{}", Map.of("Retry-After", "7"));
    assertThat(sendToModel(text(newArticle())).header("Retry-After")).contains("7");
  }

  @Test
  void model_thatTakesTooLong_isATimeout() {
    model.answerAfter(Duration.ofSeconds(8));
    Response response = sendToModel(text(newArticle()));
    assertThat(response.status()).isEqualTo(504);
    assertThat(response.problem()).isEqualTo("model-timeout");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "soon", "1.5", "1e3", "9999999999"})
  void deadline_thatIsNoNumberOfMilliseconds_isRefusedByName(String value) {
    Response response = send(text(newArticle()).with("X-Breve-Deadline-Ms", value));
    assertThat(response.status()).isEqualTo(422);
    assertThat(response.problem()).isEqualTo("invalid-article");
    assertThat(response.json().at("/detail").asText()).contains("X-Breve-Deadline-Ms");
  }

  @Test
  void deadline_thatIsShorterThanTheModel_isATimeoutInTime_andNothingIsRemembered() {
    String article = newArticle();
    model.answerAfter(Duration.ofMillis(1_900));
    long start = System.nanoTime();
    Response response = sendToModel(text(article).with("X-Breve-Deadline-Ms", "800"));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1_700));
    assertThat(response.status()).isEqualTo(504);
    assertThat(response.problem()).isEqualTo("model-timeout");
    model.answerWell();
    assertThat(sendToModel(text(article)).status()).isEqualTo(200);
  }

  @Test
  void deadline_thatIsLongerThanTheService_hasNoEffect() {
    Request request = text(newArticle()).with("X-Breve-Deadline-Ms", "999999999");
    assertThat(send(request).status()).isEqualTo(200);
  }

  @Test
  void answer_thatIsBad_isNotBoughtAgainAtOnce() {
    model.answer(200, MisbehavingServer.completionBody("Sorry.", "stop"), Map.of());
    String article = newArticle();
    int before = model.calls();
    assertThat(sendToModel(text(article)).header("Retry-After")).isEmpty();
    Response again = sendToModel(text(article));
    assertThat(again.status()).isEqualTo(502);
    assertThat(again.problem()).isEqualTo("model-failed");
    assertThat(again.header("Retry-After")).isPresent();
    assertThat(model.calls() - before).isEqualTo(1);
  }

  @Test
  void model_thatFails_isReplacedOnlyIfAsked_andNeverKept() {
    model.answer(500, "{}", Map.of());
    String body =
        "{\"text\":\"" + newArticle() + "\",\"options\":{\"onModelFailure\":\"extractive\"}}";
    JsonNode answer = sendToModel(Request.post(BRIEFS, JSON, body)).json();
    assertThat(answer.path("status").asText()).isEqualTo("extractive");
    assertThat(answer.at("/checks/reason").asText()).isNotEmpty();
    Response kept = sendToModel(Request.get(BRIEFS + "/" + answer.path("id").asText()));
    assertThat(kept.status()).isEqualTo(404);
  }

  @Test
  void brief_thatIsBeingWritten_isToldSo_thenFound() {
    String article = newArticle();
    int before = model.calls();
    CountDownLatch gate = model.hold();
    CompletableFuture<Response> first =
        CompletableFuture.supplyAsync(() -> sendToModel(text(article)));
    awaitCalls(before + 1);
    Response second = sendToModel(text(article));
    assertThat(second.status()).isEqualTo(202);
    assertThat(second.header("Retry-After")).isPresent();
    String location = second.header("Location").orElseThrow();
    assertThat(location).isEqualTo(BRIEFS + "/" + second.json().path("id").asText());
    assertThat(sendToModel(Request.get(location)).status()).isEqualTo(202);
    // Another article finds the model busy and, here, a queue of none.
    Response busy = sendToModel(text(newArticle()));
    assertThat(busy.status()).isEqualTo(503);
    assertThat(busy.header("Retry-After")).isPresent();
    gate.countDown();
    Response written = first.join();
    assertThat(written.status()).as(written.text()).isEqualTo(200);
    Response found = sendToModel(Request.get(location));
    assertThat(found.status()).isEqualTo(200);
    assertThat(found.header("ETag")).isEqualTo(written.header("ETag"));
    assertThat(model.calls() - before).isEqualTo(1);
  }

  private void awaitCalls(int calls) {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (model.calls() < calls && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(model.calls()).isEqualTo(calls);
  }

  private static String articleOf(int number) {
    return Examples.TEXT_FR + " C'est le contrat " + number + " de la Ville.";
  }

  private String idPath(String article) {
    return BRIEFS + "/" + send(text(article)).json().path("id").asText();
  }

  static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
