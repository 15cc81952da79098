package news.breve.configuration;

/**
 * A variable has a wrong value, or one that is needed is missing. Its message never holds the value
 * of a secret.
 */
public final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String variable;

  /**
   * @param variable its name, such as {@code BREVE_CACHE_TTL}
   * @param message what is wrong, to follow the name
   */
  public ConfigurationException(String variable, String message) {
    super(variable + " " + message);
    this.variable = variable;
  }

  public String variable() {
    return variable;
  }
}
