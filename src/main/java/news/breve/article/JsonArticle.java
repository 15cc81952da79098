package news.breve.article;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON article: our own object, a schema.org NewsArticle or a ninjs item, told by their keys. */
final class JsonArticle {
  private static final Set<String> KEYS =
      Set.of("text", "html", "title", "language", "publishedAt", "options");
  private static final Set<String> OPTION_KEYS = Set.of("sentences", "onModelFailure");

  private final HtmlArticle html;
  private final SchemaArticle schema;
  private final NinjsItem ninjs;

  JsonArticle(HtmlArticle html) {
    this.html = html;
    this.schema = new SchemaArticle(html);
    this.ninjs = new NinjsItem(html);
  }

  /**
   * @throws ProblemException {@code invalid-json}, or {@code invalid-article} naming the field
   */
  Manuscript read(String json) {
    JsonNode root = Json.parse(json);
    if (SchemaArticle.isOne(root)) {
      return schema.read(root);
    }
    if (!root.isObject()) {
      throw invalid("the JSON is not an object");
    }
    return NinjsItem.isOne(root) ? ninjs.read(root) : own(root);
  }

  private Manuscript own(JsonNode root) {
    refuseUnknown(root, KEYS, "");
    String text = string(root, "text", "text");
    String markup = string(root, "html", "html");
    if (text != null && markup != null) {
      throw invalid("text and html are both given; give one of them");
    }
    Options options = options(root);
    String title = string(root, "title", "title");
    String publishedAt = string(root, "publishedAt", "publishedAt");
    if (publishedAt != null) {
      publishedAt = PublishedAt.strict(publishedAt);
    }
    String tag = string(root, "language", "language");
    DeclaredLanguage language = tag == null ? null : DeclaredLanguage.byCaller(tag);
    if (text != null) {
      return new Manuscript(
          InputKind.JSON_TEXT, title, publishedAt, language, options, PastedText.blocks(text));
    }
    if (markup == null) {
      throw invalid("the JSON object has neither text nor html");
    }
    Manuscript page = html.read(markup, title);
    return new Manuscript(
        InputKind.JSON_HTML,
        page.title(),
        publishedAt == null ? page.publishedAt() : publishedAt,
        language == null ? page.language() : language,
        options,
        page.blocks());
  }

  private static Options options(JsonNode root) {
    JsonNode options = root.path("options");
    if (options.isMissingNode() || options.isNull()) {
      return Options.NONE;
    }
    if (!options.isObject()) {
      throw invalid("options is not an object");
    }
    refuseUnknown(options, OPTION_KEYS, "options.");
    return new Options(sentences(options.path("sentences")), onModelFailure(options));
  }

  private static @Nullable Integer sentences(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isIntegralNumber()) {
      throw invalid("options.sentences is not a whole number");
    }
    if (!value.canConvertToInt()) {
      throw invalid(
          "options.sentences is out of range; it takes "
              + Options.MIN_SENTENCES
              + " to "
              + Options.MAX_SENTENCES);
    }
    return value.intValue();
  }

  private static @Nullable OnModelFailure onModelFailure(JsonNode options) {
    String value = string(options, "onModelFailure", "options.onModelFailure");
    if (value == null) {
      return null;
    }
    for (OnModelFailure choice : OnModelFailure.values()) {
      if (choice.name().toLowerCase(Locale.ROOT).equals(value)) {
        return choice;
      }
    }
    throw invalid("options.onModelFailure is neither problem nor extractive");
  }

  private static void refuseUnknown(JsonNode object, Set<String> known, String path) {
    for (String key : (Iterable<String>) object::fieldNames) {
      if (!known.contains(key)) {
        List<String> allowed = known.stream().sorted().toList();
        throw invalid(
            "unknown key "
                + Decoding.printable(path + key)
                + "; the keys are "
                + String.join(", ", allowed));
      }
    }
  }

  /** Returns a string, null if the key is absent or null. */
  static @Nullable String string(JsonNode object, String key, String path) {
    JsonNode value = object.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw invalid(path + " is not a string");
    }
    return value.textValue();
  }

  static ProblemException invalid(String detail) {
    return new ProblemException(Problem.INVALID_ARTICLE, detail);
  }
}
