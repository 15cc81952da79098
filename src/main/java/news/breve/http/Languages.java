package news.breve.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import news.breve.article.Language;

/**
 * The languages a person reads (RFC 9110, 12.5.4). The framework stumbles over a header that is no
 * list of languages, so it is taken away before and read here.
 */
final class Languages {
  private static final String ATTRIBUTE = "breve.languages";

  private Languages() {}

  /** Keeps what a request says, for {@link #of}. */
  static void keep(HttpRequest<?> request) {
    List<String> headers = request.getHeaders().getAll(HttpHeaders.ACCEPT_LANGUAGE);
    if (!headers.isEmpty()) {
      request.setAttribute(ATTRIBUTE, String.join(",", headers));
    }
  }

  /** Returns French or English, whichever is liked better; empty if neither is named. */
  static Optional<Language> of(HttpRequest<?> request) {
    return request
        .getAttribute(ATTRIBUTE, String.class)
        .or(() -> Optional.ofNullable(request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE)))
        .flatMap(Languages::best);
  }

  /** Of two that are liked alike the first; what is no language is passed over. */
  static Optional<Language> best(String header) {
    Language best = null;
    BigDecimal highest = BigDecimal.ZERO;
    for (String element : header.split(",", -1)) {
      String[] parts = element.split(";", -1);
      Optional<Language> language = Language.ofTag(parts[0]);
      BigDecimal quality = Accept.quality(parts).orElse(BigDecimal.ZERO);
      if (language.isPresent() && quality.compareTo(highest) > 0) {
        best = language.get();
        highest = quality;
      }
    }
    return Optional.ofNullable(best);
  }
}
