package news.breve.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.breve.configuration.ConfigurationException;
import org.junit.jupiter.api.Test;

final class FunctionEnvironmentTest {
  private static final String KEY = "BREVE_MODEL_API_KEY";

  private final List<String> read = new ArrayList<>();
  private String secret = "sk-test";

  @Test
  void start_withoutSecret_readsNone() {
    FunctionEnvironment environment = environment(Map.of("BREVE_CACHE", "memory"));

    assertThat(environment.atStart()).isEqualTo(Map.of("BREVE_CACHE", "memory"));
    assertThat(read).isEmpty();
  }

  @Test
  void start_withBlankSecret_readsNone() {
    assertThat(environment(Map.of(FunctionEnvironment.SECRET, " ")).atStart())
        .doesNotContainKey(KEY);
    assertThat(read).isEmpty();
  }

  @Test
  void start_withSecret_hasItsKey() {
    Map<String, String> variables =
        environment(Map.of(FunctionEnvironment.SECRET, "breve/key")).atStart();

    assertThat(variables).containsEntry(KEY, "sk-test");
    assertThat(read).containsExactly("breve/key");
  }

  @Test
  void start_beforeASnapshot_hasNoKeyUntilRestored() {
    Map<String, String> lambda = new HashMap<>();
    lambda.put(FunctionEnvironment.SECRET, "breve/key");
    lambda.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    FunctionEnvironment environment = environment(lambda);

    assertThat(environment.atStart()).containsKey(KEY).doesNotContainValue("sk-test");
    assertThat(read).isEmpty();
    secret = "sk-rotated";
    assertThat(environment.read()).containsEntry(KEY, "sk-rotated");
  }

  @Test
  void secret_withLineFeedAtItsEnd_isTheKeyAlone() {
    secret = "sk-test\n";

    assertThat(environment(Map.of(FunctionEnvironment.SECRET, "id")).read())
        .containsEntry(KEY, "sk-test");
  }

  @Test
  void secret_asTheConsoleMakesIt_isItsOnlyValue() {
    secret = "{\"openai\":\"sk-console\"}";

    assertThat(environment(Map.of(FunctionEnvironment.SECRET, "id")).read())
        .containsEntry(KEY, "sk-console");
  }

  @Test
  void secret_withTwoValues_isRefusedWithoutBeingShown() {
    secret = "{\"a\":\"sk-one\",\"b\":\"sk-two\"}";
    FunctionEnvironment environment = environment(Map.of(FunctionEnvironment.SECRET, "id"));

    assertThatThrownBy(environment::read)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(FunctionEnvironment.SECRET)
        .hasMessageNotContainingAny("sk-one", "sk-two");
  }

  @Test
  void stack_withoutName_isTheFunctions() {
    assertThat(environment(Map.of("AWS_LAMBDA_FUNCTION_NAME", "f")).stack()).isEqualTo("f");
    assertThat(environment(Map.of("AWS_LAMBDA_FUNCTION_NAME", "f", "BREVE_STACK", "s")).stack())
        .isEqualTo("s");
  }

  private FunctionEnvironment environment(Map<String, String> variables) {
    return new FunctionEnvironment(
        variables,
        id -> {
          read.add(id);
          return secret;
        });
  }
}
