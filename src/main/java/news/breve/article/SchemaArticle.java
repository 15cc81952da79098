package news.breve.article;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A schema.org article in JSON-LD: the object itself, or the one in an array, a {@code @graph} or a
 * page's {@code mainEntity}. Keys that aren't used here are ignored.
 *
 * @see <a href="https://schema.org/NewsArticle">schema.org/NewsArticle</a>
 */
final class SchemaArticle {
  private static final Set<String> TYPES =
      Set.of(
          "Article",
          "NewsArticle",
          "AnalysisNewsArticle",
          "AskPublicNewsArticle",
          "BackgroundNewsArticle",
          "OpinionNewsArticle",
          "ReportageNewsArticle",
          "ReviewNewsArticle",
          "Report",
          "BlogPosting",
          "LiveBlogPosting",
          "SocialMediaPosting");
  private static final List<String> CONTAINERS =
      List.of("@graph", "mainEntity", "mainEntityOfPage");

  private final HtmlArticle html;

  SchemaArticle(HtmlArticle html) {
    this.html = html;
  }

  /**
   * What a NewsArticle says of itself.
   *
   * @param body as sent, null if it has none
   */
  record Facts(
      @Nullable String headline,
      @Nullable String publishedAt,
      @Nullable String language,
      @Nullable String body) {}

  /** Returns if JSON is JSON-LD, or a NewsArticle whose sender left the types out. */
  static boolean isOne(JsonNode root) {
    if (root.isArray()) {
      return root.path(0).has("@type") || root.path(0).has("@graph");
    }
    return root.has("@type") || root.has("@graph") || root.has("articleBody");
  }

  /**
   * @throws ProblemException {@code invalid-article} if there is no article, or it has no body
   */
  Manuscript read(JsonNode root) {
    Facts facts =
        facts(root)
            .orElseThrow(() -> JsonArticle.invalid("the JSON-LD holds no schema.org article"));
    if (facts.body() == null) {
      throw JsonArticle.invalid("the NewsArticle has no articleBody");
    }
    return new Manuscript(
        InputKind.NEWS_ARTICLE,
        facts.headline(),
        facts.publishedAt(),
        facts.language() == null ? null : DeclaredLanguage.byPublisher(facts.language()),
        Options.NONE,
        ForeignText.blocks(facts.body(), html));
  }

  /** Returns what the article in JSON-LD says of itself, one with a body first; empty if none. */
  static Optional<Facts> facts(JsonNode root) {
    List<JsonNode> articles = new ArrayList<>();
    collect(root, articles);
    if (articles.isEmpty() && root.has("articleBody")) {
      articles.add(root);
    }
    return articles.stream()
        .filter(article -> body(article) != null)
        .findFirst()
        .or(() -> articles.stream().findFirst())
        .map(SchemaArticle::factsOf);
  }

  // As deep as Json.MAX_DEPTH at most.
  private static void collect(JsonNode node, List<JsonNode> articles) {
    if (node.isArray()) {
      node.forEach(each -> collect(each, articles));
    } else if (node.isObject()) {
      if (isArticle(node.path("@type"))) {
        articles.add(node);
      }
      CONTAINERS.forEach(key -> collect(node.path(key), articles));
    }
  }

  private static boolean isArticle(JsonNode type) {
    if (type.isArray()) {
      for (JsonNode each : type) {
        if (isArticle(each)) {
          return true;
        }
      }
      return false;
    }
    String name = type.asText("");
    // https://schema.org/NewsArticle, schema:NewsArticle
    int prefix =
        Math.max(name.lastIndexOf('/'), Math.max(name.lastIndexOf('#'), name.lastIndexOf(':')));
    return TYPES.contains(name.substring(prefix + 1));
  }

  private static Facts factsOf(JsonNode article) {
    String published = article.path("datePublished").asText("");
    return new Facts(
        ForeignText.line(first(article.path("headline")))
            .or(() -> ForeignText.line(first(article.path("name"))))
            .orElse(null),
        PublishedAt.lenient(published).orElse(null),
        language(article.path("inLanguage")),
        body(article));
  }

  private static @Nullable String body(JsonNode article) {
    JsonNode body = article.path("articleBody");
    if (body.isMissingNode() || body.isNull()) {
      return null;
    }
    if (body.isTextual()) {
      return body.textValue().isBlank() ? null : body.textValue();
    }
    if (!body.isArray()) {
      throw JsonArticle.invalid("articleBody is not a string");
    }
    List<String> paragraphs = new ArrayList<>();
    for (JsonNode paragraph : body) {
      if (!paragraph.isTextual()) {
        throw JsonArticle.invalid("articleBody holds something that is not a string");
      }
      paragraphs.add(paragraph.textValue());
    }
    return paragraphs.isEmpty() ? null : String.join("\n\n", paragraphs);
  }

  private static @Nullable String language(JsonNode value) {
    JsonNode language = first(value);
    if (language.isObject()) {
      language = language.path(language.has("alternateName") ? "alternateName" : "name");
    }
    return language.isTextual() && !language.textValue().isBlank() ? language.textValue() : null;
  }

  private static JsonNode first(JsonNode node) {
    return node.isArray() ? node.path(0) : node;
  }
}
