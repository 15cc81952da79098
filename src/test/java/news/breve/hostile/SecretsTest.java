package news.breve.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import news.breve.cli.RawTerminal;
import news.breve.configuration.ConfigurationException;
import news.breve.configuration.Variables;
import news.breve.http.ProcessVariables;
import news.breve.service.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A key is in no error, no string of what is configured, and no help. */
final class SecretsTest {
  private static final String KEY = "sk-not-to-be-shown";

  private static Map<String, String> environment(String... more) {
    Map<String, String> variables =
        new HashMap<>(
            Map.of(
                "BREVE_CACHE", "memory",
                "BREVE_MODEL_PROVIDER", "openai",
                "BREVE_MODEL_NAME", "test-model",
                "BREVE_MODEL_BASE_URL", "http://127.0.0.1:9/v1",
                "BREVE_MODEL_API_KEY", KEY));
    for (int i = 0; i < more.length; i += 2) {
      variables.put(more[i], more[i + 1]);
    }
    return variables;
  }

  @ParameterizedTest
  @CsvSource({
    "openai,OPENAI_API_KEY",
    "anthropic,ANTHROPIC_API_KEY",
    "mistral,MISTRAL_API_KEY",
    "gemini,GEMINI_API_KEY"
  })
  void configuration_asAString_holdsNoKey(String provider, String usual) {
    for (String variable : new String[] {"BREVE_MODEL_API_KEY", usual}) {
      Map<String, String> variables = environment("BREVE_MODEL_PROVIDER", provider);
      variables.remove("BREVE_MODEL_API_KEY");
      variables.put(variable, KEY);
      Configuration configuration = Configuration.from(new Variables(variables));
      assertThat(configuration.model()).isNotNull();
      assertThat(configuration.toString()).doesNotContain(KEY);
      assertThat(configuration.writer().identity().toString()).doesNotContain(KEY);
      assertThat(new ProcessVariables(variables)).asString().doesNotContain(KEY);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://anne:sk-not-to-be-shown@127.0.0.1/v1",
        "https://sk-not-to-be-shown@host/v1"
      })
  void password_inAnAddress_isRefused_andNotRepeated(String url) {
    ConfigurationException wrong =
        catchThrowableOfType(
            ConfigurationException.class,
            () -> Configuration.from(new Variables(environment("BREVE_MODEL_BASE_URL", url))));
    assertThat(wrong).hasMessageStartingWith("BREVE_MODEL_BASE_URL ").hasMessageNotContaining(KEY);
  }

  @ParameterizedTest
  @CsvSource({
    "BREVE_MODEL_TIMEOUT,soon",
    "BREVE_MODEL_TEMPERATURE,hot",
    "BREVE_CACHE,cellar",
    "BREVE_MODEL_MAX_OUTPUT_TOKENS,-1"
  })
  void errorOfAnotherVariable_holdsNoKey(String variable, String value) {
    RawTerminal.Ran ran =
        RawTerminal.run(
            environment(variable, value),
            "Un texte.".getBytes(StandardCharsets.UTF_8),
            "brief",
            "-");
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains(variable).doesNotContain(KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--help", "brief --help", "check --help", "serve --help", "--version", "nonsense"})
  void help_holdsNoValueOfTheEnvironment(String arguments) {
    RawTerminal.Ran ran = RawTerminal.run(environment(), new byte[0], arguments.split(" ", -1));
    assertThat(ran.out() + ran.err()).doesNotContain(KEY, "127.0.0.1:9");
  }

  @Test
  void modelThatCantBeReached_isToldWithoutTheKey() {
    RawTerminal.Ran ran =
        RawTerminal.run(
            environment("BREVE_MODEL_TIMEOUT", "2s"),
            ("La Ville de Rimouski achète trois autobus électriques pour 2,4 millions de dollars."
                    + " La mairesse Anne Roy les attend dès mars.")
                .getBytes(StandardCharsets.UTF_8),
            "brief",
            "-");
    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.err()).doesNotContain(KEY);
  }
}
