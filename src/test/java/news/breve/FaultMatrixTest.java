package news.breve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import news.breve.FaultDoor.Answered;
import news.breve.cli.TerminalDoor;
import news.breve.http.HttpDoor;
import news.breve.lambda.DirectDoor;
import news.breve.writing.MisbehavingServer;
import news.breve.writing.MisbehavingServer.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * docs/faults.md, row by row, through the terminal, HTTP and direct invocation. The doors run
 * beside each other, the rows of a door after each other: what a row does to the model's circuit,
 * its second request undoes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FaultMatrixTest {
  private static final Path TABLE = Path.of("docs/faults.md");
  private static final String HEAD = "| the provider |";

  /** All that the model may take for one brief, here. */
  private static final Duration LIMIT = Duration.ofSeconds(4);

  /** For machines that do other things as well. */
  private static final Duration SLACK = Duration.ofMillis(2_500);

  private static final String ARTICLE =
      """
      Le conseil municipal de Sherbrooke a adopté lundi un budget de 412 millions de dollars.

      La taxe foncière augmentera de 3,2 %, a annoncé le maire Luc Gendron.

      « Nous n'avons pas touché aux bibliothèques », a-t-il dit.

      C'est la séance numéro\
      """;

  private static final String GOOD =
      """
      {"headline":{"fr":"Sherbrooke adopte son budget","en":"Sherbrooke adopts its budget","evidence":[1]},
       "sentences":[
        {"fr":"Sherbrooke a adopté lundi un budget de 412 millions de dollars.","en":"Sherbrooke on Monday adopted a $412-million budget.","evidence":[1]},
        {"fr":"« Nous n'avons pas touché aux bibliothèques », a dit le maire.","en":"“We did not touch the libraries,” the mayor said.","evidence":[2,3]}],
       "keyFacts":[]}
      """;

  private static final String WRONG =
      GOOD.replace("412 millions", "421 millions").replace("$412-million", "$421-million");

  /** Which provider a row is about: what it does, call by call, and then always. */
  private static final Map<String, List<Answer>> FAULTS = new HashMap<>();

  static {
    Answer good = content(GOOD);
    Answer wrong = content(WRONG);
    Answer hang = new Answer.HangBeforeHeaders();
    Answer cut = new Answer.Cut(completion(GOOD));
    fault("says nothing", hang);
    fault("sends headers and then nothing", new Answer.HeadersThenHang());
    fault("sends a byte now and then", new Answer.Trickle(completion(GOOD), Duration.ofMillis(50)));
    fault("refuses the connection");
    fault("has a name that doesn't exist");
    fault("resets the connection", new Answer.Reset());
    fault("resets the connection, then answers", new Answer.Reset(), good);
    fault("breaks off its answer", cut);
    fault("breaks off its answer, then answers", cut, good);
    for (int status : new int[] {408, 429, 500, 502, 503, 529, 302, 400, 401, 403, 404}) {
      fault("answers " + status, status(status));
    }
    fault("answers 429, come back in 30 s", comeBack("30"));
    fault("answers 429, come back in 1 s, then answers", comeBack("1"), good);
    fault("answers 500, then answers", status(500), good);
    fault("answers 500 twice, then answers", status(500), status(500), good);
    fault(
        "answers 400, the context is too small",
        new Answer.Whole(400, Map.of(), "{\"error\":{\"code\":\"context_length_exceeded\"}}"));
    fault("speaks no HTTP", new Answer.Raw("budget budget budget\r\n\r\n"));
    fault("answers HTML", MisbehavingServer.ok("<html>busy</html>"));
    fault("answers an empty body", MisbehavingServer.ok(""));
    fault("answers an empty object", MisbehavingServer.ok("{}"));
    fault("answers without a choice", MisbehavingServer.ok("{\"choices\":[]}"));
    fault("answers more than 4 MiB", content("x".repeat(5 << 20)));
    fault("answers nothing but null", MisbehavingServer.ok("null"));
    fault("answers an empty text", content(""));
    fault("cuts its answer at the token limit", finished("length"));
    fault("withholds its answer by a content filter", finished("content_filter"));
    fault("answers in prose", content("Le conseil a adopté un budget."));
    fault("answers JSON in prose", content("Voici : " + GOOD));
    fault("answers two objects", content(GOOD + GOOD));
    fault("answers half an object", content(GOOD.substring(0, GOOD.length() / 2)));
    fault("leaves a key out", content(GOOD.replace(",\"evidence\":[1]}", "}")));
    fault("adds a key", content(GOOD.replace("\"keyFacts\":[]", "\"keyFacts\":[],\"note\":1")));
    fault(
        "says a key twice",
        content(GOOD.replace("\"keyFacts\":[]", "\"keyFacts\":[],\"keyFacts\":[]")));
    fault("cites a sentence that is not there", content(GOOD.replace("[2,3]", "[2,33]")));
    fault("answers in a code fence", content("```json\n" + GOOD + "\n```"));
    fault("errs, then mends it", wrong, good);
    fault("errs, and errs again", wrong);
    fault("errs, then answers 500", wrong, status(500));
    fault("errs, then says nothing", wrong, hang);
    fault("answers 500, errs, then mends it", status(500), wrong, good);
    fault("answers 500 twice, then errs", status(500), status(500), wrong);
    fault("resets the connection, then errs", new Answer.Reset(), wrong);
  }

  private final Map<String, Observed> observed = Collections.synchronizedMap(new HashMap<>());

  /** A row of the table. */
  record Row(String fault, String outcome, String within, int calls, int billed, String kept) {
    @Override
    public String toString() {
      return fault;
    }
  }

  /** What came of a row at a door: the first request, and the same again with a good provider. */
  private record Observed(
      Answered first, Duration took, int calls, Answered again, int callsAgain) {}

  private static void fault(String name, Answer... answers) {
    FAULTS.put(name, List.of(answers));
  }

  private static String completion(String content) {
    return MisbehavingServer.completionBody(content, "stop");
  }

  private static Answer content(String content) {
    return MisbehavingServer.completion(content);
  }

  private static Answer finished(String reason) {
    return MisbehavingServer.ok(MisbehavingServer.completionBody(GOOD, reason));
  }

  private static Answer status(int status) {
    return new Answer.Whole(status, Map.of(), "{}");
  }

  private static Answer comeBack(String seconds) {
    return new Answer.Whole(429, Map.of("Retry-After", seconds), "{}");
  }

  static List<Row> rows() throws IOException {
    List<String> lines = Files.readAllLines(TABLE);
    int head =
        lines.indexOf(lines.stream().filter(l -> l.startsWith(HEAD)).findFirst().orElseThrow());
    return lines.stream()
        .skip(head + 2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> line.split("\\|", -1))
        .map(cells -> Stream.of(cells).map(String::strip).toList())
        .map(cells ->
            new Row(
                cells.get(1),
                cells.get(2),
                cells.get(3),
                Integer.parseInt(cells.get(4)),
                Integer.parseInt(cells.get(5)),
                cells.get(6)))
        .toList();
  }

  @FunctionalInterface
  private interface Opening {
    FaultDoor open(Map<String, String> environment);
  }

  @BeforeAll
  void runAllRows(@TempDir Path folder) throws IOException {
    List<Row> rows = rows();
    Map<String, Opening> doors =
        Map.of(
            "terminal", environment -> new TerminalDoor(environment, folder.resolve("cache")),
            "HTTP", HttpDoor::new,
            "direct", DirectDoor::new);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Void>> runs = new ArrayList<>();
      doors.forEach((name, opening) ->
          runs.add(CompletableFuture.runAsync(() -> run(name, opening, rows), threads)));
      runs.forEach(CompletableFuture::join);
    }
  }

  private void run(String name, Opening opening, List<Row> rows) {
    try (MisbehavingServer provider = new MisbehavingServer();
        FaultDoor door = opening.open(environment(provider.url()));
        FaultDoor refused = opening.open(environment("http://127.0.0.1:" + closedPort()));
        FaultDoor unknown = opening.open(environment("http://no-such-host.invalid"))) {
      // Loads classes and tables, which the limit is not about.
      provider.then(content(GOOD));
      door.brief(ARTICLE + "zéro.");
      for (Row row : rows) {
        FaultDoor at =
            switch (row.fault()) {
              case "refuses the connection" -> refused;
              case "has a name that doesn't exist" -> unknown;
              default -> door;
            };
        observed.put(name + " " + row, observe(at, provider, row));
      }
    } catch (Exception e) {
      throw new IllegalStateException(name, e);
    }
  }

  private static Observed observe(FaultDoor door, MisbehavingServer provider, Row row)
      throws Exception {
    List<Answer> answers = FAULTS.getOrDefault(row.fault(), List.of());
    answers.forEach(provider::then);
    if (!answers.isEmpty()) {
      provider.always(answers.getLast());
    }
    String article = ARTICLE + row.fault() + ".";
    int before = provider.requests().size();
    long start = System.nanoTime();
    Answered first = door.brief(article);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    int calls = provider.requests().size() - before;
    provider.always(content(GOOD));
    Answered again = door.brief(article);
    return new Observed(first, took, calls, again, provider.requests().size() - before - calls);
  }

  private static Map<String, String> environment(String url) {
    Map<String, String> environment = new HashMap<>();
    environment.put("BREVE_CACHE", "memory");
    environment.put("BREVE_MODEL_PROVIDER", "openai");
    environment.put("BREVE_MODEL_NAME", "test-model");
    environment.put("BREVE_MODEL_BASE_URL", url);
    environment.put("BREVE_MODEL_API_KEY", "sk-not-to-be-shown");
    environment.put("BREVE_MODEL_TIMEOUT", LIMIT.toMillis() + "ms");
    return environment;
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @ParameterizedTest(name = "terminal: {0}")
  @MethodSource("rows")
  void fault_atTheTerminal(Row row) {
    verify(row, "terminal");
  }

  @ParameterizedTest(name = "HTTP: {0}")
  @MethodSource("rows")
  void fault_overHttp(Row row) {
    verify(row, "HTTP");
  }

  @ParameterizedTest(name = "direct: {0}")
  @MethodSource("rows")
  void fault_byDirectInvocation(Row row) {
    verify(row, "direct");
  }

  @Test
  void table_hasEveryFault() throws IOException {
    assertThat(rows()).extracting(Row::fault).containsExactlyInAnyOrderElementsOf(FAULTS.keySet());
  }

  private void verify(Row row, String door) {
    Observed seen = observed.get(door + " " + row);
    assertThat(seen).isNotNull();
    assertThat(seen.first().outcome()).as(seen.first().said()).isEqualTo(row.outcome());
    assertThat(seen.calls()).as("calls").isEqualTo(row.calls());
    assertThat(seen.took()).isLessThan(bound(row.within()));
    assertThat(seen.first().said()).doesNotContain("sk-not-to-be-shown");
    if (seen.first().brief() != null) {
      assertThat(seen.first().brief().at("/usage/calls").intValue()).isEqualTo(row.calls());
    } else {
      assertThat(seen.first().said()).doesNotContain("Sherbrooke", "Gendron");
    }
    switch (row.kept()) {
      case "brief" -> {
        assertThat(seen.callsAgain()).isZero();
        assertThat(seen.again().brief()).isNotNull();
        assertThat(seen.again().brief().at("/cache/hit").booleanValue()).isTrue();
        assertThat(seen.again().brief().path("sentences"))
            .isEqualTo(seen.first().brief().path("sentences"));
      }
      case "failure" -> {
        assertThat(seen.callsAgain()).isZero();
        assertThat(seen.again().outcome()).isEqualTo(row.outcome());
        assertThat(seen.again().said()).contains("a moment ago");
      }
      default -> {
        assertThat(seen.again().said()).doesNotContain("a moment ago");
        if (row.calls() > 0) {
          assertThat(seen.callsAgain()).isEqualTo(1);
          assertThat(seen.again().outcome()).isEqualTo("verified");
        }
      }
    }
  }

  private static Duration bound(String within) {
    return switch (within) {
      case "soon" -> SLACK;
      case "pauses" -> SLACK.plusMillis(1_500);
      default -> LIMIT.plus(SLACK);
    };
  }
}
