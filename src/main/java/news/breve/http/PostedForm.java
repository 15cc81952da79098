package news.breve.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import news.breve.article.OnModelFailure;
import news.breve.article.Options;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.article.Source;
import news.breve.rendering.HtmlPage;
import org.jspecify.annotations.Nullable;

/**
 * The page's form as a browser sends it.
 *
 * @param fields by name; of a name that is there twice the last
 */
record PostedForm(Map<String, String> fields) {
  private static final String TYPE = "application/x-www-form-urlencoded";

  PostedForm {
    fields = Map.copyOf(fields);
  }

  /**
   * Reads a form.
   *
   * @throws ProblemException {@code unsupported-media-type}, or {@code invalid-article} if it is no
   *     such form
   */
  static PostedForm of(HttpRequest<byte[]> request) {
    String type = String.valueOf(request.getHeaders().get(HttpHeaders.CONTENT_TYPE));
    if (!type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(TYPE)) {
      throw new ProblemException(Problem.UNSUPPORTED_MEDIA_TYPE, "the page takes its own form");
    }
    byte[] body = request.getBody(byte[].class).orElseGet(() -> new byte[0]);
    Map<String, String> fields = new HashMap<>();
    for (String field : new String(body, StandardCharsets.US_ASCII).split("&", -1)) {
      String[] parts = field.split("=", 2);
      fields.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
    }
    return new PostedForm(fields);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(Problem.INVALID_ARTICLE, "the form can't be read");
    }
  }

  private String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** Returns the tag of the language that the page was in, empty if it doesn't say. */
  String pageLanguage() {
    return field("lang");
  }

  /** Returns what was filled in, to be shown again. */
  HtmlPage.Entry entry() {
    return new HtmlPage.Entry(field("text"), field("sentences"), field("language"));
  }

  /** Returns the article as it was pasted: text, HTML or JSON, which its first characters tell. */
  Source article() {
    byte[] text = field("text").getBytes(StandardCharsets.UTF_8);
    return new Source(text, Source.Type.UNKNOWN, "utf-8", orNull(field("language")));
  }

  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text;
  }

  /**
   * Returns what was chosen.
   *
   * @throws ProblemException {@code invalid-article} if that is none of what can be
   */
  Options options() {
    String sentences = field("sentences");
    String onModelFailure = field("onModelFailure");
    if (!sentences.isEmpty() && !sentences.matches("[1-8]")) {
      throw new ProblemException(Problem.INVALID_ARTICLE, "sentences is not a number from 1 to 8");
    }
    return new Options(
        sentences.isEmpty() ? null : Integer.valueOf(sentences),
        onModelFailure.equals("extractive") ? OnModelFailure.EXTRACTIVE : null);
  }
}
