package news.breve.article;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * No brief can be made. The detail is for the sender: it names what is wrong, on one line, and
 * never holds article text, a key, or a provider's answer.
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Problem problem;
  private final @Nullable Duration retryAfter;

  public ProblemException(Problem problem, String detail) {
    this(problem, detail, null);
  }

  /**
   * @param retryAfter how long the provider asked to wait, null if it said nothing
   */
  public ProblemException(Problem problem, String detail, @Nullable Duration retryAfter) {
    super(detail);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  public Problem problem() {
    return problem;
  }

  /** Returns one line that a person understands. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
