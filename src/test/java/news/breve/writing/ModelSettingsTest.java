package news.breve.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import news.breve.configuration.ConfigurationException;
import news.breve.configuration.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ModelSettingsTest {
  private static final String KEY = "sk-not-to-be-shown";

  @Test
  void settings_areAbsent_withoutAProvider() {
    assertThat(ModelSettings.from(new Variables(Map.of()))).isEmpty();
    assertThat(ModelSettings.from(new Variables(Map.of("BREVE_MODEL_PROVIDER", "none")))).isEmpty();
  }

  @Test
  void defaults_areTheContracts() {
    ModelSettings settings =
        settings(Map.of("BREVE_MODEL_PROVIDER", "openai", "OPENAI_API_KEY", KEY));

    assertThat(settings.provider()).isEqualTo(Provider.OPENAI);
    assertThat(settings.model()).isEqualTo("m");
    assertThat(settings.baseUrl()).isNull();
    assertThat(settings.temperature()).isZero();
    assertThat(settings.maxOutputTokens()).isEqualTo(1500);
    assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(25));
    assertThat(settings.prices()).isNull();
    assertThat(settings.contextTokens()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "openai, BREVE_MODEL_API_KEY",
    "openai, OPENAI_API_KEY",
    "azure-openai, AZURE_OPENAI_API_KEY",
    "azure-openai, AZURE_OPENAI_KEY",
    "anthropic, ANTHROPIC_API_KEY",
    "mistral, MISTRAL_API_KEY",
    "gemini, GEMINI_API_KEY",
    "gemini, GOOGLE_API_KEY",
    "ollama, BREVE_MODEL_API_KEY"
  })
  void key_isReadFromTheProvidersVariable_andNeverShown(String provider, String variable) {
    ModelSettings settings =
        settings(
            Map.of(
                "BREVE_MODEL_PROVIDER",
                provider,
                variable,
                KEY,
                "AZURE_OPENAI_ENDPOINT",
                "https://desk.example"));

    Secret key = Objects.requireNonNull(settings.apiKey());
    assertThat(key.reveal()).isEqualTo(KEY);
    assertThat(settings.toString()).doesNotContain(KEY).contains(provider);
    assertThat(key.toString()).doesNotContain(KEY);
    assertThat(settings.parameters()).doesNotContain(KEY);
  }

  @Test
  void ourKey_winsOverTheProviders() {
    ModelSettings settings =
        settings(
            Map.of(
                "BREVE_MODEL_PROVIDER",
                "openai",
                "BREVE_MODEL_API_KEY",
                "ours",
                "OPENAI_API_KEY",
                "theirs"));

    Secret key = Objects.requireNonNull(settings.apiKey());
    assertThat(key.reveal()).isEqualTo("ours");
  }

  @ParameterizedTest
  @CsvSource({
    "openai, OPENAI_API_KEY",
    "anthropic, ANTHROPIC_API_KEY",
    "mistral, MISTRAL_API_KEY",
    "gemini, GEMINI_API_KEY nor GOOGLE_API_KEY",
    "azure-openai, AZURE_OPENAI_API_KEY nor AZURE_OPENAI_KEY"
  })
  void missingKey_namesTheVariables(String provider, String others) {
    ConfigurationException wrong =
        refused(
            Map.of(
                "BREVE_MODEL_PROVIDER", provider, "AZURE_OPENAI_ENDPOINT", "https://desk.example"));

    assertThat(wrong).hasMessageContaining("BREVE_MODEL_API_KEY").hasMessageContaining(others);
  }

  @ParameterizedTest
  @CsvSource({"openai, http://localhost:8000/v1", "ollama,", "bedrock,"})
  void key_isOptional_whereNoneIsNeeded(String provider, String baseUrl) {
    Map<String, String> environment = new HashMap<>(Map.of("BREVE_MODEL_PROVIDER", provider));
    if (baseUrl != null) {
      environment.put("BREVE_MODEL_BASE_URL", baseUrl);
    }

    assertThat(settings(environment).apiKey()).isNull();
  }

  @Test
  void name_isRequired() {
    ConfigurationException wrong =
        refused(Map.of("BREVE_MODEL_PROVIDER", "ollama", "BREVE_MODEL_NAME", " "));

    assertThat(wrong.variable()).isEqualTo("BREVE_MODEL_NAME");
  }

  @Test
  void azure_needsItsEndpoint() {
    ConfigurationException wrong =
        refused(Map.of("BREVE_MODEL_PROVIDER", "azure-openai", "AZURE_OPENAI_API_KEY", KEY));

    assertThat(wrong.variable()).isEqualTo("BREVE_MODEL_BASE_URL");
    assertThat(wrong).hasMessageContaining("AZURE_OPENAI_ENDPOINT");
  }

  @ParameterizedTest
  @CsvSource({
    "BREVE_MODEL_PROVIDER, chatgpt",
    "BREVE_MODEL_NAME, two words",
    "BREVE_MODEL_BASE_URL, localhost:8000",
    "BREVE_MODEL_BASE_URL, ftp://localhost",
    "BREVE_MODEL_API_KEY, sk-not\tto-be-shown",
    "BREVE_MODEL_API_KEY, sk-né",
    "BREVE_MODEL_TEMPERATURE, 2.1",
    "BREVE_MODEL_TEMPERATURE, -1",
    "BREVE_MODEL_TEMPERATURE, warm",
    "BREVE_MODEL_MAX_OUTPUT_TOKENS, 0",
    "BREVE_MODEL_MAX_OUTPUT_TOKENS, 1.5",
    "BREVE_MODEL_TIMEOUT, 25",
    "BREVE_MODEL_TIMEOUT, 0s",
    "BREVE_MODEL_TIMEOUT, 2h",
    "BREVE_MODEL_TIMEOUT, 999999999d",
    "BREVE_MODEL_INPUT_PRICE, -1",
    "BREVE_MODEL_OUTPUT_PRICE, free",
    "BREVE_MODEL_CONTEXT_TOKENS, many",
    "BREVE_MODEL_CONTEXT_TOKENS, 1500"
  })
  void wrongValue_namesItsVariable(String variable, String value) {
    Map<String, String> environment = new HashMap<>(Map.of("BREVE_MODEL_PROVIDER", "ollama"));
    environment.put(variable, value);

    ConfigurationException wrong = refused(environment);

    assertThat(wrong.variable()).isEqualTo(variable);
    String message = String.valueOf(wrong.getMessage());
    assertThat(message).startsWith(variable + " ").doesNotContain("sk-");
    assertThat(message.lines()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "BREVE_MODEL_INPUT_PRICE, BREVE_MODEL_OUTPUT_PRICE",
    "BREVE_MODEL_OUTPUT_PRICE, BREVE_MODEL_INPUT_PRICE"
  })
  void onePrice_namesTheOther(String given, String missing) {
    ConfigurationException wrong = refused(Map.of("BREVE_MODEL_PROVIDER", "ollama", given, "2.50"));

    assertThat(wrong.variable()).isEqualTo(missing);
    assertThat(wrong).hasMessageContaining(given);
  }

  @ParameterizedTest
  @CsvSource({
    "2.50, 10, 900, 200, 0.00425",
    "0, 0, 900, 200, 0",
    "1000000, 0, 20, 0, 20",
    "0.15, 0.60, 1, 1, 0.00000075"
  })
  void cost_isPerMillionTokens(
      BigDecimal input, BigDecimal output, long in, long out, String cost) {
    assertThat(new ModelSettings.Prices(input, output).cost(in, out).toPlainString())
        .isEqualTo(cost);
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.openai.com/v1, true",
    "https://eu.api.openai.com/v1, true",
    "https://notapi.openai.com.example/v1, false",
    "http://localhost:8000/v1, false"
  })
  void endpoint_isOpenAisOwn_byItsHost(String baseUrl, boolean proper) {
    ModelSettings settings =
        settings(
            Map.of(
                "BREVE_MODEL_PROVIDER",
                "openai",
                "BREVE_MODEL_API_KEY",
                KEY,
                "BREVE_MODEL_BASE_URL",
                baseUrl));

    assertThat(settings.isOpenAiProper()).isEqualTo(proper);
  }

  @Test
  void toString_hidesATokenInTheEndpoint() {
    ModelSettings settings =
        settings(
            Map.of(
                "BREVE_MODEL_PROVIDER",
                "openai",
                "BREVE_MODEL_BASE_URL",
                "https://gateway.example:8443/v1?token=hush"));

    assertThat(settings.toString()).contains("https://gateway.example:8443").doesNotContain("hush");
    assertThat(settings.parameters()).doesNotContain("hush");
  }

  private static ModelSettings settings(Map<String, String> environment) {
    Map<String, String> named = new HashMap<>(environment);
    named.putIfAbsent("BREVE_MODEL_NAME", "m");
    return ModelSettings.from(new Variables(named)).orElseThrow();
  }

  private static ConfigurationException refused(Map<String, String> environment) {
    ConfigurationException wrong =
        catchThrowableOfType(ConfigurationException.class, () -> settings(environment));
    assertThat(wrong).isNotNull();
    return wrong;
  }

  private static ModelSettings fallback(String... pairs) {
    Map<String, String> environment =
        new HashMap<>(
            Map.of(
                "BREVE_MODEL_PROVIDER", "openai", "BREVE_MODEL_NAME", "m", "OPENAI_API_KEY", KEY));
    for (int i = 0; i < pairs.length; i += 2) {
      environment.put(pairs[i], pairs[i + 1]);
    }
    Variables variables = new Variables(environment);
    return ModelSettings.fallback(variables, ModelSettings.from(variables).orElse(null))
        .orElseThrow();
  }

  @Test
  void fallback_isAnotherModel_withItsProvidersKeyAndEndpoint_andNoPrices() {
    ModelSettings settings =
        fallback(
            "BREVE_MODEL_FALLBACK",
            "anthropic:claude:small",
            "ANTHROPIC_API_KEY",
            "theirs",
            "ANTHROPIC_BASE_URL",
            "https://gateway.example/v1/",
            "BREVE_MODEL_INPUT_PRICE",
            "1",
            "BREVE_MODEL_OUTPUT_PRICE",
            "2");

    assertThat(settings.provider()).isEqualTo(Provider.ANTHROPIC);
    assertThat(settings.model()).isEqualTo("claude:small");
    assertThat(Objects.requireNonNull(settings.apiKey()).reveal()).isEqualTo("theirs");
    assertThat(settings.baseUrl()).isEqualTo("https://gateway.example/v1");
    assertThat(settings.prices()).isNull();
  }

  @Test
  void fallback_ofTheSameProvider_hasTheFirstsKeyAndEndpoint() {
    ModelSettings settings =
        fallback(
            "BREVE_MODEL_FALLBACK",
            "openai:small",
            "BREVE_MODEL_API_KEY",
            "ours",
            "BREVE_MODEL_BASE_URL",
            "http://localhost:8000/v1",
            "OPENAI_BASE_URL",
            "http://elsewhere.example");

    assertThat(Objects.requireNonNull(settings.apiKey()).reveal()).isEqualTo("ours");
    assertThat(settings.baseUrl()).isEqualTo("http://localhost:8000/v1");
  }

  @ParameterizedTest
  @CsvSource({
    "mistral, BREVE_MODEL_FALLBACK",
    "mistral:, BREVE_MODEL_FALLBACK",
    ":small, BREVE_MODEL_FALLBACK",
    "none:small, BREVE_MODEL_FALLBACK",
    "hal:9000, BREVE_MODEL_FALLBACK",
    "mistral:two words, BREVE_MODEL_FALLBACK",
    "openai:m, BREVE_MODEL_FALLBACK",
    "mistral:small, MISTRAL_API_KEY",
    "gemini:small, GEMINI_API_KEY",
    "azure-openai:small, AZURE_OPENAI_ENDPOINT"
  })
  void fallback_thatIsWrong_isRefusedByName(String value, String variable) {
    ConfigurationException wrong =
        catchThrowableOfType(
            ConfigurationException.class, () -> fallback("BREVE_MODEL_FALLBACK", value));

    assertThat(wrong.variable()).isEqualTo(variable);
  }

  @Test
  void fallback_ofNoModel_isRefused() {
    Variables variables = new Variables(Map.of("BREVE_MODEL_FALLBACK", "mistral:small"));
    ConfigurationException wrong =
        catchThrowableOfType(
            ConfigurationException.class, () -> ModelSettings.fallback(variables, null));

    assertThat(wrong.variable()).isEqualTo("BREVE_MODEL_FALLBACK");
    assertThat(wrong).hasMessageContaining("BREVE_MODEL_PROVIDER");
  }
}
