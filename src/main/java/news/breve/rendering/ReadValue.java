package news.breve.rendering;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import news.breve.article.Json;
import org.jspecify.annotations.Nullable;

/** A value as code read it, in signs that are the same in both languages. */
final class ReadValue {
  /** How the JSON of a value qualifies an amount. */
  private static final Map<String, String> SIGNS =
      Map.of(
          "about", "≈ ",
          "nearly", "≲ ",
          "more-than", "> ",
          "less-than", "< ",
          "at-least", "≥ ",
          "at-most", "≤ ",
          "order", "~ ");

  private ReadValue() {}

  /**
   * Returns a number with its currency or percent sign, or a date; null of what says no more than
   * the words: a name, a quotation, a rank.
   */
  static @Nullable String of(@Nullable Object value, Wording wording) {
    if (value == null || !(Json.mapper().valueToTree(value) instanceof ObjectNode fields)) {
      return null;
    }
    String sign = SIGNS.getOrDefault(fields.path("approximation").asText(), "");
    if (fields.has("numerator")) {
      return sign + fields.get("numerator").asText() + "/" + fields.get("denominator").asText();
    }
    if (fields.has("amount")) {
      String amount = sign + wording.number(fields.get("amount").decimalValue());
      if (fields.has("currency")) {
        return amount + " " + Visible.line(fields.get("currency").asText());
      }
      return fields.path("unit").asText().equals("percent") ? amount + " %" : amount;
    }
    return fields.has("date") ? Visible.line(fields.get("date").asText()) : null;
  }
}
