package news.breve.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import news.breve.article.Json;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.brief.Brief;
import news.breve.brief.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs over inputs such as "a1": source a, content 1. */
final class ResultsFileTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve(ResultsFile.NAME);
  }

  private static ResultRecord brief(String input) {
    return new ResultRecord(
        source(input),
        "b1-" + input,
        Status.VERIFIED,
        new Brief.Usage(1, 10, 5, null),
        new Brief.Cache(false),
        null);
  }

  private static ResultRecord problem(String input) {
    return ResultRecord.of(source(input), new ProblemException(Problem.MODEL_FAILED, "no answer"));
  }

  private static String source(String input) {
    return input.substring(0, 1);
  }

  /** What a run does with each input: keeps its record, or makes one. */
  private static void run(
      ResultsFile results, boolean retryFailed, List<String> failing, String... inputs)
      throws IOException {
    for (String input : inputs) {
      Optional<ResultsFile.Kept> kept = results.take(source(input), input);
      if (kept.isPresent() && !(retryFailed && kept.get().result().isFailed())) {
        results.keep(kept.get());
      } else {
        results.add(
            failing.contains(input) ? problem(input) : brief(input), input, kept.orElse(null));
      }
    }
  }

  private void run(boolean retryFailed, boolean complete, List<String> failing, String... inputs)
      throws IOException {
    ResultsFile results = ResultsFile.open(folder);
    run(results, retryFailed, failing, inputs);
    results.close(complete);
  }

  /** Returns the inputs of the records, with a ! after those that failed. */
  private List<String> written() throws IOException {
    List<String> written = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      var json = Json.parse(line);
      written.add(json.path("inputSha256").textValue() + (json.has("problem") ? "!" : ""));
    }
    return written;
  }

  @Test
  void record_isAsTheContractHasIt_andBearsItsInputsDigest() throws IOException {
    run(false, true, List.of("b1"), "a1", "b1");
    assertThat(file)
        .content()
        .isEqualTo(
            """
            {"source":"a","id":"b1-a1","status":"verified","usage":{"calls":1,"inputTokens":10,"outputTokens":5,"estimatedCost":null},"cache":{"hit":false},"inputSha256":"a1"}
            {"source":"b","problem":{"type":"urn:breve:problem:model-failed","title":"The model gave no usable answer","status":502,"detail":"no answer"},"inputSha256":"b1"}
            """);
  }

  @Test
  void secondRun_keepsWhatIsThere_andGoesOn() throws IOException {
    run(false, false, List.of(), "a1", "b1");
    String before = Files.readString(file);
    run(false, true, List.of(), "a1", "b1", "c1");
    assertThat(Files.readString(file)).startsWith(before);
    assertThat(written()).containsExactly("a1", "b1", "c1");
  }

  @Test
  void changedInput_isDoneAnew_inItsPlace() throws IOException {
    run(false, true, List.of(), "a1", "b1", "c1");
    run(false, true, List.of(), "a1", "b2", "c1", "d1");
    assertThat(written()).containsExactly("a1", "b2", "c1", "d1");
  }

  @Test
  void inputsThatAreGone_orMoved_leaveNoRecordBehind() throws IOException {
    run(false, true, List.of(), "a1", "b1", "c1", "d1");
    run(false, true, List.of(), "d1", "b1");
    assertThat(written()).containsExactly("d1", "b1");
    run(false, true, List.of(), "d1");
    assertThat(written()).containsExactly("d1");
  }

  @Test
  void failed_areRetriedOnlyIfAsked_andReplaced() throws IOException {
    run(false, true, List.of("b1"), "a1", "b1", "c1");
    run(false, true, List.of(), "a1", "b1", "c1");
    assertThat(written()).containsExactly("a1", "b1!", "c1");
    run(true, true, List.of(), "a1", "b1", "c1");
    assertThat(written()).containsExactly("a1", "b1", "c1");
  }

  @Test
  void twins_haveARecordEach() throws IOException {
    run(false, false, List.of(), "a1", "a1");
    run(false, true, List.of(), "a1", "a1", "a1", "a2");
    assertThat(written()).containsExactly("a1", "a1", "a1", "a2");
  }

  @Test
  void stoppedRetry_losesNoRecord() throws IOException {
    run(false, true, List.of("b1", "d1"), "a1", "b1", "c1", "d1");
    run(true, false, List.of(), "a1", "b1");
    assertThat(written()).containsExactlyInAnyOrder("a1", "b1", "c1", "d1!");
    run(true, true, List.of(), "a1", "b1", "c1", "d1");
    assertThat(written()).containsExactly("a1", "b1", "c1", "d1");
  }

  @Test
  void killedRetry_isJoined_andNothingIsDoneTwice() throws IOException {
    run(false, true, List.of("b1", "d1"), "a1", "b1", "c1", "d1");
    run(ResultsFile.open(folder), true, List.of(), "a1", "b1", "c1");
    assertThat(folder.resolve("results.jsonl.new")).exists();
    ResultsFile next = ResultsFile.open(folder);
    assertThat(next.take("b", "b1"))
        .hasValueSatisfying(kept -> assertThat(kept.result().isFailed()).isFalse());
    run(true, true, List.of(), "a1", "b1", "c1", "d1");
    assertThat(written()).containsExactly("a1", "b1", "c1", "d1");
    assertThat(folder.resolve("results.jsonl.new")).doesNotExist();
  }

  @Test
  void tornOrForeignLines_areLeftOut() throws IOException {
    run(false, true, List.of(), "a1", "b1");
    Files.writeString(file, "no record\n{}\n\n", StandardOpenOption.APPEND);
    run(false, true, List.of(), "a1", "b1", "c1");
    assertThat(written()).containsExactly("a1", "b1", "c1");
    Files.writeString(file, "{\"source\":\"d\",\"id\":\"b1", StandardOpenOption.APPEND);
    run(false, true, List.of(), "a1", "b1", "c1", "d1");
    assertThat(written()).containsExactly("a1", "b1", "c1", "d1");
  }

  /** Cut anywhere, as a kill cuts it, the file is whole again after the next run. */
  @Test
  void cutAnywhere_isMadeWholeByTheNextRun() throws IOException {
    Random random = new Random(1);
    for (int round = 0; round < 100; round++) {
      run(false, true, List.of("c1"), "a1", "b1", "c1", "d1", "é1");
      String whole = Files.readString(file);
      byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
      Files.write(file, java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)));
      run(false, true, List.of("c1"), "a1", "b1", "c1", "d1", "é1");
      assertThat(Files.readString(file)).isEqualTo(whole);
    }
  }

  @Test
  void manyRecords_areFound() throws IOException {
    ResultsFile results = ResultsFile.open(folder);
    for (int i = 0; i < 5_000; i++) {
      results.add(brief("x" + i), "x" + i, null);
    }
    results.close(false);
    ResultsFile next = ResultsFile.open(folder);
    assertThat(next.size()).isEqualTo(5_000);
    for (int i = 4_999; i >= 0; i--) {
      int number = i;
      assertThat(next.take("x", "x" + i))
          .hasValueSatisfying(kept -> assertThat(kept.result().id()).isEqualTo("b1-x" + number));
    }
    assertThat(next.take("x", "x1")).isEmpty();
    next.close(false);
  }
}
