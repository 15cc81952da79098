package news.breve.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import news.breve.article.Language;
import news.breve.article.ProblemException;
import news.breve.checking.Matching;
import news.breve.rendering.BriefFormat;
import news.breve.rendering.HtmlPage;
import news.breve.writing.Identity;

/** Pages in the language of who asks, and the answers that carry them. */
@Singleton
final class Pages {
  private final Tenants tenants;

  Pages(Tenants tenants) {
    this.tenants = tenants;
  }

  /**
   * Returns the pages in a language: what the switch of the page says, else what the browser does,
   * else English.
   *
   * @param chosen the tag of a language that the form says, empty if none
   */
  HtmlPage in(HttpRequest<?> request, String chosen) {
    Identity writer = tenants.service().writer();
    String model = writer.isModel() ? writer.provider() + " " + writer.model() : null;
    Language language =
        Language.ofTag(chosen)
            .or(() -> request.getParameters().getFirst("lang").flatMap(Language::ofTag))
            .or(() -> Languages.of(request))
            .orElse(Language.ENGLISH);
    return new HtmlPage(language, Matching::of, model);
  }

  static MutableHttpResponse<byte[]> ok(String document) {
    return answer(HttpStatus.OK, document);
  }

  /** Returns a page that says what went wrong, under the status of the problem. */
  static MutableHttpResponse<byte[]> problem(ProblemException e, String document) {
    MutableHttpResponse<byte[]> response =
        answer(HttpStatus.valueOf(e.problem().httpStatus()), document);
    e.retryAfter()
        .ifPresent(
            wait -> response.header(HttpHeaders.RETRY_AFTER, ProblemResponses.seconds(wait)));
    return response;
  }

  static MutableHttpResponse<byte[]> answer(HttpStatus status, String document) {
    return PagePolicy.on(
            HttpResponse.<byte[]>status(status)
                .body(document.getBytes(StandardCharsets.UTF_8))
                .contentType(BriefFormat.HTML.contentType()),
            PagePolicy.OF_PAGES)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
