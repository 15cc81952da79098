package news.breve.http;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import news.breve.article.Language;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.brief.Brief;
import news.breve.checking.Matching;
import news.breve.rendering.BriefRenderer;
import news.breve.rendering.HtmlRenderer;
import news.breve.rendering.Ink;
import news.breve.rendering.JsonRenderer;
import news.breve.rendering.MarkdownRenderer;
import news.breve.rendering.TextRenderer;
import org.jspecify.annotations.Nullable;

/** The formats a brief is answered in; the first is the one for who accepts any. */
enum Format {
  JSON(Format.JSON_TYPE, ""),
  TEXT(Format.TEXT_TYPE, "; charset=utf-8"),
  MARKDOWN(Format.MARKDOWN_TYPE, "; charset=utf-8"),
  HTML(Format.HTML_TYPE, "; charset=utf-8");

  static final String JSON_TYPE = "application/json";
  static final String TEXT_TYPE = "text/plain";
  static final String MARKDOWN_TYPE = "text/markdown";
  static final String HTML_TYPE = "text/html";

  private static final int COLUMNS = 80;

  private final String mediaType;
  private final String parameters;

  Format(String mediaType, String parameters) {
    this.mediaType = mediaType;
    this.parameters = parameters;
  }

  String contentType() {
    return mediaType + parameters;
  }

  /**
   * Returns a brief in this format.
   *
   * @param reader the language of who reads it, null if that is not known
   */
  String render(Brief brief, @Nullable Language reader) {
    BriefRenderer renderer =
        switch (this) {
          case JSON -> new JsonRenderer();
          case TEXT -> new TextRenderer(Ink.PLAIN, COLUMNS, null);
          case MARKDOWN -> new MarkdownRenderer();
          case HTML -> new HtmlRenderer(reader, Matching::of);
        };
    return renderer.render(brief);
  }

  /**
   * Returns the format a client likes best.
   *
   * @param accept its {@code Accept} headers; none accepts any
   * @throws ProblemException {@code not-acceptable}, naming the formats there are
   */
  static Format accepted(List<String> accept) {
    List<String> offers = Arrays.stream(values()).map(format -> format.mediaType).toList();
    return Accept.parse(accept)
        .best(offers)
        .map(offer -> values()[offers.indexOf(offer)])
        .orElseThrow(() ->
            new ProblemException(
                Problem.NOT_ACCEPTABLE,
                "a brief is answered as " + offers.stream().collect(Collectors.joining(", "))));
  }
}
