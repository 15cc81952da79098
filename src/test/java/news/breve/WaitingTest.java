package news.breve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import news.breve.FaultDoor.Answered;
import news.breve.cli.TerminalDoor;
import news.breve.http.HttpDoor;
import news.breve.lambda.DirectDoor;
import news.breve.writing.MisbehavingServer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two callers who want the same brief at the same time, each through a process of his own. */
@Timeout(60)
final class WaitingTest {
  private static final String ARTICLE =
      "Le conseil municipal de Sherbrooke a adopté lundi un budget de 412 millions de dollars.";

  private static final String DRAFT =
      """
      {"headline":{"fr":"Sherbrooke adopte son budget","en":"Sherbrooke adopts its budget","evidence":[1]},
       "sentences":[{"fr":"Sherbrooke a adopté lundi un budget de 412 millions de dollars.",
         "en":"Sherbrooke on Monday adopted a $412-million budget.","evidence":[1]}],
       "keyFacts":[]}
      """;

  @TempDir Path folder;

  static Stream<Arguments> doors() {
    Function<Map<String, String>, FaultDoor> terminal =
        environment -> new TerminalDoor(environment, Path.of(environment.get("BREVE_CACHE_DIR")));
    Function<Map<String, String>, FaultDoor> direct = DirectDoor::new;
    Function<Map<String, String>, FaultDoor> http = HttpDoor::new;
    return Stream.of(
        Arguments.of("terminal", terminal, "verified"),
        Arguments.of("direct", direct, "verified"),
        Arguments.of("HTTP", http, "HTTP 202"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("doors")
  void secondCaller_waits_orOverHttpIsToldWhereItWillBe_andNothingIsBoughtTwice(
      String name, Function<Map<String, String>, FaultDoor> open, String outcome) throws Exception {
    try (MisbehavingServer model = new MisbehavingServer()) {
      model.always(
          new MisbehavingServer.Answer.Late(
              Duration.ofSeconds(2), MisbehavingServer.completionBody(DRAFT, "stop")));
      Map<String, String> environment = new HashMap<>(model.variables());
      environment.put("BREVE_CACHE", "file");
      environment.put("BREVE_CACHE_DIR", folder.toString());
      try (FaultDoor one = open.apply(environment);
          FaultDoor other = open.apply(environment)) {
        CompletableFuture<Answered> first = CompletableFuture.supplyAsync(() -> brief(one));
        while (model.requests().isEmpty()) {
          Thread.sleep(5);
        }
        Answered second = other.brief(ARTICLE);

        assertThat(second.outcome()).as(second.said()).isEqualTo(outcome);
        assertThat(first.join().outcome()).isEqualTo("verified");
        if (second.brief() != null) {
          assertThat(second.brief().at("/cache/hit").booleanValue()).isTrue();
        }
        assertThat(other.brief(ARTICLE).brief().at("/cache/hit").booleanValue()).isTrue();
        assertThat(model.requests()).hasSize(1);
      }
    }
  }

  private static Answered brief(FaultDoor door) {
    try {
      return door.brief(ARTICLE);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
