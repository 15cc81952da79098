package news.breve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.breve.article.Json;
import news.breve.batch.OutputFolder;
import news.breve.writing.MisbehavingServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class BackfillCommandTest extends CommandTest {
  private Path input;
  private Path out;

  @BeforeEach
  void folders() throws IOException {
    input = Files.createDirectories(folder.resolve("archive/2019"));
    out = folder.resolve("briefed");
  }

  private Run backfill(Map<String, String> environment, String... options) {
    return run(environment, folder.resolve("archive").toString(), "", options);
  }

  private Run piped(Map<String, String> environment, String lines, String... options) {
    return run(environment, "-", lines, options);
  }

  private Run run(
      Map<String, String> environment, String from, String standardInput, String... options) {
    String[] arguments =
        Stream.concat(Stream.of("backfill", from, "--out", out.toString()), Stream.of(options))
            .toArray(String[]::new);
    return breve(environment, standardInput, arguments);
  }

  /** On a busy machine a second is not long. */
  private Map<String, String> withSlowModel() {
    Map<String, String> environment = withModel();
    environment.put("BREVE_MODEL_TIMEOUT", "30s");
    return environment;
  }

  private static String line(int number) {
    return article(number).toString() + "\n";
  }

  private static ObjectNode article(int number) {
    return Json.mapper()
        .createObjectNode()
        .put("text", ARTICLE + "\nC'était la séance " + number + " du conseil.\n");
  }

  private static String lines(int count) {
    return IntStream.range(0, count)
        .mapToObj(BackfillCommandTest::line)
        .collect(Collectors.joining());
  }

  private List<JsonNode> records() throws IOException {
    return Files.readAllLines(out.resolve("results.jsonl")).stream().map(Json::parse).toList();
  }

  /** Returns each record as its source and what came of it. */
  private List<String> outcomes() throws IOException {
    return records().stream()
        .map(record ->
            record.path("source").textValue()
                + " "
                + (record.has("problem")
                    ? record.at("/problem/type").textValue().replaceFirst(".*:", "")
                    : record.path("status").textValue()))
        .toList();
  }

  private JsonNode report() throws IOException {
    return Json.parse(Files.readString(out.resolve("report.json")));
  }

  @Test
  void folder_eachFileAndLine_hasItsRecord_inTheOrderOfTheirNames() throws Exception {
    Files.writeString(input.resolve("b.txt"), ARTICLE);
    Files.writeString(input.resolve("a.html"), "<p>" + ARTICLE.replace("\n\n", "</p><p>"));
    Files.writeString(input.resolve("c.jsonl"), line(1) + "\n  \n{\"text\":\n" + line(2));
    Files.writeString(input.resolve("notes.md"), "left out");
    Files.writeString(input.resolve(".hidden.txt"), "left out");
    Files.writeString(
        folder.resolve("archive/z.json"), article(3).put("source", "cms/3").toString());
    Run run = backfill(environment());
    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(outcomes())
        .containsExactly(
            "2019/a.html extractive",
            "2019/b.txt extractive",
            "2019/c.jsonl:1 extractive",
            "2019/c.jsonl:4 invalid-json",
            "2019/c.jsonl:5 extractive",
            "cms/3 extractive");
    for (JsonNode record : records()) {
      if (record.has("id")) {
        Path brief = out.resolve("briefs").resolve(record.get("id").textValue() + ".json");
        assertThat(Json.parse(Files.readString(brief)).get("id")).isEqualTo(record.get("id"));
      }
    }
    assertThat(run.out())
        .startsWith(
            "6 inputs · 5 with a brief: 0 verified, 0 to review, 5 extractive · 1 without\n")
        .contains("2019/c.jsonl:4  the JSON is malformed");
    assertThat(report().path("items").asInt()).isEqualTo(6);
    assertThat(Files.readString(out.resolve("results.jsonl"))).doesNotContain("Sherbrooke");
  }

  @Test
  void secondRun_doesNothingAnew_andAChangedFileAlone() throws Exception {
    Path changed = Files.writeString(input.resolve("a.txt"), ARTICLE);
    Files.writeString(input.resolve("b.txt"), ARTICLE + "\nLa séance a duré deux heures.\n");
    server.always(MisbehavingServer.completion(DRAFT));
    assertThat(backfill(withSlowModel()).exit()).isZero();
    assertThat(server.requests()).hasSize(2);
    String results = Files.readString(out.resolve("results.jsonl"));
    // Not even the cache is needed.
    Map<String, String> elsewhere = withSlowModel();
    elsewhere.put("BREVE_CACHE_DIR", folder.resolve("other").toString());
    assertThat(backfill(elsewhere).exit()).isZero();
    assertThat(server.requests()).hasSize(2);
    assertThat(out.resolve("results.jsonl")).content().isEqualTo(results);
    Files.writeString(changed, ARTICLE + "\nIl neigeait.\n");
    assertThat(backfill(elsewhere).exit()).isZero();
    assertThat(server.requests()).hasSize(3);
    assertThat(outcomes()).containsExactly("2019/a.txt verified", "2019/b.txt verified");
    assertThat(Files.readAllLines(out.resolve("results.jsonl")).getLast())
        .isEqualTo(results.lines().toList().getLast());
  }

  @Test
  void briefThatIsGone_isMadeAgain_fromTheCache() throws Exception {
    Files.writeString(input.resolve("a.txt"), ARTICLE);
    server.always(MisbehavingServer.completion(DRAFT));
    backfill(withSlowModel());
    Path brief = out.resolve("briefs/" + records().getFirst().get("id").textValue() + ".json");
    Files.delete(brief);
    assertThat(backfill(withSlowModel()).exit()).isZero();
    assertThat(brief).exists();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void standardInput_duplicates_costOneCall() throws Exception {
    server.always(MisbehavingServer.completion(DRAFT));
    Run run = piped(withSlowModel(), line(1).repeat(20), "--format", "json");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(server.requests()).hasSize(1);
    assertThat(outcomes()).hasSize(20).contains("-:1 verified", "-:20 verified");
    assertThat(run.json().path("hits").asInt()).isEqualTo(19);
    assertThat(run.json().at("/usage/calls").asInt()).isEqualTo(1);
    assertThat(run.json().path("tokensSpent").asInt()).isEqualTo(1_100);
  }

  @Test
  void budget_isNotPassed_stopsTheRun_andALargerOneGoesOn() throws Exception {
    server.always(MisbehavingServer.completion(DRAFT));
    Run run = piped(withSlowModel(), lines(12), "--budget-tokens", "9000");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains("breve: stopped: about ", "would pass the budget of 9000")
        .endsWith("breve: the same command goes on from here\n");
    int calls = server.requests().size();
    // Each takes 1,100, and up to some 4,000 while it is under way.
    assertThat(calls).isBetween(4, 8);
    assertThat(report().path("complete").asBoolean()).isFalse();
    assertThat(report().path("tokensSpent").asInt()).isEqualTo(calls * 1_100);
    assertThat(piped(withSlowModel(), lines(12), "--budget-tokens", "9000").exit()).isEqualTo(1);
    assertThat(server.requests()).hasSize(calls);
    assertThat(piped(withSlowModel(), lines(12), "--budget-tokens", "90000").exit()).isZero();
    assertThat(server.requests()).hasSize(12);
    assertThat(outcomes()).hasSize(12).allMatch(outcome -> outcome.endsWith(" verified"));
  }

  @Test
  void failed_areLeftAlone_untilTheyAreToBeRetried() throws Exception {
    server.then(new MisbehavingServer.Answer.Whole(413, Map.of(), "{}"));
    server.always(MisbehavingServer.completion(DRAFT));
    assertThat(piped(withSlowModel(), lines(3), "--concurrency", "1").exit()).isEqualTo(1);
    assertThat(outcomes()).filteredOn(outcome -> outcome.endsWith(" model-failed")).hasSize(1);
    assertThat(piped(withSlowModel(), lines(3)).exit()).isEqualTo(1);
    assertThat(server.requests()).hasSize(3);
    Run run = piped(withSlowModel(), lines(3), "--retry-failed");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(server.requests()).hasSize(4);
    assertThat(outcomes()).containsExactly("-:1 verified", "-:2 verified", "-:3 verified");
  }

  @Test
  void modelThatRefusesEveryCall_stopsTheRun_beforeAllOfItFails() throws Exception {
    server.always(new MisbehavingServer.Answer.Whole(401, Map.of(), "{}"));
    Run run = piped(withSlowModel(), lines(200));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("breve: stopped: the model refuses every call: ", "401");
    assertThat(server.requests()).hasSizeLessThan(100);
    assertThat(run.out() + run.err()).doesNotContain("sk-secret");
  }

  @Test
  void onModelFailureExtractive_isCountedAsThat() throws Exception {
    server.always(new MisbehavingServer.Answer.Whole(413, Map.of(), "{}"));
    Map<String, String> environment = withSlowModel();
    environment.put("BREVE_MODEL_ON_FAILURE", "extractive");
    Run run = piped(environment, lines(2), "--format", "json");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.json().at("/counts/extractive").asInt()).isEqualTo(2);
    assertThat(outcomes()).containsExactly("-:1 extractive", "-:2 extractive");
  }

  @Test
  void modelThatCantAnswerAtTheMoment_isAskedAgain() throws Exception {
    server.then(new MisbehavingServer.Answer.Whole(429, Map.of("Retry-After", "1"), "{}"));
    server.then(new MisbehavingServer.Answer.Whole(503, Map.of(), "{}"));
    server.then(new MisbehavingServer.Answer.Reset());
    server.always(MisbehavingServer.completion(DRAFT));
    Run run = piped(withSlowModel(), lines(3));
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(server.requests()).hasSize(6);
  }

  @Test
  void folderOfAnotherRun_isRefused() throws Exception {
    OutputFolder open = OutputFolder.open(out, Long.MAX_VALUE);
    try (open) {
      Run run = piped(environment(), line(1));
      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.err()).contains("another run writes to it");
    }
    assertThat(piped(environment(), line(1)).exit()).isZero();
  }

  @Test
  void resultsWithinTheInput_areNotTakenForInputs() throws Exception {
    Files.writeString(input.resolve("a.txt"), ARTICLE);
    out = folder.resolve("archive/briefed");
    assertThat(backfill(environment()).exit()).isZero();
    assertThat(backfill(environment()).exit()).isZero();
    assertThat(outcomes()).containsExactly("2019/a.txt extractive");
  }

  @Test
  void longLinesAndForeignBytes_areRecordsLikeOthers() throws Exception {
    String text =
        "{\"text\":\"" + "é".repeat(700_000) + "\"}\n" + line(1) + "\u0000\u0001\n[]\n5\n";
    Run run = piped(environment(), "\ufeff" + text);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(outcomes())
        .containsExactly(
            "-:1 too-large",
            "-:2 extractive",
            "-:3 invalid-json",
            "-:4 invalid-article",
            "-:5 invalid-article");
  }

  @Test
  void progress_isDrawnOnATerminal_andErasedAtTheEnd() {
    server.always(
        new MisbehavingServer.Answer.Late(
            Duration.ofMillis(400), MisbehavingServer.completionBody(DRAFT, "stop")));
    Run run =
        breve(
            withSlowModel(),
            Map.of("breve.terminal.err", "true"),
            lines(4),
            "backfill",
            "-",
            "--out",
            out.toString(),
            "--concurrency",
            "1");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).contains(" done · ", "tokens").endsWith("\u001b[2K");
  }

  @Test
  void help_showsExamplesAndExitCodes() {
    Run run = breve(environment(), "", "backfill", "--help");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("--budget-tokens", "--retry-failed", "Examples:", "Exit codes:");
  }
}
