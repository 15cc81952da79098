package news.breve.rendering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import news.breve.article.Json;
import org.jspecify.annotations.Nullable;

/** A value as code read it, in one line that is the same in every language. */
final class ReadValue {
  private ReadValue() {}

  /**
   * Returns a number with its unit or a date, such as {@code 2190000000 EUR} or {@code 2026-02-02};
   * null of what says no more than the words: a name, a quotation, a rank.
   */
  static @Nullable String of(@Nullable Object value) {
    if (value == null || !(Json.mapper().valueToTree(value) instanceof ObjectNode fields)) {
      return null;
    }
    if (fields.has("numerator")) {
      return fields.get("numerator").asText() + "/" + fields.get("denominator").asText();
    }
    List<String> parts = new ArrayList<>();
    for (String field : List.of("approximation", "amount", "currency", "unit", "date", "time")) {
      JsonNode part = fields.path(field);
      if (!part.isMissingNode() && !part.isNull()) {
        parts.add(Visible.line(part.asText()));
      }
    }
    return parts.isEmpty() ? null : String.join(" ", parts);
  }
}
