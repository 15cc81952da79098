package news.breve.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import news.breve.article.ProblemException;
import news.breve.brief.Brief;
import news.breve.brief.Status;
import news.breve.configuration.Variables;
import news.breve.writing.Deadline;
import news.breve.writing.MisbehavingServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process that is frozen while the model answers it, and wakes when another has its lease. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(120)
final class FrozenProcessTest {
  private static final Duration ITS_DEADLINE = Duration.ofSeconds(6);

  private static final String DRAFT =
      """
      {"headline":{"fr":"Sherbrooke adopte son budget","en":"Sherbrooke adopts its budget","evidence":[1]},
       "sentences":[{"fr":"SENTENCE","en":"Sherbrooke on Monday adopted a $412-million budget.","evidence":[1]}],
       "keyFacts":[]}
      """;

  @TempDir Path folder;

  /** Another process, which wants one brief and says what it got. */
  static final class Worker {
    private Worker() {}

    public static void main(String[] arguments) {
      BriefService service = service(System.getenv());
      try {
        Brief brief =
            service.brief(CrashWorker.article(1), Deadline.in(ITS_DEADLINE), BriefListener.NONE);
        System.out.println(brief.status());
      } catch (ProblemException e) {
        System.out.println(e.problem().slug());
      }
    }
  }

  private static BriefService service(Map<String, String> environment) {
    Clock clock = Clock.systemUTC();
    Configuration configuration = Configuration.from(new Variables(environment));
    return configuration.service(configuration.store(clock), clock);
  }

  private static MisbehavingServer.Answer answer(Duration after, String sentence) {
    return new MisbehavingServer.Answer.Late(
        after, MisbehavingServer.completionBody(DRAFT.replace("SENTENCE", sentence), "stop"));
  }

  private static void signal(Process process, String name) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  @Test
  void frozenWriter_thatWakes_isAnswered_andItsSuccessorsBriefStays() throws Exception {
    String first = "Sherbrooke a adopté lundi un budget de 412\u00A0millions de dollars.";
    String second = "Un budget de 412\u00A0millions de dollars a été adopté lundi à Sherbrooke.";
    try (MisbehavingServer model = new MisbehavingServer()) {
      model.then(answer(Duration.ofMillis(500), first)).then(answer(Duration.ZERO, second));
      Map<String, String> environment = new HashMap<>(model.variables());
      environment.put("BREVE_CACHE", "file");
      environment.put("BREVE_CACHE_DIR", folder.toString());
      ProcessBuilder builder =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Worker.class.getName())
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().keySet().removeIf(name -> name.startsWith("BREVE_"));
      builder.environment().putAll(environment);
      Process frozen = builder.start();
      try {
        while (model.requests().isEmpty()) {
          assertThat(frozen.isAlive()).as("it asks the model").isTrue();
          Thread.sleep(5);
        }
        signal(frozen, "STOP");
        // Its lease ends 10 s after its deadline.
        BriefService service = service(environment);
        Brief brief =
            service.brief(
                CrashWorker.article(1), Deadline.in(Duration.ofSeconds(60)), BriefListener.NONE);
        assertThat(brief.status()).isEqualTo(Status.VERIFIED);
        assertThat(brief.cache().hit()).isFalse();
        assertThat(brief.sentences().getFirst().fr()).isEqualTo(second);

        signal(frozen, "CONT");
        BufferedReader said = frozen.inputReader(StandardCharsets.UTF_8);
        assertThat(said.readLine()).isIn("VERIFIED", "model-timeout");
        assertThat(frozen.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(service.find(service.idOf(CrashWorker.article(1))))
            .contains(new Answer.Ready(brief.withCacheHit(true)));
        assertThat(model.requests()).hasSize(2);
      } finally {
        frozen.destroyForcibly();
      }
    }
  }
}
