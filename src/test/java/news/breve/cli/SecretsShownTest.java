package news.breve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.breve.writing.MisbehavingServer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said at the terminal of someone whose environment holds a key. */
@Timeout(60)
final class SecretsShownTest extends CommandTest {
  private static final String KEY = "sk-secret";

  static Stream<List<String>> commandLines() {
    return Stream.of(
        List.of(),
        List.of("--help"),
        List.of("--version"),
        List.of("brief", "--help"),
        List.of("check", "--help"),
        List.of("serve", "--help"),
        List.of("brief"),
        List.of("brief", "-"),
        List.of("brief", "-", "--format", "json"),
        List.of("brief", "-", "--format", "pdf"),
        List.of("brief", "no-such-file"),
        List.of("serve", "--port", "70000"),
        List.of("summarise"));
  }

  @ParameterizedTest
  @MethodSource("commandLines")
  void commandLine_saysNoKey(List<String> arguments) {
    server.always(MisbehavingServer.completion(DRAFT));
    Run run = breve(withModel(), ARTICLE, arguments.toArray(String[]::new));
    assertThat(run.out() + run.err()).isNotEmpty().doesNotContain(KEY);
  }

  static Stream<String> variables() {
    return Stream.of(
        "BREVE_MODEL_PROVIDER",
        "BREVE_MODEL_NAME",
        "BREVE_MODEL_BASE_URL",
        "BREVE_MODEL_TIMEOUT",
        "BREVE_MODEL_FALLBACK",
        "BREVE_BUDGET_TOKENS_PER_DAY",
        "BREVE_CACHE",
        "BREVE_CACHE_DIR",
        "BREVE_CACHE_TTL");
  }

  /** Whatever else is wrong, the key beside it is not part of the complaint. */
  @ParameterizedTest
  @MethodSource("variables")
  void wrongVariable_saysNoKey(String variable) {
    Map<String, String> environment = withModel();
    environment.put(variable, "/dev/null/ wrong");
    Run run = breve(environment, ARTICLE, "brief", "-");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out() + run.err()).contains(variable).doesNotContain(KEY);
  }
}
