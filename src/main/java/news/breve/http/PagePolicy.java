package news.breve.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;

/** What a browser is told of every page: nothing of others is loaded, and nothing inline runs. */
final class PagePolicy {
  /** The pages that are served, whose script and style have addresses of their own. */
  static final String OF_PAGES =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private PagePolicy() {}

  /**
   * Adds the policy, and what else keeps a page to itself, to an answer. The page's own form needs
   * a referrer: without one a browser says that it comes from nowhere, and is refused.
   */
  static <T> MutableHttpResponse<T> on(MutableHttpResponse<T> response, String policy) {
    return response
        .header("Content-Security-Policy", policy)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "same-origin")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
  }
}
