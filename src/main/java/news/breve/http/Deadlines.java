package news.breve.http;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.service.BriefService;
import news.breve.writing.Deadline;

/**
 * By when a request is answered: the soonest of what its caller, this process and the service say.
 */
@Singleton
final class Deadlines {
  static final String HEADER = "X-Breve-Deadline-Ms";
  static final String DESCRIPTION =
      "Milliseconds in which the caller wants an answer, whatever it is. More than the service"
          + " would take has no effect.";

  private static final Pattern MILLISECONDS = Pattern.compile("[1-9]\\d{0,8}");

  private final BriefService service;
  private final HostTime host;

  Deadlines(BriefService service, HostTime host) {
    this.service = service;
    this.host = host;
  }

  /**
   * Starts the time of a request.
   *
   * @throws ProblemException {@code invalid-article} if the header is no number of milliseconds
   */
  Deadline of(HttpRequest<?> request) {
    Deadline deadline = service.deadline();
    deadline = host.left().map(deadline::atMost).orElse(deadline);
    return asked(request).map(deadline::atMost).orElse(deadline);
  }

  private static Optional<Duration> asked(HttpRequest<?> request) {
    String value = request.getHeaders().get(HEADER);
    if (value == null) {
      return Optional.empty();
    }
    if (!MILLISECONDS.matcher(value).matches()) {
      throw new ProblemException(
          Problem.INVALID_ARTICLE,
          "the header " + HEADER + " takes a whole number of milliseconds, 1 to 999999999");
    }
    return Optional.of(Duration.ofMillis(Long.parseLong(value)));
  }
}
