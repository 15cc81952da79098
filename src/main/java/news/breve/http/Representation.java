package news.breve.http;

import io.micronaut.http.HttpRequest;
import news.breve.article.ProblemException;
import news.breve.brief.Brief;
import news.breve.checking.Matching;
import news.breve.rendering.BriefFormat;
import news.breve.rendering.BriefRenderer;
import news.breve.rendering.HtmlRenderer;

/**
 * How a brief is answered to a caller.
 *
 * @param format as {@code Accept} asks
 * @param renderer of that format, in the words of the language that {@code Accept-Language} asks
 *     for, where it has words of its own
 */
record Representation(BriefFormat format, BriefRenderer renderer) {
  /**
   * Returns what a request asks for.
   *
   * @throws ProblemException {@code not-acceptable}
   */
  static Representation of(HttpRequest<?> request) {
    BriefFormat format = AcceptedFormat.of(request);
    HtmlRenderer html = new HtmlRenderer(Languages.of(request).orElse(null), Matching::of);
    return new Representation(format, format.renderer(html));
  }

  String render(Brief brief) {
    return renderer.render(brief);
  }

  EntityTag tag(Brief brief) {
    return EntityTag.of(brief, renderer);
  }
}
