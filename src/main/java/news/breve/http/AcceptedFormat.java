package news.breve.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.List;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.rendering.BriefFormat;

/** The format that a client likes best. */
final class AcceptedFormat {
  private static final List<BriefFormat> FORMATS = List.of(BriefFormat.values());
  private static final List<String> OFFERS = FORMATS.stream().map(BriefFormat::mediaType).toList();

  private AcceptedFormat() {}

  /**
   * Returns the format that a request's {@code Accept} headers ask for; none accepts any.
   *
   * @throws ProblemException {@code not-acceptable}, naming the formats there are
   */
  static BriefFormat of(HttpRequest<?> request) {
    return Accept.parse(request.getHeaders().getAll(HttpHeaders.ACCEPT))
        .best(OFFERS)
        .map(offer -> FORMATS.get(OFFERS.indexOf(offer)))
        .orElseThrow(() ->
            new ProblemException(
                Problem.NOT_ACCEPTABLE, "a brief is answered as " + String.join(", ", OFFERS)));
  }
}
