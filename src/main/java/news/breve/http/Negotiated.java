package news.breve.http;

import io.micronaut.http.HttpRequest;
import news.breve.article.Language;
import news.breve.article.ProblemException;
import news.breve.checking.Matching;
import news.breve.rendering.BriefFormat;
import news.breve.rendering.BriefRenderer;
import news.breve.rendering.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/**
 * How a brief is answered to a caller.
 *
 * @param format as {@code Accept} asks
 * @param reader the language of who reads it, as {@code Accept-Language} asks; null if it doesn't
 */
record Negotiated(BriefFormat format, @Nullable Language reader) {
  /**
   * Returns what a request asks for.
   *
   * @throws ProblemException {@code not-acceptable}
   */
  static Negotiated of(HttpRequest<?> request) {
    return new Negotiated(AcceptedFormat.of(request), Languages.of(request).orElse(null));
  }

  BriefRenderer renderer() {
    return format.renderer(new HtmlRenderer(reader, Matching::of));
  }
}
