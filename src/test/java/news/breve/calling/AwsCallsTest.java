package news.breve.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import news.breve.article.Json;
import news.breve.configuration.Variables;
import news.breve.writing.MisbehavingServer;
import news.breve.writing.MisbehavingServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;

/** What becomes of a call of a service that doesn't answer as it should. */
final class AwsCallsTest {
  private static final String SECRET = "wJalrXUtnFEMI";
  private static final Duration EACH = Duration.ofSeconds(1);
  private static final Duration ALL = Duration.ofSeconds(20);

  private final MisbehavingServer server = new MisbehavingServer();

  @AfterEach
  void close() {
    server.close();
  }

  private static AwsCalls calls(Clock clock) {
    return new AwsCalls(
        new Variables(Map.of()),
        () -> new Credentials("AKID", SECRET, "token"),
        "eu-west-3",
        clock);
  }

  private AwsCalls.Answer answer(Duration each, Duration all) {
    return calls(Clock.systemUTC()).answer(request(server.url()), each, all);
  }

  private static AwsCalls.Request request(String url) {
    return AwsCalls.Request.json(
        "dynamodb",
        "1.0",
        URI.create(url),
        "DynamoDB_20120810.GetItem",
        Json.mapper().createObjectNode().put("TableName", "briefs"));
  }

  private static Answer refused(int status, String code) {
    return new Answer.Whole(
        status,
        Map.of(),
        "{\"__type\":\"com.amazon.coral#" + code + "\",\"message\":\"" + SECRET + "\"}");
  }

  private static Answer checked(String json, String crc32) {
    return new Answer.Whole(200, Map.of("x-amz-crc32", crc32), json);
  }

  static Stream<Arguments> passing() {
    return Stream.of(
        // what the service does, what is said of it
        Arguments.of(new Answer.HangBeforeHeaders(), "no answer in time"),
        Arguments.of(new Answer.HeadersThenHang(), "no answer in time"),
        Arguments.of(
            new Answer.Trickle("{" + " ".repeat(99), EACH.dividedBy(9)), "no answer in time"),
        Arguments.of(new Answer.Reset(), "SocketException"),
        Arguments.of(new Answer.Cut("{\"Item\":{}}"), "IOException"),
        Arguments.of(checked("{}", "1"), "BrokenAnswerException"),
        Arguments.of(new Answer.Raw("220 mail.example ESMTP\r\n"), "BrokenAnswerException"),
        Arguments.of(MisbehavingServer.ok("<html>busy</html>"), "JsonParseException"),
        Arguments.of(MisbehavingServer.ok(""), "BrokenAnswerException"),
        Arguments.of(refused(500, "InternalServerError"), "InternalServerError"),
        Arguments.of(new Answer.Whole(503, Map.of(), "<html>busy</html>"), "HTTP 503"),
        Arguments.of(refused(429, "Any"), "Any"),
        Arguments.of(refused(400, "ThrottlingException"), "ThrottlingException"));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void answer_ofAServiceThatFailedOnce_isThere(Answer fault, String reason) {
    server.then(fault).then(checked("{\"Item\":{}}", "49613676"));
    AwsCalls.Answer answer = answer(EACH, ALL);
    assertThat(answer.json().has("Item")).as(reason).isTrue();
    assertThat(server.requests()).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("passing")
  void answer_ofAServiceThatGoesOnFailing_isGivenUpAfterThreeTries_withoutItsWords(
      Answer fault, String reason) {
    server.always(fault);
    AwsCallException e = failure(EACH, ALL);
    assertThat(e.reason()).isEqualTo(reason);
    assertThat(e.getMessage()).endsWith(reason.replaceFirst("^HTTP ", "")).doesNotContain(SECRET);
    assertThat(server.requests()).hasSize(3);
  }

  private AwsCallException failure(Duration each, Duration all) {
    return catchThrowableOfType(AwsCallException.class, () -> answer(each, all));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AccessDeniedException",
        "ConditionalCheckFailedException",
        "ExpiredTokenException",
        "ResourceNotFoundException",
        "UnrecognizedClientException",
        "ValidationException"
      })
  void answer_thatIsARefusal_isNotAskedForAgain(String code) {
    server.always(refused(400, code));
    AwsCallException e = failure(EACH, ALL);
    assertThat(e.code()).isEqualTo(code);
    assertThat(e.status()).isEqualTo(400);
    assertThat(e.json().path("message").textValue()).isEqualTo(SECRET);
    assertThat(e.toString()).doesNotContain(SECRET);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void answer_thatNeverComes_isNotWaitedFor_andItsConnectionIsClosed() throws Exception {
    server.always(new Answer.HangBeforeHeaders());
    AwsCallException e = failure(Duration.ofMinutes(1), Duration.ofMillis(300));
    assertThat(e.reason()).isEqualTo("no answer in time");
    assertThat(server.seesClientGo(Duration.ofSeconds(30))).isTrue();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void answer_toWhoIsInterrupted_isNotWaitedFor() throws Exception {
    server.always(new Answer.HangBeforeHeaders());
    Thread.currentThread().interrupt();
    AwsCallException e = failure(Duration.ofMinutes(1), Duration.ofMinutes(1));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(e.reason()).isEqualTo("it was not waited for");
  }

  /** As after the restore of a snapshot: the other end is gone, and nobody has said so. */
  @Test
  void answer_onAConnectionThatDied_comesOnAnother() throws Exception {
    server.always(new Answer.Raw("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"));
    for (int i = 0; i < 3; i++) {
      assertThat(answer(EACH, ALL).json()).isEmpty();
      Thread.sleep(50);
    }
  }

  @Test
  void request_ofAFunction_bearsTheTokenOfItsSession() {
    Map<String, String> environment = new HashMap<>();
    environment.put("AWS_REGION", "ca-central-1");
    environment.put("AWS_ACCESS_KEY_ID", "AKID");
    environment.put("AWS_SECRET_ACCESS_KEY", SECRET);
    AwsCalls calls = new AwsCalls(new Variables(environment::get));
    server.always(MisbehavingServer.ok("{}"));

    calls.answer(request(server.url()), EACH, ALL);
    // A function's credentials are other ones after a while.
    environment.put("AWS_SESSION_TOKEN", "t0ken");
    calls.answer(request(server.url()), EACH, ALL);

    assertThat(server.requests().getFirst().headers())
        .doesNotContainKey("x-amz-security-token")
        .extractingByKey("authorization")
        .asString()
        .contains("Credential=AKID/", "/ca-central-1/dynamodb/aws4_request");
    assertThat(server.requests().getLast().headers())
        .containsEntry("x-amz-security-token", "t0ken")
        .extractingByKey("authorization")
        .asString()
        .contains("x-amz-security-token");
    assertThat(server.requests()).noneMatch(request -> request.toString().contains(SECRET));
  }

  @Test
  void credentials_printed_hideTheirSecrets() {
    assertThat(new Credentials("AKID", SECRET, "t0ken").toString())
        .doesNotContain(SECRET)
        .doesNotContain("t0ken");
  }

  /** AWS refuses signatures that are 5 minutes off, and says what time it is. */
  @ParameterizedTest
  @ValueSource(ints = {-10, 10})
  void answer_toWhoseClockIsWrong_comesOnceItIsSetRight(int minutes) throws Exception {
    AtomicInteger requests = new AtomicInteger();
    HttpServer strict =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    strict.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.getRequestBody().readAllBytes();
          Instant signed =
              DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX")
                  .parse(exchange.getRequestHeaders().getFirst("X-Amz-Date"), Instant::from);
          Duration off = Duration.between(signed, Instant.now()).abs();
          boolean good = off.compareTo(Duration.ofMinutes(5)) < 0;
          byte[] body =
              (good ? "{}" : "{\"__type\":\"a#InvalidSignatureException\"}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(good ? 200 : 400, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    strict.start();
    try {
      AwsCalls calls =
          calls(Clock.offset(Clock.system(ZoneOffset.UTC), Duration.ofMinutes(minutes)));
      String url = "http://127.0.0.1:" + strict.getAddress().getPort();
      assertThat(calls.answer(request(url), EACH, ALL).json()).isEmpty();
      assertThat(calls.answer(request(url), EACH, ALL).json()).isEmpty();
      assertThat(requests).hasValue(3);
    } finally {
      strict.stop(0);
    }
  }

  @Test
  void answer_toASignatureThatIsWrongInTime_isNotAskedForAgain() {
    server.always(
        new Answer.Whole(
            403,
            Map.of(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    Instant.now().atOffset(ZoneOffset.UTC))),
            "{\"__type\":\"InvalidSignatureException\"}"));
    assertThat(failure(EACH, ALL).code()).isEqualTo("InvalidSignatureException");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void domain_ofEachRegion_isTheSdks() {
    assertThat(Region.regions())
        .filteredOn(region -> !region.isGlobalRegion())
        .hasSizeGreaterThan(30)
        .allSatisfy(region ->
            assertThat(new Endpoints(new Variables(Map.of()), region.id()).domain())
                .isEqualTo(region.metadata().partition().dnsSuffix()));
  }
}
