package news.breve.http;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;

/**
 * Answers for a brief that was asked for a moment ago at once, on the thread that read the request:
 * handing it to another one costs more than the answer.
 */
@ServerFilter("/v1/briefs/*")
final class RecentBriefs implements Ordered {
  private final Recent recent;
  private final Tenants tenants;

  RecentBriefs(Recent recent, Tenants tenants) {
    this.recent = recent;
    this.tenants = tenants;
  }

  /** After the request has got its id. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE + 1;
  }

  @RequestFilter
  @Nullable HttpResponse<?> answer(HttpRequest<?> request) {
    if (request.getMethod() != HttpMethod.GET
        || !tenants.areOne()
        || request.getHeaders().contains(HttpHeaders.IF_NONE_MATCH)) {
      return null;
    }
    return recent.find(BriefController.lookup(request)).map(BriefController::kept).orElse(null);
  }
}
