package news.breve.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import news.breve.article.Json;
import news.breve.configuration.ConfigurationException;

/**
 * The function's environment variables, with the model's API key put in from Secrets Manager where
 * {@code BREVE_MODEL_API_KEY_SECRET} names a secret. The key is read once per container: at start,
 * or, since a snapshot outlives keys and is no place for one, after it was restored.
 */
final class FunctionEnvironment {
  static final String SECRET = "BREVE_MODEL_API_KEY_SECRET";

  private static final String KEY = "BREVE_MODEL_API_KEY";
  private static final String READ_AFTER_RESTORE = "read-after-restore";

  private final Map<String, String> variables;
  private final Secrets secrets;

  FunctionEnvironment(Map<String, String> variables, Secrets secrets) {
    this.variables = Map.copyOf(variables);
    this.secrets = secrets;
  }

  /** Where secrets are read. */
  @FunctionalInterface
  interface Secrets {
    /**
     * Returns the text of a secret.
     *
     * @param id its name or ARN
     * @throws ConfigurationException naming {@value #SECRET} if it can't be read
     */
    String read(String id);
  }

  /** Returns the environment of this process. */
  static FunctionEnvironment ofLambda() {
    return new FunctionEnvironment(System.getenv(), new SecretsManager());
  }

  /** Returns what metrics are kept by: the stack's name, else the function's. */
  String stack() {
    return value("BREVE_STACK").or(() -> value("AWS_LAMBDA_FUNCTION_NAME")).orElse("breve");
  }

  /** Returns if the process will be stored as a snapshot once it has started. */
  boolean isSnapshotted() {
    return variables.getOrDefault("AWS_LAMBDA_INITIALIZATION_TYPE", "").equals("snap-start");
  }

  /** Returns if the key that {@link #atStart} has is to be replaced by that of {@link #read}. */
  boolean readsKeyAfterRestore() {
    return isSnapshotted() && value(SECRET).isPresent();
  }

  /** Returns the variables to start with; the key is a placeholder if it is read after restore. */
  Map<String, String> atStart() {
    return readsKeyAfterRestore() ? with(READ_AFTER_RESTORE) : read();
  }

  /**
   * Returns the variables with the key as it is now.
   *
   * @throws ConfigurationException if the secret can't be read
   */
  Map<String, String> read() {
    return value(SECRET).map(id -> with(key(secrets.read(id)))).orElse(variables);
  }

  /**
   * Returns the key of a secret: its text, or the only value of the JSON that the console makes.
   */
  private static String key(String secret) {
    String text = secret.strip();
    if (!text.startsWith("{")) {
      return text;
    }
    try {
      JsonNode json = Json.mapper().readTree(text);
      if (json.size() == 1 && json.iterator().next().isTextual()) {
        return json.iterator().next().textValue();
      }
    } catch (JsonProcessingException e) {
      // Said below; the exception's message holds the secret.
    }
    throw new ConfigurationException(
        SECRET, "names a secret that is neither the key alone nor JSON with one value, the key");
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(variables.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  private Map<String, String> with(String key) {
    Map<String, String> all = new HashMap<>(variables);
    all.put(KEY, key);
    return Map.copyOf(all);
  }
}
