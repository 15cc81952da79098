package news.breve.http;

import io.micronaut.http.HttpRequest;
import news.breve.article.Problem;
import news.breve.article.ProblemException;

/** Query parameters: there are none. */
final class Parameters {
  private Parameters() {}

  /**
   * Refuses a request with a query: an option there would have no effect, and nobody would know.
   *
   * @throws ProblemException {@code invalid-article}
   */
  static void refuse(HttpRequest<?> request) {
    String query = request.getUri().getRawQuery();
    if (query != null && !query.isEmpty()) {
      throw new ProblemException(
          Problem.INVALID_ARTICLE,
          "the address has query parameters, which are not read: options go into the JSON body");
    }
  }
}
