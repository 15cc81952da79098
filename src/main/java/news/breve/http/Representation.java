package news.breve.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import news.breve.article.Language;
import news.breve.article.ProblemException;
import news.breve.brief.Brief;
import org.jspecify.annotations.Nullable;

/**
 * How a brief is answered to a caller.
 *
 * @param format as {@code Accept} asks
 * @param reader the language of who reads it, as {@code Accept-Language} asks; null if it doesn't
 */
record Representation(Format format, @Nullable Language reader) {
  /**
   * Returns what a request asks for.
   *
   * @throws ProblemException {@code not-acceptable}
   */
  static Representation of(HttpRequest<?> request) {
    return new Representation(
        Format.accepted(request.getHeaders().getAll(HttpHeaders.ACCEPT)),
        Languages.of(request).orElse(null));
  }

  String render(Brief brief) {
    return format.render(brief, reader);
  }

  EntityTag tag(Brief brief) {
    return EntityTag.of(brief, format, reader);
  }
}
