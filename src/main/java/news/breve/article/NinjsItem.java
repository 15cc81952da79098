package news.breve.article;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An IPTC ninjs item, version 1 to 3: up to version 1 the bodies are {@code body_*} keys and the
 * headline a string, from version 2 on both are lists. Keys that aren't used here are ignored.
 *
 * @see <a href="https://iptc.org/standards/ninjs/">iptc.org/standards/ninjs</a>
 */
final class NinjsItem {
  private static final Set<String> MARKS =
      Set.of("bodies", "headlines", "standard", "versioncreated", "pubstatus");

  /** Where markup says for certain what a paragraph is, it is preferred to plain text. */
  private static final List<String> BODY_KEYS =
      List.of("body_xhtml", "body_html", "body_html5", "body_text");

  private static final List<String> DATES =
      List.of("versioncreated", "contentcreated", "firstcreated");

  /** Roles of bodies and headlines that stand for the whole item, the best first. */
  private static final List<String> MAIN_ROLES = List.of("main", "body", "full", "");

  private final HtmlArticle html;

  NinjsItem(HtmlArticle html) {
    this.html = html;
  }

  private record Body(String role, String contentType, String value) {
    boolean isMarkup() {
      return contentType.contains("html");
    }

    int rank() {
      int role = MAIN_ROLES.indexOf(role());
      return 2 * (role < 0 ? MAIN_ROLES.size() : role) + (isMarkup() ? 0 : 1);
    }
  }

  /** Returns if an object has a key that only ninjs has. */
  static boolean isOne(JsonNode root) {
    if (root.has("text") || root.has("html")) {
      return false;
    }
    for (String key : (Iterable<String>) root::fieldNames) {
      if (MARKS.contains(key) || key.startsWith("body_")) {
        return true;
      }
    }
    return false;
  }

  /**
   * @throws ProblemException {@code invalid-article} if it has no text body
   */
  Manuscript read(JsonNode root) {
    Body body =
        bodies(root).stream()
            .min(Comparator.comparingInt(Body::rank))
            .orElseThrow(() -> JsonArticle.invalid("the ninjs item has no text body"));
    List<Block> blocks =
        body.isMarkup()
            ? html.read(body.value(), null).blocks()
            : ForeignText.blocks(body.value(), html);
    String language = JsonArticle.string(root, "language", "language");
    return new Manuscript(
        InputKind.NINJS,
        headline(root),
        publishedAt(root),
        language == null ? null : DeclaredLanguage.byPublisher(language),
        Options.NONE,
        blocks);
  }

  private static List<Body> bodies(JsonNode root) {
    List<Body> bodies = new ArrayList<>();
    for (String key : BODY_KEYS) {
      String value = JsonArticle.string(root, key, key);
      if (value != null && !value.isBlank()) {
        bodies.add(new Body("", key.equals("body_text") ? "text/plain" : "text/html", value));
      }
    }
    JsonNode list = root.path("bodies");
    if (!list.isMissingNode() && !list.isNull() && !list.isArray()) {
      throw JsonArticle.invalid("bodies is not an array");
    }
    for (JsonNode each : list) {
      String value = JsonArticle.string(each, "value", "bodies.value");
      String type = lower(each.path("contenttype").asText("text/plain"));
      boolean isText = type.startsWith("text/") || type.contains("html");
      if (value != null && !value.isBlank() && isText) {
        bodies.add(new Body(lower(each.path("role").asText("")), type, value));
      }
    }
    return bodies;
  }

  private static @Nullable String headline(JsonNode root) {
    Optional<String> single = ForeignText.line(root.path("headline"));
    if (single.isPresent()) {
      return single.get();
    }
    JsonNode best = null;
    for (JsonNode each : root.path("headlines")) {
      if (best == null || headlineRank(each) < headlineRank(best)) {
        best = each;
      }
    }
    return best == null ? null : ForeignText.line(best.path("value")).orElse(null);
  }

  private static int headlineRank(JsonNode headline) {
    int role = MAIN_ROLES.indexOf(lower(headline.path("role").asText("")));
    return role < 0 ? MAIN_ROLES.size() : role;
  }

  private static @Nullable String publishedAt(JsonNode root) {
    return DATES.stream()
        .map(key -> root.path(key).asText(""))
        .flatMap(value -> PublishedAt.lenient(value).stream())
        .findFirst()
        .orElse(null);
  }

  private static String lower(String value) {
    return value.strip().toLowerCase(Locale.ROOT);
  }
}
