package news.breve.rendering;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.breve.article.Article;
import news.breve.article.Json;
import news.breve.brief.Brief;
import news.breve.brief.BriefSentence;
import news.breve.brief.Evidence;
import news.breve.brief.FactType;
import org.jspecify.annotations.Nullable;

/**
 * A brief as schema.org JSON-LD: a NewsArticle a language, based on the article, whose sentences
 * are Claims that appear in Quotations of it. What the checks prove is agreement with the article,
 * so there is a Review of that aspect, and no ClaimReview, which would speak of the world
 * (docs/adr/0016). Safe inside an HTML script element.
 *
 * @see <a href="https://schema.org/NewsArticle">schema.org/NewsArticle</a>
 */
public final class JsonLdRenderer implements BriefRenderer {
  private static final Map<FactType, String> TYPES =
      Map.of(
          FactType.PERSON, "Person",
          FactType.ORGANIZATION, "Organization",
          FactType.PLACE, "Place",
          FactType.EVENT, "Event");

  /** The terms of IPTC as schema.org names them. */
  private static final Map<String, String> SOURCE_TYPES =
      Map.of(
          Brief.Ai.TRAINED_ALGORITHMIC_MEDIA,
          "https://schema.org/TrainedAlgorithmicMediaDigitalSource");

  @Override
  public String render(Brief brief) {
    ObjectNode document = Json.mapper().createObjectNode().put("@context", "https://schema.org");
    ArrayNode graph = document.putArray("@graph");
    List<Edition> editions = Edition.of(brief);
    editions.forEach(edition -> graph.add(edition(edition, editions)));
    graph.add(article(brief));
    return JsonText.inScript(document);
  }

  private static ObjectNode edition(Edition edition, List<Edition> editions) {
    Brief brief = edition.brief();
    ObjectNode node = node("NewsArticle", edition.uri());
    node.put("identifier", brief.id())
        .put("inLanguage", edition.language().code())
        .put("headline", edition.headline())
        .put("articleBody", String.join("\n\n", edition.sentences()))
        .put("dateCreated", brief.ai().generatedAt());
    edition.dateline().ifPresent(place -> node.put("dateline", place));
    node.put("creditText", edition.disclosure());
    digitalSourceType(node, brief.ai().digitalSourceType());
    node.put("creativeWorkStatus", edition.needsReview() ? "Draft" : "Complete");
    reference(node.putObject("isBasedOn"), Edition.articleUri(brief));
    editions.stream()
        .filter(other -> other != edition)
        .forEach(other -> reference(node.putObject("workTranslation"), other.uri()));
    ArrayNode claims = node.putArray("hasPart");
    edition.statements().forEach(sentence -> claims.add(claim(edition, sentence)));
    mentions(edition, node);
    review(edition, node.putObject("review"));
    return node;
  }

  private static void digitalSourceType(ObjectNode node, @Nullable String uri) {
    if (uri != null) {
      ArrayNode types = node.putArray("digitalSourceType");
      if (SOURCE_TYPES.containsKey(uri)) {
        types.add(SOURCE_TYPES.get(uri));
      }
      types.add(uri);
    }
  }

  private static ObjectNode claim(Edition edition, BriefSentence sentence) {
    ObjectNode claim = Json.mapper().createObjectNode().put("@type", "Claim");
    claim.put("text", edition.text(sentence));
    ArrayNode appearance = claim.putArray("appearance");
    for (Evidence passage : sentence.evidence()) {
      ObjectNode quotation = appearance.addObject().put("@type", "Quotation");
      quotation.put("position", passage.sentence()).put("text", Visible.line(passage.exact()));
      reference(quotation.putObject("isPartOf"), Edition.articleUri(edition.brief()));
    }
    return claim;
  }

  private static void mentions(Edition edition, ObjectNode node) {
    ArrayNode mentions = Json.mapper().createArrayNode();
    for (FactType type : FactType.values()) {
      String schema = TYPES.get(type);
      if (schema != null) {
        edition
            .names(type)
            .forEach(name -> mentions.addObject().put("@type", schema).put("name", name));
      }
    }
    if (!mentions.isEmpty()) {
      node.set("mentions", mentions);
    }
  }

  private static void review(Edition edition, ObjectNode review) {
    review
        .put("@type", "Review")
        .put("inLanguage", edition.language().code())
        .put("reviewAspect", edition.aspect())
        .put("name", edition.brief().status().name().toLowerCase(Locale.ROOT))
        .put("reviewBody", edition.edNote());
    review.putObject("author").put("@type", "Organization").put("name", "Brève");
  }

  private static ObjectNode article(Brief brief) {
    Article article = brief.article();
    ObjectNode node = node("NewsArticle", Edition.articleUri(brief));
    node.put("inLanguage", article.language().code());
    if (article.title() != null) {
      node.put("headline", Visible.line(article.title()));
    }
    if (article.publishedAt() != null) {
      node.put("datePublished", article.publishedAt());
    }
    node.putObject("identifier")
        .put("@type", "PropertyValue")
        .put("propertyID", "sha256")
        .put("value", article.sha256());
    return node;
  }

  private static ObjectNode node(String type, String id) {
    return Json.mapper().createObjectNode().put("@type", type).put("@id", id);
  }

  private static void reference(ObjectNode node, String id) {
    node.put("@id", id);
  }
}
