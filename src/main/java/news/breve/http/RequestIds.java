package news.breve.http;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Every answer carries {@code X-Request-Id}: the caller's own where it is one that can be logged as
 * it stands, else a new one.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class RequestIds implements Ordered {
  static final String HEADER = "X-Request-Id";

  private static final String ATTRIBUTE = "breve.request-id";
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._~:/+=@-]{1,128}");

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @RequestFilter
  void name(HttpRequest<?> request) {
    request.setAttribute(ATTRIBUTE, idFor(request));
  }

  @ResponseFilter
  void pass(HttpRequest<?> request, MutableHttpResponse<?> response) {
    response.header(HEADER, of(request));
  }

  /** Returns the id of a request. */
  static String of(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, String.class).orElseGet(() -> idFor(request));
  }

  private static String idFor(HttpRequest<?> request) {
    String given = request.getHeaders().get(HEADER);
    return given != null && HARMLESS.matcher(given).matches()
        ? given
        : UUID.randomUUID().toString();
  }
}
