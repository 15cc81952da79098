package news.breve.article;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of its article outside its text: JSON-LD first, then the meta elements.
 *
 * @param headline of the JSON-LD
 * @param title of the meta elements or the window, where there is no headline to be seen
 * @param body of the JSON-LD
 */
record PageMetadata(
    @Nullable String headline,
    @Nullable String title,
    @Nullable String publishedAt,
    @Nullable String language,
    @Nullable String body) {
  private static final SchemaArticle.Facts NOTHING =
      new SchemaArticle.Facts(null, null, null, null);

  /** Returns the metadata of a page that still has its script elements. */
  static PageMetadata of(Document page) {
    SchemaArticle.Facts facts = facts(page).orElse(NOTHING);
    String published = facts.publishedAt();
    if (published == null) {
      published =
          content(page, "meta[property=article:published_time]", "content")
              .or(() -> content(page, "meta[itemprop=datePublished]", "content"))
              .or(() -> content(page, "[itemprop=datePublished][datetime]", "datetime"))
              .flatMap(PublishedAt::lenient)
              .orElse(null);
    }
    String language = facts.language();
    if (language == null) {
      language = content(page, "html", "lang").orElse(null);
    }
    String title =
        content(page, "meta[property=og:title]", "content")
            .or(() -> Optional.of(CanonicalText.line(page.title())).filter(t -> !t.isEmpty()))
            .orElse(null);
    return new PageMetadata(facts.headline(), title, published, language, facts.body());
  }

  private static Optional<SchemaArticle.Facts> facts(Document page) {
    for (Element script : page.select("script[type=application/ld+json]")) {
      try {
        JsonNode json = Json.parse(script.data());
        Optional<SchemaArticle.Facts> facts = SchemaArticle.facts(json);
        if (facts.isPresent()) {
          return facts;
        }
      } catch (ProblemException e) {
        // Metadata beside the story: a page whose JSON-LD is broken is still a page.
      }
    }
    return Optional.empty();
  }

  private static Optional<String> content(Document page, String selector, String attribute) {
    Element element = page.selectFirst(selector);
    return Optional.ofNullable(element)
        .map(each -> CanonicalText.line(each.attr(attribute)))
        .filter(value -> !value.isEmpty());
  }
}
