package news.breve.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import news.breve.article.Intake;
import news.breve.article.Json;
import news.breve.article.ProblemException;
import news.breve.article.Source;
import news.breve.article.Submission;
import news.breve.brief.Brief;
import news.breve.cli.RawTerminal;
import news.breve.configuration.ConfigurationException;
import news.breve.configuration.Variables;
import news.breve.http.BreveServer;
import news.breve.lambda.RawDirect;
import news.breve.service.Answer;
import news.breve.service.BriefListener;
import news.breve.service.BriefService;
import news.breve.service.Configuration;
import news.breve.writing.Deadline;
import news.breve.writing.MisbehavingServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Strings that programs stumble over, through every door and in every place of a request: each is
 * answered honestly and by the contract, none is a path, a line of a log or an escape.
 */
final class NaughtyStringsTest {
  private static final String STORY =
      "La Ville de Rimouski achète trois autobus électriques pour 2,4 millions de dollars. La"
          + " mairesse Anne Roy les attend dès mars.";
  private static final Map<String, String> NO_MODEL =
      Map.of("BREVE_CACHE", "memory", "BREVE_MODEL_PROVIDER", "none");
  private static final BriefListener LISTENER = new BriefListener() {};

  private static final List<String> NOTES = new CopyOnWriteArrayList<>();
  private static BreveServer server;
  private static RawDirect direct;
  private static HttpClient client;

  @BeforeAll
  static void open() {
    server = BreveServer.start(NO_MODEL, "127.0.0.1", 0, NOTES::add);
    direct = new RawDirect(NO_MODEL);
    client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  @AfterAll
  static void close() {
    client.close();
    server.close();
    assertThat(NOTES).isEmpty();
  }

  static Stream<String> strings() {
    try (InputStream in = NaughtyStringsTest.class.getResourceAsStream("naughty-strings.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> line.startsWith(">"))
              .map(line -> line.length() < 2 ? "" : line.substring(2))
              .map(NaughtyStringsTest::read)
              .toList()
              .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(String line) {
    return switch (line) {
      case "*LONG*" -> "a".repeat(60_000);
      case "*WORDS*" -> "autobus ".repeat(900);
      case "*DIGITS*" -> "9".repeat(4_000);
      case "*ACCENTS*" -> "e" + "\u0301".repeat(4_000);
      case "*QUOTES*" -> "« ".repeat(900);
      case "*NEST*" -> "<b>".repeat(600);
      default -> Escapes.read(line);
    };
  }

  @Test
  void strings_areMoreThanAHundredAndFifty() {
    assertThat(strings().distinct()).hasSizeGreaterThan(150);
  }

  @ParameterizedTest
  @MethodSource("strings")
  void string_asTheWholeBody_isAnswered(String string) throws Exception {
    for (String type : List.of("text/plain", "text/html", "application/json")) {
      assertHonest(post("/v1/briefs", type, string));
    }
    assertHonest(post("/v1/checks", "application/json", string));
  }

  @ParameterizedTest
  @MethodSource("strings")
  void string_asAnyField_isAnswered(String string) throws Exception {
    for (String field : List.of("title", "language", "publishedAt", "text", "html")) {
      ObjectNode article = Json.mapper().createObjectNode().put("text", STORY);
      if (field.equals("html")) {
        article.remove("text");
      }
      boolean isBody = field.equals("text") || field.equals("html");
      article.put(field, isBody ? STORY + "\n\n" + string : string);
      HttpResponse<String> response = post("/v1/briefs", "application/json", article.toString());
      assertHonest(response);
      if (response.statusCode() == 200) {
        Hostility.assertPlain(news.breve.brief.BriefReader.read(Json.parse(response.body())));
      }
    }
    ObjectNode article = Json.mapper().createObjectNode().put("text", STORY).put(string, 1);
    assertHonest(post("/v1/briefs", "application/json", article.toString()));
  }

  @ParameterizedTest
  @MethodSource("strings")
  void string_inADraft_isChecked(String string) throws Exception {
    ObjectNode check = Json.mapper().createObjectNode();
    check.putObject("article").put("text", STORY);
    ObjectNode draft = check.putObject("brief");
    draft.putObject("headline").put("fr", string).put("en", string).putArray("evidence").add(1);
    draft.putArray("sentences").addObject().put("fr", string).putArray("evidence").add(2);
    ObjectNode fact = draft.putArray("keyFacts").addObject().put("type", "quote").put("fr", string);
    fact.putObject("attribution").put("fr", string);
    HttpResponse<String> response = post("/v1/checks", "application/json", check.toString());
    assertHonest(response);
    if (response.statusCode() == 200) {
      assertThat(Json.parse(response.body()).path("status").asText()).isNotEqualTo("verified");
    }
  }

  @ParameterizedTest
  @MethodSource("strings")
  void string_asAnIdInThePath_isNoBrief_howeverItIsWritten(String string) throws Exception {
    StringBuilder encoded = new StringBuilder();
    for (byte b : shortened(string).getBytes(StandardCharsets.UTF_8)) {
      encoded.append("%%%02X".formatted(b & 0xFF));
    }
    for (String path : List.of(encoded.toString(), raw(shortened(string)))) {
      String answer =
          exchange("GET /v1/briefs/" + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertThat(answer).matches("(?s)HTTP/1\\.[01] (400|404|405|413|414) .*");
      assertThat(answer).doesNotContain("root:", "java.", "Exception");
    }
  }

  @ParameterizedTest
  @MethodSource("strings")
  void string_asAHeader_neverComesBackAsAnotherHeader(String string) throws Exception {
    String value = raw(shortened(string));
    for (String header :
        List.of(
            "X-Request-Id",
            "X-API-Key",
            "Authorization",
            "If-None-Match",
            "Accept",
            "Accept-Language",
            "X-Breve-Deadline-Ms",
            "Content-Encoding",
            "Origin")) {
      String answer =
          exchange(
              "GET /v1/briefs/b1-"
                  + "A".repeat(43)
                  + " HTTP/1.1\r\nHost: x\r\n"
                  + header
                  + ": "
                  + value
                  + "\r\nConnection: close\r\n\r\n");
      assertThat(answer).as(header).matches("(?s)HTTP/1\\.[01] (400|404|406|413|422|431) .*");
      String head = answer.substring(0, answer.indexOf("\r\n\r\n"));
      assertThat(head.lines().filter(line -> line.matches("(?i)x-request-id: .*")).toList())
          .allMatch(line -> line.matches("(?i)x-request-id: [A-Za-z0-9._~:/+=@-]{1,128}"));
      assertThat(head).doesNotContain("\u001b").doesNotContainIgnoringCase("Set-Cookie");
    }
  }

  @ParameterizedTest
  @MethodSource("strings")
  void string_inDirectInvocation_forgesNoLineOfTheLog(String string) throws Exception {
    ObjectNode article =
        Json.mapper().createObjectNode().put("text", STORY + "\n\n" + string).put("title", string);
    RawDirect.Answered answered =
        direct.handle(article.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(answered.error())
        .as(answered.message())
        .isIn("", "InvalidArticle", "UnsupportedLanguage", "TooLarge", "InvalidJson");
    assertThat(answered.message()).hasLineCount(answered.message().isEmpty() ? 0 : 1);
    List<String> lines = direct.log().lines().toList();
    JsonNode last = Json.parse(lines.getLast());
    assertThat(last.isObject()).isTrue();
    assertThat(lines.getLast()).doesNotContain("Rimouski", "autobus", "forged");
    if (string.length() > 8) {
      assertThat(lines.getLast()).doesNotContain(string);
    }
  }

  /**
   * Each run reads all tables anew: those that a terminal, a shell or a parser may stumble over.
   */
  static Stream<String> arguments() {
    return strings()
        .filter(string -> !string.equals("/dev/stdin")) // the tests' own, which nobody writes to
        .filter(string ->
            string.matches("(?s)[-@/~%$|&;>`!*].*|.*[\\p{Cc}\\p{Cf}\\p{Cs}\\\\/\u2028].*|.{0,2}"));
  }

  @ParameterizedTest
  @MethodSource("arguments")
  void string_asAnArgument_isAnsweredInOneLine_thatSteersNoTerminal(String string) {
    String argument = shortened(string).replace("\0", "");
    for (String[] arguments :
        new String[][] {
          {"brief", argument},
          {"brief", "-", "--language", argument},
          {"brief", "-", "--format", argument}
        }) {
      RawTerminal.Ran ran =
          RawTerminal.run(NO_MODEL, STORY.getBytes(StandardCharsets.UTF_8), arguments);
      assertThat(ran.exit()).as(ran.err()).isIn(0, 2);
      Hostility.assertHarmless(ran.err());
      if (ran.exit() == 2) {
        assertThat(ran.out()).isEmpty();
      }
    }
  }

  @Test
  void string_asATenant_namesBriefsOfItsOwn_andNoPath(@TempDir Path folder) throws IOException {
    Path cache = folder.resolve("cache");
    Submission submission = submission();
    Set<String> tenants = new HashSet<>();
    Set<String> ids = new HashSet<>();
    for (String string : strings().toList()) {
      Configuration configuration = configuration(cache, string);
      tenants.add(configuration.tenant());
      BriefService service = service(configuration);
      ids.add(service.idOf(submission));
    }
    // Half a surrogate pair is no Unicode, and no environment holds one.
    assertThat(ids).hasSameSizeAs(tenants);
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).allMatch(file -> file.startsWith(cache));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "desk", "../desk", "desk/", "DESK", "\u001b[31m", "%2e%2e", "b1-x"})
  void brief_ofOneTenant_isNeverAnothers(String tenant, @TempDir Path folder) {
    Submission submission = submission();
    Brief mine = brief(folder, tenant, submission);
    Brief again = brief(folder, tenant, submission);
    Brief theirs = brief(folder, "other desk", submission);
    assertThat(mine.cache().hit()).isFalse();
    assertThat(again.cache().hit()).isTrue();
    assertThat(theirs.cache().hit()).isFalse();
    assertThat(theirs.id()).isNotEqualTo(mine.id());
  }

  private static Configuration configuration(Path cache, String tenant) {
    return Configuration.from(
        new Variables(
            Map.of(
                "BREVE_CACHE",
                "file",
                "BREVE_CACHE_DIR",
                cache.toString(),
                "BREVE_TENANT",
                tenant)));
  }

  private static Brief brief(Path folder, String tenant, Submission submission) {
    Configuration configuration = configuration(folder, tenant);
    Answer answer =
        service(configuration)
            .answer(submission, Deadline.in(java.time.Duration.ofSeconds(30)), LISTENER);
    return ((Answer.Ready) answer).brief();
  }

  private static BriefService service(Configuration configuration) {
    return configuration.service(configuration.store(Clock.systemUTC()), Clock.systemUTC());
  }

  @Test
  void string_asTheModelsKey_isNeverRepeated() {
    try (MisbehavingServer model = new MisbehavingServer()) {
      model.always(
          new MisbehavingServer.Answer.Whole(
              401, Map.of("Content-Type", "application/json"), "{\"error\":\"wrong key\"}"));
      for (String string :
          strings().filter(each -> each.length() > 12 && each.length() < 1_000).toList()) {
        Map<String, String> variables = model.variables();
        variables.put("BREVE_MODEL_API_KEY", string);
        String said;
        try {
          Configuration configuration = Configuration.from(new Variables(variables));
          assertThat(configuration.toString()).doesNotContain(string.strip());
          configuration.service(new NoStore(), Clock.systemUTC()).brief(submission(), LISTENER);
          throw new AssertionError("no brief is made with a wrong key");
        } catch (ConfigurationException | ProblemException e) {
          said = String.valueOf(e.getMessage());
        }
        assertThat(said.lines()).hasSize(1);
        if (!"BREVE_MODEL_API_KEY".contains(string) && string.length() > 8) {
          assertThat(said).doesNotContain(string);
        }
      }
    }
  }

  private static Submission submission() {
    return new Intake()
        .read(
            new Source(STORY.getBytes(StandardCharsets.UTF_8), Source.Type.PLAIN_TEXT, null, null));
  }

  private static void assertHonest(HttpResponse<String> response) {
    Hostility.assertHarmless(response.body());
    if (response.statusCode() == 200) {
      assertThat(Json.parse(response.body()).path("status").asText())
          .isIn("extractive", "review", "rejected", "verified");
      return;
    }
    assertThat(response.statusCode()).as(response.body()).isIn(400, 413, 422);
    JsonNode problem = Json.parse(response.body());
    assertThat(problem.path("type").asText())
        .isIn(
            "urn:breve:problem:invalid-json",
            "urn:breve:problem:invalid-article",
            "urn:breve:problem:unsupported-language",
            "urn:breve:problem:too-large");
    assertThat(problem.path("detail").asText()).hasLineCount(1).doesNotContain("mairesse");
  }

  private static HttpResponse<String> post(String path, String type, String body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** A string as bytes of one line: a client that sends a line feed ends the line itself. */
  private static String raw(String string) {
    return string.replaceAll("[\r\n]", "");
  }

  private static String shortened(String string) {
    return string.length() > 2_000 ? string.substring(0, 2_000) : string;
  }

  private static String exchange(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.url().getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
