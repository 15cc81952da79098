package news.breve.calling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Set;
import news.breve.article.Json;
import org.jspecify.annotations.Nullable;

/** A call was not answered as wanted. The message holds the service's code, never its words. */
public final class AwsCallException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERRORS = 500;

  /** Codes of “too much at once” and of “once more”, as the AWS SDK for Java 2 has them. */
  private static final Set<String> THROTTLING =
      Set.of(
          "BandwidthLimitExceeded",
          "EC2ThrottledException",
          "ProvisionedThroughputExceededException",
          "RequestLimitExceeded",
          "RequestThrottled",
          "RequestThrottledException",
          "SlowDown",
          "ThrottledException",
          "Throttling",
          "ThrottlingException",
          "TooManyRequestsException");

  private static final Set<String> PASSING =
      Set.of(
          "InternalError", "PriorRequestNotComplete", "RequestTimeout", "RequestTimeoutException");

  private final int status;
  private final String code;
  private final String reason;
  private final boolean isTransient;

  /** What the service said beside its code; never shown. */
  private final transient @Nullable String body;

  private AwsCallException(
      String message,
      int status,
      String code,
      String reason,
      boolean isTransient,
      @Nullable String body) {
    super(message);
    this.status = status;
    this.code = code;
    this.reason = reason;
    this.isTransient = isTransient;
    this.body = body;
  }

  /** A service answered, and refused. */
  static AwsCallException refused(
      String service, int status, String code, String body, boolean again) {
    return new AwsCallException(
        "%s answered %d %s".formatted(service, status, code).strip(),
        status,
        code,
        code.isEmpty() ? "HTTP " + status : code,
        again
            || status == TOO_MANY_REQUESTS
            || status >= SERVER_ERRORS
            || THROTTLING.contains(code)
            || PASSING.contains(code),
        body);
  }

  /** A service could not be reached, or its answer is not whole. */
  static AwsCallException unreached(String service, String reason) {
    return new AwsCallException(
        service + " can't be reached: " + reason, 0, "", reason, true, null);
  }

  /** A call could not be made, however often it is tried. */
  static AwsCallException notMade(String message, String reason) {
    return new AwsCallException(message, 0, "", reason, false, null);
  }

  /** Returns the HTTP status; 0 if there was no answer. */
  public int status() {
    return status;
  }

  /** Returns the error's code; empty if the service gave none. */
  public String code() {
    return code;
  }

  /** Returns what the message says, without the service: a code, a status or a kind of failure. */
  public String reason() {
    return reason;
  }

  /**
   * Returns the body of the refusal, which may quote what was sent: for code, not for people.
   * Nothing is in it if it is no JSON.
   */
  public JsonNode json() {
    try {
      return Json.mapper().readTree(String.valueOf(body));
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  boolean isTransient() {
    return isTransient;
  }

  boolean isThrottled() {
    return status == TOO_MANY_REQUESTS || THROTTLING.contains(code);
  }
}
