package news.breve.writing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who runs the model; the names are part of the contract. */
public enum Provider {
  /** OpenAI, or with a base URL any server that speaks its chat completions. */
  OPENAI("OPENAI_BASE_URL", "OPENAI_API_KEY"),
  AZURE_OPENAI("AZURE_OPENAI_ENDPOINT", "AZURE_OPENAI_API_KEY", "AZURE_OPENAI_KEY"),
  ANTHROPIC("ANTHROPIC_BASE_URL", "ANTHROPIC_API_KEY"),
  /** Credentials and region come from the AWS SDK's own chain. */
  BEDROCK(null),
  MISTRAL(null, "MISTRAL_API_KEY"),
  GEMINI("GOOGLE_GEMINI_BASE_URL", "GEMINI_API_KEY", "GOOGLE_API_KEY"),
  OLLAMA(null),
  /** No model: briefs are extractive. */
  NONE(null);

  // An unmodifiable list, which the check doesn't know without Guava.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> keyVariables;

  private final @Nullable String baseUrlVariable;

  Provider(@Nullable String baseUrlVariable, String... keyVariables) {
    this.baseUrlVariable = baseUrlVariable;
    this.keyVariables = List.of(keyVariables);
  }

  /** Returns the name of the contract, such as {@code azure-openai}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the variables in which its users keep their key, ours not among them. */
  List<String> keyVariables() {
    return keyVariables;
  }

  /** Returns the variable in which its users keep the endpoint; empty if there is no usual one. */
  Optional<String> baseUrlVariable() {
    return Optional.ofNullable(baseUrlVariable);
  }

  /** Returns if its own service can't be called without a key. */
  boolean needsKey() {
    return !keyVariables.isEmpty();
  }
}
