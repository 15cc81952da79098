package news.breve.rendering;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import news.breve.article.Json;
import news.breve.article.Language;
import news.breve.brief.Brief;

/** What the page tells machines of who wrote a brief: schema.org, as JSON-LD. */
final class Disclosures {
  /** schema.org's name for IPTC's {@code trainedAlgorithmicMedia}. */
  private static final String BY_A_MODEL =
      "https://schema.org/TrainedAlgorithmicMediaDigitalSource";

  private Disclosures() {}

  /** Returns the JSON-LD of a brief, as {@link #inScript} makes it. */
  static String json(Brief brief) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("@context", "https://schema.org").put("@type", "NewsArticle");
    json.put("identifier", brief.id());
    ArrayNode headline = json.putArray("headline");
    ArrayNode languages = json.putArray("inLanguage");
    for (Language language : Language.values()) {
      String words = language == Language.FRENCH ? brief.headline().fr() : brief.headline().en();
      if (words != null) {
        headline.addObject().put("@value", words).put("@language", language.code());
        languages.add(language.code());
      }
    }
    if (brief.ai().generated()) {
      json.put("dateCreated", brief.ai().generatedAt());
      json.put("digitalSourceType", BY_A_MODEL);
    }
    return inScript(json.toString());
  }

  /** Returns JSON that nothing in it can end the script element around it, or steer its reader. */
  static String inScript(String json) {
    StringBuilder escaped = new StringBuilder(json.length());
    json.codePoints()
        .forEach(c -> {
          if (c == '<' || c == '>' || c == '&' || !Visible.isSeen(c)) {
            Character.toString(c)
                .chars()
                .forEach(half -> escaped.append("\\u%04x".formatted(half)));
          } else {
            escaped.appendCodePoint(c);
          }
        });
    return escaped.toString();
  }
}
