package news.breve.writing;

import com.fasterxml.jackson.core.JacksonException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.TimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.breve.article.Problem;
import news.breve.article.ProblemException;

/**
 * Turns whatever a provider, the network or the library threw into the contract's problems. The
 * exceptions themselves are dropped: their messages may quote the article, the answer or a key.
 */
final class ModelFailures {
  private static final int LONGEST_CHAIN = 20;
  private static final Set<Integer> OVERLOAD = Set.of(429, 503, 529);

  private final ModelSettings settings;
  private final Clock clock;

  ModelFailures(ModelSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Returns the problem that the caller is told.
   *
   * @param deadline by which the call had to be over
   */
  ProblemException problem(Throwable thrown, Deadline deadline) {
    // Innermost first: what wraps it, the library's or the JDK's, knows less.
    return causes(thrown).reversed().stream()
        .flatMap(cause -> known(cause, deadline).stream())
        .findFirst()
        .orElseGet(() -> failed(CallFailedException.NOT_ITS_API));
  }

  /** Returns if a call surely cost nothing: it never left, or was answered with an error. */
  boolean isUnpaid(Throwable thrown) {
    return causes(thrown).stream()
        .anyMatch(cause ->
            switch (cause) {
              case StatusException _,
                  ConnectException _,
                  HttpConnectTimeoutException _,
                  UnknownHostException _,
                  UnresolvedAddressException _ ->
                  true;
              case CallFailedException e -> !e.wasSent();
              default -> false;
            });
  }

  /**
   * Returns if the provider was asked too much: 429 (RFC 6585), 503, or the 529 that some have for
   * it.
   */
  boolean isOverload(Throwable thrown) {
    return causes(thrown).stream()
        .anyMatch(cause -> cause instanceof StatusException e && OVERLOAD.contains(e.statusCode()));
  }

  private List<Throwable> causes(Throwable thrown) {
    return Stream.<Throwable>iterate(thrown, Objects::nonNull, Throwable::getCause)
        .limit(LONGEST_CHAIN)
        .map(this::ownTerms)
        .toList();
  }

  private Optional<ProblemException> known(Throwable cause, Deadline deadline) {
    return switch (cause) {
      case StatusException e -> Optional.of(status(e));
      case CallFailedException e -> Optional.of(failed(String.valueOf(e.getMessage())));
      case ContentFilteredException _ ->
          Optional.of(failed(" refused to answer, or its content filter did"));
      case TimeoutException _, SocketTimeoutException _ -> Optional.of(timeout(deadline));
      case JacksonException _ -> Optional.of(failed(CallFailedException.NOT_ITS_API));
      case ProtocolException _ ->
          Optional.of(
              failed("'s endpoint did not answer in HTTP: check " + ModelSettings.BASE_URL));
      case IOException _, UnresolvedAddressException _ ->
          Optional.of(
              unavailable(" could not be reached: the connection was refused, reset or cut"));
      default -> Optional.empty();
    };
  }

  /** Returns the problem of an answer that didn't end by the deadline. */
  ProblemException timeout(Deadline deadline) {
    boolean hadAll = deadline.length().compareTo(settings.timeout()) >= 0;
    return new ProblemException(
        Problem.MODEL_TIMEOUT,
        subject()
            + " did not finish its answer within "
            + seconds(deadline.length())
            + (hadAll ? " (" + ModelSettings.TIMEOUT + ")" : ", which was the time left for it"));
  }

  /** Returns the problem of a caller that was stopped while it waited. */
  ProblemException interrupted() {
    return unavailable(" was not waited for: the call was interrupted");
  }

  private Throwable ownTerms(Throwable cause) {
    return settings.provider() == Provider.BEDROCK
        ? Bedrock.failure(cause, clock).<Throwable>map(own -> own).orElse(cause)
        : cause;
  }

  private ProblemException status(StatusException e) {
    int status = e.statusCode();
    if (e.articleTooLong()) {
      return failed(" answered " + status + ": the article is longer than the model's context");
    }
    boolean mayPass = status == 408 || status == 429 || status >= 500;
    if (mayPass) {
      String why =
          switch (status) {
            case 429 -> ": too many requests, or the account's quota is used up";
            case 408 -> ": the provider gave up waiting";
            default -> ": the provider has a fault or is overloaded";
          };
      return new ProblemException(
          Problem.MODEL_UNAVAILABLE,
          subject() + " answered " + status + why,
          e.retryAfter().orElse(null));
    }
    return failed(" answered " + status + ": " + advice(status));
  }

  private String advice(int status) {
    if (status < 400) {
      return "a redirect; check " + ModelSettings.BASE_URL;
    }
    return switch (status) {
      case 401 -> "check " + keyAdvice();
      case 402 -> "check the account's credit";
      case 403 -> "the key may not use this model; check " + keyAdvice();
      case 404 -> "check " + settings.variable() + " and " + ModelSettings.BASE_URL + localAdvice();
      case 413 -> "the article is too long for the provider";
      case 400, 422 ->
          "the model may not take the temperature ("
              + ModelSettings.TEMPERATURE
              + "=default sends none), a JSON schema, or this name ("
              + settings.variable()
              + ")";
      default -> "the provider refuses the request";
    };
  }

  private String keyAdvice() {
    List<String> variables = settings.keyVariables();
    return variables.isEmpty()
        ? "the AWS credentials and the model access of the account"
        : "the key in " + String.join(" or ", variables);
  }

  private String localAdvice() {
    return settings.provider() == Provider.OLLAMA
        ? " (“ollama pull " + settings.model() + "” fetches a model)"
        : "";
  }

  private ProblemException failed(String fault) {
    return new ProblemException(Problem.MODEL_FAILED, subject() + fault);
  }

  private ProblemException unavailable(String fault) {
    return new ProblemException(Problem.MODEL_UNAVAILABLE, subject() + fault);
  }

  private String subject() {
    return "the model provider " + settings.provider().id();
  }

  private static String seconds(Duration time) {
    long millis = time.toMillis();
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }
}
