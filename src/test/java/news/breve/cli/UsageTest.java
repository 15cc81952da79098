package news.breve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said to who misuses the command. */
@Timeout(60)
final class UsageTest extends CommandTest {
  static Stream<Arguments> misuse() {
    return Stream.of(
        Arguments.of(List.of(), "Which command?"),
        Arguments.of(List.of("brief"), "FILE"),
        Arguments.of(List.of("brief", "a", "b"), "b"),
        Arguments.of(List.of("summarise"), "summarise"),
        Arguments.of(List.of("brief", "-", "--format", "pdf"), "pdf"),
        Arguments.of(List.of("brief", "-", "--sentences", "9"), "1 to 8"),
        Arguments.of(List.of("brief", "-", "--sentences", "0"), "1 to 8"),
        Arguments.of(List.of("brief", "-", "--sentences", "many"), "many"),
        Arguments.of(List.of("brief", "-", "--language", "de"), "de"),
        Arguments.of(List.of("brief", "-", "--language", "en"), "en"),
        Arguments.of(List.of("brief", "no-such-file.txt"), "no-such-file.txt"),
        Arguments.of(List.of("brief", "src"), "folder"),
        Arguments.of(List.of("backfill", "src"), "--out"),
        Arguments.of(List.of("backfill", "--out", "x"), "INPUT"),
        Arguments.of(List.of("backfill", "no-such", "--out", "/dev/null/x"), "no-such"),
        Arguments.of(List.of("backfill", "pom.xml", "--out", "/dev/null/x"), "pom.xml"),
        Arguments.of(List.of("backfill", "-", "--out", "/dev/null/x"), "/dev/null/x"),
        Arguments.of(backfill("--concurrency", "0"), "--concurrency"),
        Arguments.of(backfill("--requests-per-minute", "0"), "--requests-per-minute"),
        Arguments.of(backfill("--tokens-per-minute", "-5"), "--tokens-per-minute"),
        Arguments.of(backfill("--budget-tokens", "-1"), "--budget-tokens"),
        Arguments.of(backfill("--budget-tokens", "1e6"), "--budget-tokens"),
        Arguments.of(backfill("--format", "csv"), "csv"));
  }

  private static List<String> backfill(String option, String value) {
    return List.of("backfill", "-", "--out", "/dev/null/x", option, value);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("misuse")
  void brief_misused_exitsWith2_andNamesIt(List<String> arguments, String named) {
    Run run = breve(environment(), ARTICLE, arguments.toArray(String[]::new));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines().findFirst())
        .hasValueSatisfying(line -> {
          assertThat(line).startsWith("breve: ").contains(named);
        });
  }

  static Stream<Arguments> wrongVariables() {
    return Stream.of(
        Arguments.of("BREVE_MODEL_PROVIDER", "gpt"),
        Arguments.of("BREVE_MODEL_NAME", ""),
        Arguments.of("BREVE_MODEL_BASE_URL", "ftp://localhost"),
        Arguments.of("BREVE_MODEL_TEMPERATURE", "warm"),
        Arguments.of("BREVE_MODEL_MAX_OUTPUT_TOKENS", "-1"),
        Arguments.of("BREVE_MODEL_TIMEOUT", "25"),
        Arguments.of("BREVE_MODEL_INPUT_PRICE", "1,5"),
        Arguments.of("BREVE_CACHE", "redis"),
        Arguments.of("BREVE_CACHE_DIR", "/dev/null/cache"),
        Arguments.of("BREVE_CACHE_TTL", "0d"),
        Arguments.of("BREVE_BRIEF_SENTENCES", "9"),
        Arguments.of("BREVE_MODEL_ON_FAILURE", "retry"));
  }

  @ParameterizedTest(name = "{0}={1}")
  @MethodSource("wrongVariables")
  void brief_wrongVariable_exitsWith2_andNamesIt(String name, String value) {
    Map<String, String> environment = withModel();
    environment.put(name, value);
    Run run = breve(environment, ARTICLE, "brief", "-");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err().lines()).singleElement().asString().startsWith("breve: " + name + " ");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void help_showsExamplesAndExitCodes() {
    Run run = breve(environment(), "", "brief", "--help");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("Examples:", "breve brief events/article-fr.txt", "Exit codes:");
  }
}
