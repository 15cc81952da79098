package news.breve.rendering;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import news.breve.article.Article;
import news.breve.article.Json;
import news.breve.article.Language;
import news.breve.brief.Brief;
import news.breve.brief.FactType;
import org.jspecify.annotations.Nullable;

/**
 * A brief as IPTC ninjs 3.1: a JSON array with one item a language, each associated with the
 * article and with the other.
 *
 * @see <a href="https://iptc.org/standards/ninjs/">iptc.org/standards/ninjs</a>
 */
public final class NinjsRenderer implements BriefRenderer {
  private static final String SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#";
  private static final String MAIN = "main";

  @Override
  public String render(Brief brief) {
    List<Edition> editions = Edition.of(brief);
    ArrayNode items = Json.mapper().createArrayNode();
    editions.forEach(edition -> items.add(item(edition, editions)));
    return JsonText.of(items);
  }

  private static ObjectNode item(Edition edition, List<Edition> editions) {
    Brief brief = edition.brief();
    ObjectNode item = Json.mapper().createObjectNode();
    item.putObject("standard").put("name", "ninjs").put("version", "3.1").put("schema", SCHEMA);
    item.put("uri", edition.uri())
        .put("type", "text")
        .put("representationType", "full")
        .put("profile", "text-only")
        .put("versionCreated", brief.ai().generatedAt())
        .put("pubStatus", edition.needsReview() ? "withheld" : "usable")
        .put("language", edition.language().code());
    content(item, "headlines", MAIN, edition.headline());
    content(item, "bodies", MAIN, String.join("\n\n", edition.sentences()));
    edition.dateline().ifPresent(place -> item.put("located", place));
    mentions(item, "people", edition.names(FactType.PERSON));
    mentions(item, "organisations", edition.names(FactType.ORGANIZATION));
    mentions(item, "places", edition.names(FactType.PLACE));
    mentions(item, "events", edition.names(FactType.EVENT));
    content(item, "descriptions", "disclosure", edition.disclosure());
    item.put("edNote", edition.edNote());
    digitalSourceType(item, brief.ai().digitalSourceType());
    ArrayNode associations = item.putArray("associations");
    associations.add(article(brief));
    editions.stream()
        .filter(other -> other != edition)
        .forEach(other -> associations.add(otherLanguage(other)));
    altId(item, "breve", brief.id());
    return item;
  }

  private static void digitalSourceType(ObjectNode item, @Nullable String uri) {
    if (uri != null) {
      item.putObject("digitalSourceType")
          .put("name", uri.substring(uri.lastIndexOf('/') + 1))
          .put("uri", uri);
    }
  }

  /** The article as far as the brief rests on it: the passages, by the numbers of its sentences. */
  private static ObjectNode article(Brief brief) {
    Article article = brief.article();
    ObjectNode item =
        associated("article", "derivedFrom", Edition.articleUri(brief), article.language());
    moment(article.publishedAt()).ifPresent(moment -> item.put("contentCreated", moment));
    String title = article.title();
    if (title != null) {
      content(item, "headlines", MAIN, Visible.line(title));
    }
    String passages =
        Labels.passages(brief).entrySet().stream()
            .map(passage -> "[" + passage.getKey() + "] " + Visible.line(passage.getValue()))
            .collect(Collectors.joining("\n"));
    if (!passages.isEmpty()) {
      content(item, "bodies", "evidence", passages);
    }
    altId(item, "sha256", article.sha256());
    return item;
  }

  private static ObjectNode otherLanguage(Edition other) {
    String name = other.language() == Language.FRENCH ? "brève en français" : "brief in English";
    ObjectNode item = associated(name, "otherLanguage", other.uri(), other.language());
    content(item, "headlines", MAIN, other.headline());
    return item;
  }

  private static ObjectNode associated(String name, String rel, String uri, Language language) {
    return Json.mapper()
        .createObjectNode()
        .put("name", name)
        .put("rel", rel)
        .put("uri", uri)
        .put("type", "text")
        .put("representationType", "partial")
        .put("language", language.code());
  }

  private static void content(ObjectNode item, String property, String role, String value) {
    item.putArray(property)
        .addObject()
        .put("role", role)
        .put("contentType", "text/plain")
        .put("value", value);
  }

  private static void mentions(ObjectNode item, String property, List<String> names) {
    if (!names.isEmpty()) {
      ArrayNode array = item.putArray(property);
      names.forEach(name -> array.addObject().put("name", name).put("rel", "mentions"));
    }
  }

  private static void altId(ObjectNode item, String role, String value) {
    item.putArray("altIds").addObject().put("role", role).put("value", value);
  }

  /** A day alone is no date-time of RFC 3339, and an hour is not made up for it. */
  private static Optional<String> moment(@Nullable String publishedAt) {
    try {
      return Optional.ofNullable(publishedAt)
          .map(at -> OffsetDateTime.parse(at).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
