package news.breve.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.breve.article.Json;
import news.breve.batch.ScriptedModel.Answered;
import news.breve.batch.ScriptedModel.End;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A generated archive with poison and duplicates is briefed by a provider that storms and breaks
 * down, in processes that are killed on the way. bench/backfill does it with 10,000 articles.
 */
final class BackfillTest {
  private static final int INPUTS = Integer.getInteger("breve.backfill.inputs", 150);
  private static final int KILLS = Integer.getInteger("breve.backfill.kills", 1);
  private static final int PER_MINUTE = Integer.getInteger("breve.backfill.rpm", 600);
  private static final long SEED = Long.getLong("breve.backfill.seed", 1);
  private static final boolean IS_BENCH = Boolean.getBoolean("breve.backfill.bench");

  private static final int FAULTS_PER_THOUSAND = 10;
  private static final int REPAIRS_PER_THOUSAND = 20;

  /** From a sixty-fourth of the ceiling back to it, and what is under way by then. */
  private static final long RECOVERY_MS = 25_000;

  /** A process that starts, and one whose first calls are its first code. */
  private static final long WARM_UP_MS = 12_000;

  /** A call that was made before a kill came back to nobody. */
  private static final long LOST_MS = 5_000;

  private static final long COLLECTION_MS = IS_BENCH ? 20_000 : 5_000;

  /** A draft that waits for its repair is not kept yet. */
  private static final long LOST_WITH_REPAIR_MS = 60_000;

  @TempDir Path folder;

  @Test
  @Timeout(value = 120, unit = TimeUnit.MINUTES)
  void everyInputHasItsRecord_andNoBriefIsPaidForTwice() throws Exception {
    Path lines = folder.resolve("archive.jsonl");
    GeneratedArticles articles = GeneratedArticles.write(lines, INPUTS, SEED);
    try (ScriptedModel model = new ScriptedModel(script())) {
      Run run = new Run(model, lines);
      run.killAndResume();
      List<JsonNode> records = run.records();
      Table table = new Table(articles, model, run, records);
      table.print();
      assertRecords(articles, records);
      assertBills(articles, model, run);
      assertReport(articles, run.report(), records);
      if (IS_BENCH) {
        assertThat(table.ofCeiling()).as("calls of the ceiling").isBetween(0.95, 1.05);
        assertThat(table.growth()).as("megabytes more, late than early").isLessThan(10);
      }
    }
  }

  /** Ctrl-C, or SIGTERM as here: nothing that is paid for is lost, and the next run goes on. */
  @Test
  @Timeout(120)
  void stopped_finishesWhatIsPaidFor_saysHowToGoOn_andTheNextRunDoes() throws Exception {
    assumeFalse(IS_BENCH);
    Path lines = folder.resolve("archive.jsonl");
    GeneratedArticles articles = GeneratedArticles.write(lines, 60, SEED);
    ScriptedModel.Script calm = new ScriptedModel.Script(SEED, millis -> false, 0, 50);
    try (ScriptedModel model = new ScriptedModel(calm)) {
      Run run = new Run(model, lines);
      BackfillProcess stopped = run.start();
      while (stopped.records() < 20) {
        Thread.sleep(20);
      }
      stopped.stop();
      assertThat(stopped.waitFor()).as(stopped.said()).isEqualTo(1);
      assertThat(stopped.said())
          .contains(
              "breve: stopping; calls that are paid for are being finished",
              "breve: stopped: interrupted",
              "the same command goes on from here");
      assertThat(run.report().path("complete").asBoolean()).isFalse();
      assertThat(run.report().path("stopped").textValue()).isEqualTo("interrupted");
      assertThat(run.report().path("items").asLong()).isEqualTo(stopped.records());
      assertThat(run.records()).hasSizeLessThan(60);
      assertThat(run.start().waitFor()).isEqualTo(articles.hasPoison() ? 1 : 0);
      assertRecords(articles, run.records());
      assertBills(articles, model, run);
      assertThat(run.report().path("tokensSpent").asLong())
          .isEqualTo(1_100L * bills(model).values().stream().mapToLong(List::size).sum());
    }
  }

  /** Storms of four seconds; a short run meets one, a long one every other minute. */
  private static ScriptedModel.Script script() {
    LongPredicate storm =
        IS_BENCH
            ? millis -> millis % 120_000 >= 20_000 && millis % 120_000 < 24_000
            : millis -> millis >= 5_000 && millis < 7_000;
    return new ScriptedModel.Script(SEED, storm, FAULTS_PER_THOUSAND, REPAIRS_PER_THOUSAND);
  }

  /** The processes of a test. */
  private final class Run {
    private final ScriptedModel model;
    private final Path lines;
    private final List<Long> starts = new ArrayList<>();
    private final List<Long> kills = new ArrayList<>();
    private final List<Long> resident = new ArrayList<>();
    private final List<Long> heap = new ArrayList<>();
    private long collected;

    Run(ScriptedModel model, Path lines) {
      this.model = model;
      this.lines = lines;
    }

    private BackfillProcess start() throws IOException {
      starts.add(model.millis());
      Map<String, String> environment = new HashMap<>();
      environment.put("BREVE_CACHE_DIR", folder.resolve("cache").toString());
      environment.put("BREVE_MODEL_PROVIDER", "openai");
      environment.put("BREVE_MODEL_NAME", "test-model");
      environment.put("BREVE_MODEL_BASE_URL", model.url());
      environment.put("BREVE_MODEL_API_KEY", "sk-not-to-be-shown");
      environment.put("BREVE_MODEL_TIMEOUT", System.getProperty("breve.backfill.timeout", "60s"));
      return BackfillProcess.start(
          environment,
          results(),
          lines.toString(),
          "--requests-per-minute",
          Integer.toString(PER_MINUTE),
          "--concurrency",
          "16");
    }

    void killAndResume() throws Exception {
      Random random = new Random(SEED);
      for (int i = 1; i <= KILLS; i++) {
        BackfillProcess process = start();
        // Records come in order and in bursts: the last of the run is far from the last kill.
        long until = (long) (INPUTS * (i - random.nextDouble() / 2) / (KILLS + 2));
        while (process.isAlive() && process.records() < until) {
          watch(process);
        }
        assertThat(process.isAlive()).as(process.said()).isTrue();
        process.kill();
        kills.add(model.millis());
        heap.addAll(process.heapAfterCollections());
      }
      BackfillProcess last = start();
      while (last.isAlive()) {
        watch(last);
      }
      heap.addAll(last.heapAfterCollections());
      assertThat(last.waitFor()).as(last.said()).isEqualTo(1);
    }

    private void watch(BackfillProcess process) throws IOException, InterruptedException {
      Thread.sleep(250);
      if (model.millis() - collected > COLLECTION_MS) {
        collected = model.millis();
        process.collect();
      }
      long megabytes = process.residentMegabytes();
      if (megabytes > 0) {
        resident.add(megabytes);
      }
    }

    Path results() {
      return folder.resolve("results");
    }

    List<JsonNode> records() throws IOException {
      return Files.readAllLines(results().resolve("results.jsonl")).stream()
          .map(Json::parse)
          .toList();
    }

    JsonNode report() throws IOException {
      return Json.parse(Files.readString(results().resolve("report.json"), StandardCharsets.UTF_8));
    }

    long briefs() throws IOException {
      try (Stream<Path> files = Files.list(results().resolve("briefs"))) {
        return files.count();
      }
    }
  }

  private static void assertRecords(GeneratedArticles articles, List<JsonNode> records) {
    assertThat(records).hasSameSizeAs(articles.expected());
    for (int i = 0; i < records.size(); i++) {
      GeneratedArticles.Expected expected = articles.expected().get(i);
      JsonNode record = records.get(i);
      assertThat(record.path("source").textValue()).isEqualTo(expected.source());
      String outcome =
          record.has("problem")
              ? record.at("/problem/type").textValue()
              : record.path("status").textValue();
      if (expected.problem() != null) {
        assertThat(outcome).as(expected.source()).isEqualTo(expected.problem().type());
      } else {
        assertThat(outcome).as(expected.source()).isIn("verified", "review");
      }
    }
  }

  /** Each article is paid for once, and once more if a kill took what was on its way. */
  private static void assertBills(GeneratedArticles articles, ScriptedModel model, Run run)
      throws IOException {
    Map<Integer, List<Answered>> bills = bills(model);
    assertThat(bills.keySet()).isEqualTo(articles.distinct());
    bills.forEach((number, paid) -> {
      long drafts = paid.stream().filter(answer -> answer.end() != End.REPAIR).count();
      long repairs = paid.size() - drafts;
      long lost = paid.stream().filter(answer -> isLost(answer, model, run)).count();
      assertThat(drafts).as("drafts of " + number).isBetween(1L, 1 + lost);
      assertThat(repairs)
          .as("repairs of " + number)
          .isBetween(0L, model.needsRepair(number) ? 1 + lost : 0);
    });
    assertThat(run.briefs()).isEqualTo(articles.distinct().size());
  }

  private static Map<Integer, List<Answered>> bills(ScriptedModel model) {
    return model.answers().stream()
        .filter(Answered::isPaid)
        .collect(Collectors.groupingBy(Answered::number));
  }

  private static boolean isLost(Answered answer, ScriptedModel model, Run run) {
    long before = model.needsRepair(answer.number()) ? LOST_WITH_REPAIR_MS : LOST_MS;
    return run.kills.stream()
        .anyMatch(kill -> answer.millis() <= kill && answer.over() > kill - before);
  }

  private static void assertReport(
      GeneratedArticles articles, JsonNode report, List<JsonNode> records) {
    assertThat(report.path("items").asInt()).isEqualTo(articles.expected().size());
    int sum = 0;
    for (JsonNode count : report.path("counts")) {
      sum += count.asInt();
    }
    assertThat(sum).isEqualTo(articles.expected().size());
    assertThat(report.at("/counts/problem").asLong())
        .isEqualTo(records.stream().filter(record -> record.has("problem")).count());
    assertThat(report.path("failed")).hasSize(report.at("/counts/problem").asInt());
    assertThat(report.path("complete").asBoolean()).isTrue();
    assertThat(report.toString()).doesNotContain("sk-not-to-be-shown", "Lindenau");
  }

  /** What a person wants to see of it. */
  private record Table(
      GeneratedArticles articles, ScriptedModel model, Run run, List<JsonNode> records) {

    /** Returns what the last process made of its limit while calls waited for their turn. */
    double ofCeiling() throws IOException {
      return run.report().at("/calls/ofCeiling").asDouble();
    }

    /** Returns the calls of five seconds without a storm, as a part of what the limit allows. */
    double steadyRate() {
      List<Answered> answers = model.answers();
      long end = answers.stream().mapToLong(Answered::millis).max().orElse(0) - 5_000;
      LongPredicate storm = script().storm();
      long windows = 0;
      long calls = 0;
      long window = 5_000;
      for (long from = 0; from + window < end; from += 1_000) {
        long start = from;
        boolean steady =
            java.util.stream.LongStream.rangeClosed(start - RECOVERY_MS, start + window)
                .noneMatch(storm);
        boolean undisturbed =
            run.starts.stream().noneMatch(at -> at + WARM_UP_MS > start && at < start + window)
                && run.kills.stream().noneMatch(at -> at > start && at < start + window);
        if (steady && undisturbed) {
          windows++;
          calls +=
              answers.stream()
                  .filter(answer -> answer.millis() >= start && answer.millis() < start + window)
                  .count();
        }
      }
      return windows == 0 ? 0 : calls / (windows * window / 60_000.0 * PER_MINUTE);
    }

    long growth() {
      int part = Math.max(1, run.heap.size() / 3);
      return average(run.heap.subList(run.heap.size() - part, run.heap.size()))
          - average(run.heap.subList(0, part));
    }

    private static long average(List<Long> values) {
      return (long) values.stream().mapToLong(Long::longValue).average().orElse(0);
    }

    @SuppressWarnings("SystemOut")
    void print() throws IOException {
      Map<End, Long> ends =
          model.answers().stream()
              .collect(Collectors.groupingBy(Answered::end, Collectors.counting()));
      Map<Integer, List<Answered>> bills = bills(model);
      long paid = bills.values().stream().mapToLong(List::size).sum();
      long repairs = ends.getOrDefault(End.REPAIR, 0L);
      LongSummaryStatistics heap = run.heap.stream().mapToLong(Long::longValue).summaryStatistics();
      LongSummaryStatistics resident =
          run.resident.stream().mapToLong(Long::longValue).summaryStatistics();
      JsonNode report = run.report();
      System.out.print(
          String.format(
              Locale.ROOT,
              """
              inputs                %,8d   records %,d, of which problems %,d
              distinct articles     %,8d   briefs %,d
              paid calls            %,8d   repairs %,d, beside the distinct %,d (taken by %d kills)
              refused with 429      %,8d
              faults                %,8d
              from the cache        %,8d
              calls of the ceiling  %8.3f   while any waited, in the last process
              steady calls a minute %,8.0f   of %,d: %.1f %%
              live heap, MB         %8d   at most; late less early %d
              resident, MB          %8d   at most
              seconds               %,8.0f
              """,
              articles.expected().size(),
              records.size(),
              report.at("/counts/problem").asLong(),
              articles.distinct().size(),
              run.briefs(),
              paid,
              repairs,
              paid - repairs - articles.distinct().size(),
              KILLS,
              ends.getOrDefault(End.REFUSED, 0L),
              ends.getOrDefault(End.ERROR, 0L)
                  + ends.getOrDefault(End.RESET, 0L)
                  + ends.getOrDefault(End.CUT, 0L),
              report.path("hits").asLong(),
              ofCeiling(),
              steadyRate() * PER_MINUTE,
              PER_MINUTE,
              100 * steadyRate(),
              heap.getMax(),
              growth(),
              resident.getMax(),
              model.millis() / 1000.0));
    }
  }
}
