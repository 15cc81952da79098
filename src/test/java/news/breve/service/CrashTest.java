package news.breve.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import news.breve.brief.Status;
import news.breve.configuration.Variables;
import news.breve.writing.MisbehavingServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Processes that share a file cache are killed at random while 20 callers in each want the same 10
 * articles; in every other run one more process wants them all the while, and lives. Each seed is a
 * run; bench/crash makes 200 of them.
 */
final class CrashTest {
  private static final int RUNS = Integer.getInteger("breve.crash.runs", 3);
  private static final long FIRST_SEED = Long.getLong("breve.crash.seed", 1);
  private static final int MOST_KILLS = 3;
  private static final int LONGEST_LIFE_MS = 1_500;

  /** The model's answer, and some time to keep it. */
  private static final int LONGEST_CALL_MS = 350;

  private static final String DRAFT =
      """
      {"headline":{"fr":"Sherbrooke adopte son budget","en":"Sherbrooke adopts its budget","evidence":[1]},
       "sentences":[{"fr":"Sherbrooke a adopté lundi un budget de 412 millions de dollars.",
         "en":"Sherbrooke on Monday adopted a $412-million budget.","evidence":[1]}],
       "keyFacts":[]}
      """;

  private static final Pattern SESSION = Pattern.compile("la séance (\\d+) du");

  private static final Ledger LEDGER = new Ledger();

  @TempDir Path folder;

  /** What all runs came to. */
  private static final class Ledger {
    private int runs;
    private int kills;
    private int killsAtWork;
    private int calls;
    private long mostForOne;

    private void add(int killed, int killedAtWork, Map<String, Long> callsByArticle) {
      runs++;
      kills += killed;
      killsAtWork += killedAtWork;
      calls += callsByArticle.values().stream().mapToInt(Long::intValue).sum();
      mostForOne = Math.max(mostForOne, Collections.max(callsByArticle.values()));
    }

    @Override
    public String toString() {
      return """
      %d runs, %d processes killed, %d of them while callers waited: %d calls for %d briefs, \
      %d for one at most\
      """
          .formatted(runs, kills, killsAtWork, calls, runs * CrashWorker.ARTICLES, mostForOne);
    }
  }

  @AfterAll
  @SuppressWarnings("SystemOut")
  static void print() {
    System.out.println(LEDGER);
  }

  static LongStream seeds() {
    return LongStream.range(FIRST_SEED, FIRST_SEED + RUNS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  @Timeout(value = 400, unit = TimeUnit.SECONDS)
  @SuppressWarnings("SystemOut")
  void briefs_arePaidForOnce_andOnceMoreForEachKill(long seed) throws Exception {
    Random random = new Random(seed);
    try (MisbehavingServer model = new MisbehavingServer()) {
      model.always(
          new MisbehavingServer.Answer.Late(
              Duration.ofMillis(50 + random.nextInt(200)),
              MisbehavingServer.completionBody(DRAFT, "stop")));
      Map<String, String> environment = environment(model.url());
      int kills = 1 + random.nextInt(MOST_KILLS);
      int killsAtWork = 0;
      Optional<Process> witness =
          seed % 2 == 0 ? Optional.of(start(environment, seed)) : Optional.empty();
      for (int i = 0; i < kills; i++) {
        int before = model.requests().size();
        Process process = start(environment, seed + i);
        // At any time, or around a call, which a machine that is slow reaches late.
        if (random.nextBoolean()) {
          awaitCalls(model, before + 1 + random.nextInt(CrashWorker.ARTICLES), process);
          Thread.sleep(random.nextInt(LONGEST_CALL_MS));
        } else {
          Thread.sleep(random.nextInt(LONGEST_LIFE_MS));
        }
        killsAtWork += process.isAlive() ? 1 : 0;
        process.destroyForcibly().waitFor();
      }
      if (witness.isPresent()) {
        assertServed(witness.get());
      }
      assertServed(start(environment, seed));

      Map<String, Long> calls = calls(model);
      System.out.printf(
          "seed %d: %d of %d killed at work, %d calls for %d articles%n",
          seed, killsAtWork, kills, model.requests().size(), CrashWorker.ARTICLES);
      assertThat(calls).hasSize(CrashWorker.ARTICLES);
      LEDGER.add(kills, killsAtWork, calls);
      assertThat(calls.values()).allSatisfy(n -> assertThat(n).isLessThanOrEqualTo(1L + kills));
      assertReadable(environment);
    }
  }

  private Map<String, String> environment(String url) {
    Map<String, String> environment = new HashMap<>();
    environment.put("BREVE_CACHE", "file");
    environment.put("BREVE_CACHE_DIR", folder.toString());
    environment.put("BREVE_MODEL_PROVIDER", "openai");
    environment.put("BREVE_MODEL_NAME", "test-model");
    environment.put("BREVE_MODEL_BASE_URL", url);
    // On a busy machine a process waits longer for its turn than for the model.
    environment.put("BREVE_MODEL_TIMEOUT", "2m");
    return environment;
  }

  /** Returns a process whose callers have begun. */
  private static Process start(Map<String, String> environment, long seed) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx256m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    CrashWorker.class.getName(),
                    Long.toString(seed)))
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().keySet().removeIf(name -> name.startsWith("BREVE_"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    assertThat(out.readLine()).isEqualTo(CrashWorker.STARTED);
    return process;
  }

  private static void awaitCalls(MisbehavingServer model, int calls, Process process)
      throws InterruptedException {
    while (model.requests().size() < calls && process.isAlive()) {
      Thread.sleep(1);
    }
  }

  private static void assertServed(Process process) throws InterruptedException {
    assertThat(process.waitFor(240, TimeUnit.SECONDS)).as("every caller is served").isTrue();
    assertThat(process.exitValue()).isZero();
  }

  /** Returns how often the model was asked for each article. */
  private static Map<String, Long> calls(MisbehavingServer model) {
    return model.requests().stream()
        .map(request -> SESSION.matcher(request.body()))
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private static void assertReadable(Map<String, String> environment) {
    Clock clock = Clock.systemUTC();
    Configuration configuration = Configuration.from(new Variables(environment));
    BriefService service = configuration.service(configuration.store(clock), clock);
    for (int number = 0; number < CrashWorker.ARTICLES; number++) {
      assertThat(service.find(service.idOf(CrashWorker.article(number))))
          .hasValueSatisfying(answer ->
              assertThat(((Answer.Ready) answer).brief().status()).isEqualTo(Status.VERIFIED));
    }
  }
}
