package news.breve.http;

import java.util.Map;

/**
 * The environment variables of the process.
 *
 * @param values by name
 */
public record ProcessVariables(Map<String, String> values) {
  public ProcessVariables {
    values = Map.copyOf(values);
  }

  /** Returns how many there are: some of them are keys. */
  @Override
  public String toString() {
    return "ProcessVariables[" + values.size() + "]";
  }
}
