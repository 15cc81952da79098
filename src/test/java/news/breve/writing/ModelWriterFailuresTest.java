package news.breve.writing;

import static news.breve.writing.MisbehavingServer.completion;
import static news.breve.writing.MisbehavingServer.completionBody;
import static news.breve.writing.MisbehavingServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.writing.MisbehavingServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which a provider can fail, over real sockets; the time limit is one second. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
final class ModelWriterFailuresTest {
  private final MisbehavingServer server = new MisbehavingServer();

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void calls_leaveNoThreadBehind() throws InterruptedException {
    for (int i = 0; i < 10; i++) {
      write(completion(Samples.DRAFT));
    }
    failure(new Answer.HeadersThenHang());

    Instant patience = Instant.now().plusSeconds(10);
    while (httpThreads() > 0 && Instant.now().isBefore(patience)) {
      Thread.sleep(20);
    }
    assertThat(httpThreads()).isZero();
  }

  private static long httpThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("HttpClient-"))
        .count();
  }

  static Stream<Arguments> badAnswers() {
    return Stream.of(
        Arguments.of("cut off, though whole", "cut off", "length", Samples.DRAFT),
        Arguments.of("filtered", "content filter", "content_filter", Samples.DRAFT),
        Arguments.of("empty", "has no content|is empty", "stop", ""),
        Arguments.of("blank", "is empty|has no content", "stop", "  \n "),
        Arguments.of("null", "has no content", "stop", null),
        Arguments.of("prose before", "text before it", "stop", "Here it is: " + Samples.DRAFT),
        Arguments.of("prose after", "text after", "stop", Samples.DRAFT + "\nThe ferry is new."),
        Arguments.of("two objects", "more than one", "stop", Samples.DRAFT + Samples.DRAFT),
        Arguments.of(
            "two fences",
            "text after its JSON",
            "stop",
            "```json\n" + Samples.DRAFT + "```\n```json\n" + Samples.DRAFT + "```"),
        Arguments.of(
            "two objects in a fence",
            "more than one",
            "stop",
            "```json\n" + Samples.DRAFT + Samples.DRAFT + "```"),
        Arguments.of(
            "prose around a fence",
            "text before it",
            "stop",
            "The ferry:\n```json\n" + Samples.DRAFT + "```"),
        Arguments.of("fence of another language", "text before", "stop", "```xml\n{}\n```"),
        Arguments.of("an array", "not a JSON object", "stop", "[" + Samples.DRAFT + "]"),
        Arguments.of("half an object", "is not JSON", "stop", Samples.DRAFT.substring(0, 150)),
        Arguments.of(
            "duplicate key", "duplicate key", "stop", with("\"keyFacts\":", "\"headline\":")),
        Arguments.of(
            "missing key",
            "/headline/evidence is missing",
            "stop",
            with(",\"evidence\":[1]}", "}")),
        Arguments.of(
            "extra key",
            "/headline has a key",
            "stop",
            with(",\"evidence\":[1]}", ",\"evidence\":[1],\"ferry\":1}")),
        Arguments.of(
            "evidence too high",
            "/sentences/0/evidence/1 is out of range",
            "stop",
            with(",2]", ",4]")),
        Arguments.of(
            "evidence of zero",
            "/sentences/0/evidence/1 is out of range",
            "stop",
            with(",2]", ",0]")),
        Arguments.of("unknown type", "/keyFacts/0/type is none", "stop", with("money", "ferry")),
        Arguments.of(
            "no sentence",
            "/sentences is empty",
            "stop",
            "{\"headline\":{\"fr\":\"ferry\",\"en\":\"ferry\",\"evidence\":[1]},\"sentences\":[],\"keyFacts\":[]}"),
        Arguments.of("nine sentences", "more than 8", "stop", nineSentences()));
  }

  private static String with(String old, String replacement) {
    String changed = Samples.DRAFT.replace(old, replacement);
    assertThat(changed).isNotEqualTo(Samples.DRAFT);
    return changed;
  }

  private static String nineSentences() {
    String sentence = "{\"fr\":\"Le ferry part.\",\"en\":\"The ferry leaves.\",\"evidence\":[1]}";
    return "{\"headline\":"
        + sentence
        + ",\"sentences\":["
        + String.join(",", IntStream.range(0, 9).mapToObj(i -> sentence).toList())
        + "],\"keyFacts\":[]}";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badAnswers")
  void answer_thatIsBad_isModelFailed(
      String name, String detail, String finishReason, String content) {
    ProblemException problem = failure(ok(completionBody(content, finishReason)));

    assertThat(problem.problem()).as(name).isEqualTo(Problem.MODEL_FAILED);
    assertThat(problem.detail()).containsPattern(detail);
    assertSaysNothing(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"```json\n%s\n```", "```\n%s```", "\n ```JSON \n%s``` \n", "  %s\n"})
  void fence_aroundOneWholeObject_isPeeled(String frame) {
    assertThat(write(completion(frame.formatted(Samples.DRAFT))).draft().sentences()).hasSize(2);
  }

  @Test
  void refusal_isModelFailed() {
    String body =
        completionBody("", "stop")
            .replace(
                "\"content\":\"\"", "\"content\":null,\"refusal\":\"I can't help with a ferry\"");

    ProblemException problem = failure(ok(body));

    assertThat(problem.problem()).isEqualTo(Problem.MODEL_FAILED);
    assertThat(problem.detail()).contains("refused");
    assertSaysNothing(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body>ferry</body></html>",
        "",
        "{}",
        "[]",
        "null",
        "{\"choices\":[]}",
        "{\"choices\":[{\"finish_reason\":\"stop\"}]}"
      })
  void body_thatIsNotTheProvidersJson_isModelFailed(String body) {
    ProblemException problem = failure(ok(body));

    assertThat(problem.problem()).isEqualTo(Problem.MODEL_FAILED);
    assertSaysNothing(problem);
  }

  @ParameterizedTest
  @CsvSource({
    "302, MODEL_FAILED, redirect",
    "400, MODEL_FAILED, BREVE_MODEL_TEMPERATURE",
    "401, MODEL_FAILED, BREVE_MODEL_API_KEY or OPENAI_API_KEY",
    "402, MODEL_FAILED, credit",
    "403, MODEL_FAILED, OPENAI_API_KEY",
    "404, MODEL_FAILED, BREVE_MODEL_NAME",
    "413, MODEL_FAILED, too long",
    "418, MODEL_FAILED, refuses the request",
    "422, MODEL_FAILED, JSON schema",
    "408, MODEL_UNAVAILABLE, gave up",
    "429, MODEL_UNAVAILABLE, too many requests",
    "500, MODEL_UNAVAILABLE, fault",
    "502, MODEL_UNAVAILABLE, fault",
    "503, MODEL_UNAVAILABLE, overloaded",
    "529, MODEL_UNAVAILABLE, overloaded",
  })
  void status_isMapped(int status, Problem expected, String advice) {
    ProblemException problem =
        failure(new Answer.Whole(status, Map.of(), "{\"error\":{\"message\":\"no ferry\"}}"));

    assertThat(problem.problem()).isEqualTo(expected);
    assertThat(problem.detail()).contains("openai answered " + status).contains(advice);
    assertThat(problem.retryAfter()).isEmpty();
    assertThat(server.requests()).hasSize(1);
    assertSaysNothing(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":{\"code\":\"context_length_exceeded\"}}",
        "{\"error\":{\"message\":\"This model's maximum context length is 8192 tokens\"}}",
        "{\"type\":\"error\",\"error\":{\"message\":\"prompt is too long: 210000 tokens\"}}"
      })
  void status400_aboutTheContext_saysThatTheArticleIsTooLong(String body) {
    ProblemException problem = failure(new Answer.Whole(400, Map.of(), body));

    assertThat(problem.problem()).isEqualTo(Problem.MODEL_FAILED);
    assertThat(problem.detail()).contains("longer than the model's context");
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void retryAfter_inSeconds_isKept(int status) {
    ProblemException problem = failure(new Answer.Whole(status, Map.of("Retry-After", "30"), "{}"));

    assertThat(problem.retryAfter()).contains(Duration.ofSeconds(30));
  }

  @Test
  void retryAfter_asDate_isKept() {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.now().plusSeconds(600).atZone(ZoneOffset.UTC));

    ProblemException problem = failure(new Answer.Whole(429, Map.of("Retry-After", date), ""));

    assertThat(problem.retryAfter().orElseThrow())
        .isBetween(Duration.ofSeconds(500), Duration.ofSeconds(600));
  }

  static Stream<Answer> endless() {
    return Stream.of(
        new Answer.HangBeforeHeaders(),
        new Answer.HeadersThenHang(),
        new Answer.Trickle(completionBody(Samples.DRAFT, "stop"), Duration.ofMillis(100)));
  }

  @ParameterizedTest
  @MethodSource("endless")
  void answer_thatDoesNotEnd_isModelTimeout_andTheConnectionCloses(Answer answer)
      throws InterruptedException {
    ProblemException problem = failure(answer);

    assertThat(problem.problem()).isEqualTo(Problem.MODEL_TIMEOUT);
    assertThat(problem.detail()).contains("within 1 s").contains("BREVE_MODEL_TIMEOUT");
    assertThat(server.seesClientGo(Duration.ofSeconds(10))).isTrue();
    assertThat(server.requests()).hasSize(1);
  }

  static Stream<Answer> broken() {
    return Stream.of(new Answer.Cut(completionBody(Samples.DRAFT, "stop")), new Answer.Reset());
  }

  @ParameterizedTest
  @MethodSource("broken")
  void connection_thatBreaks_isModelUnavailable_withoutARetry(Answer answer) {
    ProblemException problem = failure(answer);

    assertThat(problem.problem()).isEqualTo(Problem.MODEL_UNAVAILABLE);
    assertThat(problem.detail()).contains("refused, reset or cut");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void garbage_insteadOfHttp_isModelFailed() {
    ProblemException problem = failure(new Answer.Raw("ferry ferry ferry\r\n\r\n"));

    assertThat(problem.problem()).isEqualTo(Problem.MODEL_FAILED);
    assertSaysNothing(problem);
  }

  @Test
  void connection_thatIsRefused_isModelUnavailable() throws IOException {
    int closedPort;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closedPort = socket.getLocalPort();
    }

    ProblemException problem =
        failure(Samples.settings("openai", "http://127.0.0.1:" + closedPort));

    assertThat(problem.problem()).isEqualTo(Problem.MODEL_UNAVAILABLE);
  }

  @Test
  void host_thatDoesNotExist_isModelUnavailable() {
    ProblemException problem =
        failure(
            Samples.settings(
                "openai", "http://no-such-host.invalid", "BREVE_MODEL_TIMEOUT", "10s"));

    assertThat(problem.problem()).isEqualTo(Problem.MODEL_UNAVAILABLE);
  }

  @Test
  void answer_beyondFourMebibytes_isModelFailed() {
    server.then(completion("x".repeat(ProviderHttpClient.MAX_ANSWER_BYTES)));

    ProblemException problem =
        failure(Samples.settings("openai", server.url(), "BREVE_MODEL_TIMEOUT", "10s"));

    assertThat(problem.problem()).isEqualTo(Problem.MODEL_FAILED);
    assertThat(problem.detail()).contains("larger than 4194304 bytes");
  }

  @Test
  void article_thatCannotFitTheContext_isTooLarge_withoutACall() {
    ProblemException problem =
        failure(Samples.settings("openai", server.url(), "BREVE_MODEL_CONTEXT_TOKENS", "2000"));

    assertThat(problem.problem()).isEqualTo(Problem.TOO_LARGE);
    assertThat(problem.detail()).contains("BREVE_MODEL_CONTEXT_TOKENS");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void caller_thatIsInterrupted_getsAProblem_andStaysInterrupted() throws Exception {
    server.then(new Answer.HangBeforeHeaders());
    ModelWriter writer =
        new ModelWriter(Samples.settings("openai", server.url(), "BREVE_MODEL_TIMEOUT", "15s"));
    FutureTask<String> task =
        new FutureTask<>(() -> {
          ProblemException problem =
              catchThrowableOfType(
                  ProblemException.class,
                  () -> writer.write(Samples.article(), 3, Samples.allowance()));
          return problem.problem() + " " + Thread.currentThread().isInterrupted();
        });
    Thread caller = Thread.ofPlatform().start(task);
    while (server.requests().isEmpty()) {
      Thread.sleep(10);
    }
    caller.interrupt();

    assertThat(task.get()).isEqualTo("MODEL_UNAVAILABLE true");
    assertThat(server.seesClientGo(Duration.ofSeconds(10))).isTrue();
  }

  private Written write(Answer answer) {
    server.then(answer);
    return new ModelWriter(Samples.settings("openai", server.url()))
        .write(Samples.article(), 3, Samples.allowance());
  }

  private ProblemException failure(Answer answer) {
    server.then(answer);
    return failure(Samples.settings("openai", server.url()));
  }

  private static ProblemException failure(ModelSettings settings) {
    ModelWriter writer = new ModelWriter(settings);
    ProblemException problem =
        catchThrowableOfType(
            ProblemException.class, () -> writer.write(Samples.article(), 3, Samples.allowance()));
    assertThat(problem).isNotNull();
    return problem;
  }

  /** Neither the detail nor the whole stack trace, causes and all, holds a word it must not. */
  private static void assertSaysNothing(ProblemException problem) {
    StringWriter trace = new StringWriter();
    problem.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString())
        .doesNotContainIgnoringCase(Samples.ANSWER_WORD)
        .doesNotContain(Samples.ARTICLE_WORD, Samples.KEY);
    assertThat(problem.detail().lines()).hasSize(1);
  }
}
