package news.breve.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.rendering.JsonText;
import news.breve.rendering.ProblemDocument;
import org.jspecify.annotations.Nullable;

/** The one place where what went wrong becomes an answer: our problems and the framework's. */
@Singleton
final class ProblemResponses
    implements ErrorResponseProcessor<byte[]>, ExceptionHandler<Throwable, HttpResponse<byte[]>> {
  private static final String MEDIA_TYPE = "application/problem+json";
  private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

  private final Journal journal;

  ProblemResponses(Journal journal) {
    this.journal = journal;
  }

  /** Answers what a controller throws. */
  @Override
  @SuppressWarnings("rawtypes") // As the interface has it.
  public HttpResponse<byte[]> handle(HttpRequest request, Throwable thrown) {
    return fill(HttpResponse.ok(), problem(thrown));
  }

  /** Answers what the framework refuses; what it has set, such as {@code Allow}, stays. */
  @Override
  public MutableHttpResponse<byte[]> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    Throwable cause = context.getRootCause().orElse(null);
    if (cause instanceof ProblemException own) {
      return fill(response, own);
    }
    int status = response.code();
    ProblemException problem =
        switch (status) {
          case 404 -> new ProblemException(Problem.NOT_FOUND, "there is no such address");
          case 405 ->
              new ProblemException(
                  Problem.METHOD_NOT_ALLOWED, "the header Allow names the methods of this address");
          case 406 -> new ProblemException(Problem.NOT_ACCEPTABLE, "no such format is answered");
          case 413 -> Payload.tooLarge();
          case 415 ->
              new ProblemException(
                  Problem.UNSUPPORTED_MEDIA_TYPE, "a body of this Content-Type is not read");
          case 500 -> fault(cause);
          default -> null;
        };
    return problem == null ? fill(response, ofStatus(status), null) : fill(response, problem);
  }

  private ProblemException problem(Throwable thrown) {
    return thrown instanceof ProblemException own ? own : fault(thrown);
  }

  /** The exception's message might hold article text, so only its kind and place are told. */
  private ProblemException fault(@Nullable Throwable thrown) {
    if (thrown != null) {
      StackTraceElement[] trace = thrown.getStackTrace();
      String place = trace.length == 0 ? "" : " at " + trace[0];
      journal.note("internal: " + thrown.getClass().getName() + place);
    }
    return new ProblemException(Problem.INTERNAL, "the request could not be answered");
  }

  /** A status that the contract has no name for, such as 400 for a request that isn't HTTP. */
  private static ProblemDocument ofStatus(int status) {
    String reason = HttpStatus.getDefaultReason(status);
    return new ProblemDocument("about:blank", reason, status, "the request can't be read");
  }

  private static MutableHttpResponse<byte[]> fill(
      MutableHttpResponse<?> response, ProblemException e) {
    boolean later =
        switch (e.problem()) {
          case MODEL_UNAVAILABLE, BUDGET_EXHAUSTED, RATE_LIMITED -> true;
          default -> e.retryAfter().isPresent();
        };
    return fill(response, ProblemDocument.of(e), later ? e.retryAfter().orElse(RETRY_AFTER) : null);
  }

  private static MutableHttpResponse<byte[]> fill(
      MutableHttpResponse<?> response, ProblemDocument document, @Nullable Duration retryAfter) {
    response
        .status(document.status())
        .contentType(MEDIA_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
    if (retryAfter != null) {
      response.header(HttpHeaders.RETRY_AFTER, seconds(retryAfter));
    }
    return response.body(JsonText.of(document).getBytes(StandardCharsets.UTF_8));
  }

  /** Whole seconds, rounded up: who comes back early comes back for nothing. */
  static String seconds(Duration duration) {
    return Long.toString(Math.max(1, duration.plusMillis(999).toSeconds()));
  }
}
