package news.breve.writing;

import dev.langchain4j.exception.HttpException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A provider answered with a status that isn't 2xx. Keeps what the library drops (Retry-After), and
 * drops what the library keeps (the body, which may quote the article).
 */
final class StatusException extends HttpException {
  private static final long serialVersionUID = 1;

  private final @Nullable Duration retryAfter;
  private final boolean articleTooLong;

  /**
   * @param retryAfter how long the provider asks to wait, null if it doesn't say
   * @param articleTooLong whether the body says that the prompt exceeds the model's context
   */
  StatusException(int status, @Nullable Duration retryAfter, boolean articleTooLong) {
    super(status, "HTTP status " + status);
    this.retryAfter = retryAfter;
    this.articleTooLong = articleTooLong;
  }

  Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  boolean articleTooLong() {
    return articleTooLong;
  }
}
