package news.breve.http;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Takes away the header that the framework reads, and stumbles over where it is no list of
 * languages; {@link Languages} reads it for people. Briefs for programs are in both of theirs.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class UnreadHeaders implements Ordered {
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @RequestFilter
  void remove(HttpRequest<?> request) {
    Languages.keep(request);
    if (request.getHeaders() instanceof MutableHttpHeaders headers) {
      headers.remove(HttpHeaders.ACCEPT_LANGUAGE);
    }
  }
}
