package news.breve.writing;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The library's HTTP port over the JDK's client. The library's own adapter loses Retry-After, keeps
 * error bodies in exceptions and reads without a limit; this one doesn't. It sets no time limit on
 * the answer: the JDK's ends with the headers, the caller's covers the last byte.
 */
final class ProviderHttpClient implements HttpClient {
  /** A brief is some kilobytes; a provider's envelope with reasoning some more. */
  static final int MAX_ANSWER_BYTES = 4 * 1024 * 1024;

  private static final int MAX_ERROR_BYTES = 64 * 1024;

  private final Duration connectTimeout;
  private final Clock clock;

  private ProviderHttpClient(Duration connectTimeout, Clock clock) {
    this.connectTimeout = connectTimeout;
    this.clock = clock;
  }

  /** Returns a builder whose client waits this long for a connection, whatever a library asks. */
  static HttpClientBuilder builder(Duration connectTimeout, Clock clock) {
    return new Builder(connectTimeout, clock);
  }

  /**
   * A connection of its own for each call: one kept since the last brief may be dead by now (a
   * server's idle limit, a function thawed after an hour), and a POST isn't sent twice to find out.
   */
  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    java.net.http.HttpClient client = newClient();
    try {
      HttpResponse<InputStream> response =
          client.send(jdkRequest(request), BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        return whole(response, body);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      client.shutdownNow();
    }
  }

  private java.net.http.HttpClient newClient() {
    // HTTP/1.1: over plain http the JDK offers an upgrade to HTTP/2 that some local servers refuse.
    return java.net.http.HttpClient.newBuilder()
        .version(java.net.http.HttpClient.Version.HTTP_1_1)
        .connectTimeout(connectTimeout)
        // Its own pool would keep idle threads for a minute after each call.
        .executor(task -> Thread.ofVirtual().start(task))
        .build();
  }

  private SuccessfulHttpResponse whole(HttpResponse<InputStream> response, InputStream body)
      throws IOException {
    int status = response.statusCode();
    if (status < 200 || status > 299) {
      throw failure(response, body);
    }
    byte[] bytes = body.readNBytes(MAX_ANSWER_BYTES + 1);
    if (bytes.length > MAX_ANSWER_BYTES) {
      throw new CallFailedException("'s answer is larger than " + MAX_ANSWER_BYTES + " bytes");
    }
    return SuccessfulHttpResponse.builder()
        .statusCode(status)
        .headers(response.headers().map())
        .body(new String(bytes, StandardCharsets.UTF_8))
        .build();
  }

  private StatusException failure(HttpResponse<InputStream> response, InputStream body)
      throws IOException {
    int status = response.statusCode();
    // Only these can be about the article's length; other bodies aren't waited for.
    boolean mayBeTooLong = status == 400 || status == 413 || status == 422;
    boolean tooLong =
        mayBeTooLong
            && ContextLength.isExceeded(
                new String(body.readNBytes(MAX_ERROR_BYTES), StandardCharsets.UTF_8));
    Duration retryAfter =
        response
            .headers()
            .firstValue("retry-after")
            .flatMap(value -> RetryAfter.parse(value, clock))
            .orElse(null);
    return new StatusException(status, retryAfter, tooLong);
  }

  private static java.net.http.HttpRequest jdkRequest(HttpRequest request) {
    var builder = java.net.http.HttpRequest.newBuilder().uri(URI.create(request.url()));
    request
        .headers()
        .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    String body = request.body();
    return builder
        .method(
            request.method().name(),
            body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
        .build();
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    throw new UnsupportedOperationException("a brief is read whole, not streamed");
  }

  private record Builder(Duration timeout, Clock clock) implements HttpClientBuilder {
    @Override
    public Duration connectTimeout() {
      return timeout;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration ignored) {
      return this;
    }

    @Override
    public @Nullable Duration readTimeout() {
      return null;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration ignored) {
      return this;
    }

    @Override
    public HttpClient build() {
      return new ProviderHttpClient(timeout, clock);
    }
  }
}
