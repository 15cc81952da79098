package news.breve;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A door as the fault matrix sees it: an article goes in, what comes out is the same for all. */
public interface FaultDoor extends AutoCloseable {
  /**
   * What came out.
   *
   * @param outcome the status of a brief, else the name of a problem
   * @param brief null where there is none
   * @param said all that the caller was told
   */
  record Answered(String outcome, @Nullable JsonNode brief, String said) {}

  Answered brief(String article) throws Exception;

  @Override
  default void close() {}
}
