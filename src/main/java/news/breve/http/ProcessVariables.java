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

  /** Names no value: keys are among them. */
  @Override
  public String toString() {
    return "ProcessVariables(" + values.size() + ")";
  }
}
