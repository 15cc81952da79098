package news.breve.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.breve.article.Json;
import news.breve.article.Table;
import news.breve.cli.RawTerminal;
import news.breve.http.BreveServer;
import news.breve.lambda.RawDirect;
import news.breve.writing.MisbehavingServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Malformed JSON through every door that takes JSON, alone and as a value of an object that is
 * otherwise good: refused by name, in one line, without a word of it.
 */
final class MalformedJsonTest {
  private static final String STORY =
      "La Ville de Zanzibar achète trois autobus électriques. La mairesse les attend dès mars.";
  private static final String ARTICLE = "{\"text\":\"" + STORY + "\",\"options\":%s}";
  private static final String DRAFT =
      "{\"headline\":{\"fr\":\"Zanzibar achète trois autobus\",\"en\":\"Zanzibar buys three"
          + " buses\",\"evidence\":[1]},\"sentences\":[{\"fr\":\"Zanzibar achète trois autobus.\","
          + "\"en\":\"Zanzibar buys three buses.\",\"evidence\":[1]}],\"keyFacts\":%s}";
  private static final String CHECK = "{\"article\":{\"text\":\"" + STORY + "\"},\"brief\":%s}";
  private static final Map<String, String> NO_MODEL =
      Map.of("BREVE_CACHE", "memory", "BREVE_MODEL_PROVIDER", "none");
  private static final Pattern PLACEHOLDER =
      Pattern.compile("<(?:([0-9A-F]{2})|([^<>]{1,9})\\*([0-9]{1,6}))>");

  private static BreveServer server;
  private static BreveServer modelServer;
  private static MisbehavingServer model;
  private static RawDirect direct;
  private static HttpClient client;

  @TempDir private static Path folder;

  record Malformed(String name, String where, String template) {
    byte[] alone() {
      return bytes(template);
    }

    boolean standsInside() {
      return where.equals("both");
    }

    /** Returns an object that is good but for one value. */
    byte[] inside(String object) {
      return bytes(object.formatted(template));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Malformed> documents() {
    return Table.read(MalformedJsonTest.class, "malformed-json.tsv", 3).stream()
        .map(row -> new Malformed(row.get(0), row.get(1), row.get(2)));
  }

  @BeforeAll
  static void open() {
    model = new MisbehavingServer();
    server = BreveServer.start(NO_MODEL, "127.0.0.1", 0, line -> {});
    modelServer = BreveServer.start(model.variables(), "127.0.0.1", 0, line -> {});
    direct = new RawDirect(NO_MODEL);
    client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  @AfterAll
  static void close() {
    client.close();
    server.close();
    modelServer.close();
    model.close();
  }

  @Test
  void documents_areMoreThanAHundredAndTwenty() {
    assertThat(documents().map(Malformed::name).distinct()).hasSizeGreaterThan(120);
  }

  @Test
  void wellFormedDocument_isNotRefusedForItsJson() throws Exception {
    assertThat(post("/v1/briefs", bytes(ARTICLE.formatted("{}"))).statusCode()).isEqualTo(200);
    assertThat(post("/v1/checks", bytes(CHECK.formatted(DRAFT.formatted("[]")))).statusCode())
        .isEqualTo(200);
    assertThat(direct.handle(bytes(ARTICLE.formatted("{}"))).error()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void article_overHttp_isRefused(Malformed malformed) throws Exception {
    assertInvalidJson(post("/v1/briefs", malformed.alone()));
    if (malformed.standsInside()) {
      assertInvalidJson(post("/v1/briefs", malformed.inside(ARTICLE)));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void check_overHttp_isRefused(Malformed malformed) throws Exception {
    assertInvalidJson(post("/v1/checks", malformed.alone()));
    if (malformed.standsInside()) {
      assertInvalidJson(post("/v1/checks", malformed.inside(CHECK)));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void article_inDirectInvocation_isRefused(Malformed malformed) throws Exception {
    List<byte[]> events = new ArrayList<>(List.of(malformed.alone()));
    if (malformed.standsInside()) {
      events.add(malformed.inside(ARTICLE));
    }
    for (byte[] event : events) {
      RawDirect.Answered answered = direct.handle(event);
      assertThat(answered.error()).as(answered.message()).isIn(names(event));
      assertThat(answered.message()).hasLineCount(1).doesNotContain("Zanzibar");
    }
    assertThat(direct.log()).doesNotContain("Zanzibar");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void fileAtTheTerminal_isRefused_inOneLine(Malformed malformed) throws Exception {
    Path article = Files.writeString(folder.resolve("article.txt"), STORY);
    Path file = Files.write(folder.resolve("it.json"), malformed.alone());
    assertExit2(RawTerminal.run(NO_MODEL, new byte[0], "brief", file.toString(), "--no-cache"));
    if (malformed.standsInside()) {
      Files.write(file, malformed.inside(ARTICLE));
      assertExit2(RawTerminal.run(NO_MODEL, new byte[0], "brief", file.toString(), "--no-cache"));
      Files.write(file, malformed.inside(DRAFT));
      assertExit2(
          RawTerminal.run(NO_MODEL, new byte[0], "check", article.toString(), file.toString()));
      Files.write(file, malformed.inside("{\"schemaVersion\":1,\"article\":%s}"));
      assertExit2(RawTerminal.run(NO_MODEL, new byte[0], "check", file.toString()));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void answerOfAModel_isRefused_asTheModelsFailure(Malformed malformed) throws Exception {
    byte[] answer = malformed.standsInside() ? malformed.inside(DRAFT) : malformed.alone();
    if (!isUtf8(answer)) {
      return; // A provider's envelope, which is JSON itself, can't hold it.
    }
    model.always(MisbehavingServer.completion(new String(answer, StandardCharsets.UTF_8)));
    HttpResponse<String> response =
        send(
            modelServer,
            "/v1/briefs",
            bytes("{\"text\":\"" + STORY + " " + malformed.name().hashCode() + "\"}"));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(502);
    assertThat(response.body())
        .contains("urn:breve:problem:model-failed")
        .doesNotContain("Zanzibar");
  }

  private static List<String> names(byte[] event) {
    // What is no text at all is refused before anybody asks whether it is JSON.
    return isText(event) ? List.of("InvalidJson") : List.of("InvalidJson", "InvalidArticle");
  }

  private static void assertInvalidJson(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isIn(400, 422);
    assertThat(Json.parse(response.body()).path("type").asText())
        .isIn("urn:breve:problem:invalid-json", "urn:breve:problem:invalid-article");
    byte[] sent = LAST.get();
    if (isText(sent)) {
      assertThat(Json.parse(response.body()).path("type").asText())
          .as(response.body())
          .isEqualTo("urn:breve:problem:invalid-json");
    }
    assertThat(response.body()).doesNotContain("Zanzibar");
  }

  private static final ThreadLocal<byte[]> LAST = new ThreadLocal<>();

  private static void assertExit2(RawTerminal.Ran ran) {
    assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines()).singleElement().asString().startsWith("breve: ");
    assertThat(ran.err()).doesNotContain("Zanzibar");
  }

  private static HttpResponse<String> post(String path, byte[] body) throws Exception {
    LAST.set(body);
    return send(server, path, body);
  }

  private static HttpResponse<String> send(BreveServer to, String path, byte[] body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(to.url() + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Returns if bytes are UTF-8 without NUL, and not blank. */
  private static boolean isText(byte[] bytes) {
    return isUtf8(bytes)
        && !new String(bytes, StandardCharsets.UTF_8).isBlank()
        && new String(bytes, StandardCharsets.UTF_8).indexOf('\0') < 0;
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static byte[] bytes(String template) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Matcher placeholder = PLACEHOLDER.matcher(template);
    int at = 0;
    while (placeholder.find()) {
      bytes.writeBytes(
          template.substring(at, placeholder.start()).getBytes(StandardCharsets.UTF_8));
      if (placeholder.group(1) != null) {
        bytes.write(Integer.parseInt(placeholder.group(1), 16));
      } else {
        String again = placeholder.group(2).repeat(Integer.parseInt(placeholder.group(3)));
        bytes.writeBytes(again.getBytes(StandardCharsets.UTF_8));
      }
      at = placeholder.end();
    }
    bytes.writeBytes(template.substring(at).getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }
}
