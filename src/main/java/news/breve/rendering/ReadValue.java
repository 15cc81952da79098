package news.breve.rendering;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
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

  /** What may stand between the figures of a number. */
  private static final Pattern SEPARATORS = Pattern.compile("[\\p{Zs}.,'’]");

  private ReadValue() {}

  /**
   * Returns an amount with its currency or percent sign, or a date; null of what says no more than
   * the words: a name, a quotation, a rank, a number in figures.
   *
   * @param words what the value was read in
   */
  static @Nullable String of(@Nullable Object value, String words, Wording wording) {
    if (value == null || !(Json.mapper().valueToTree(value) instanceof ObjectNode fields)) {
      return null;
    }
    String sign = SIGNS.getOrDefault(fields.path("approximation").asText(), "");
    if (fields.has("numerator")) {
      return sign + fields.get("numerator").asText() + "/" + fields.get("denominator").asText();
    }
    if (fields.has("amount")) {
      BigDecimal number = fields.get("amount").decimalValue();
      String amount = sign + wording.number(number);
      if (fields.has("currency")) {
        return amount + " " + Visible.line(fields.get("currency").asText());
      }
      boolean inFigures =
          SEPARATORS.matcher(words).replaceAll("").contains(number.toBigInteger().toString());
      boolean percent = fields.path("unit").asText().equals("percent");
      return inFigures ? null : amount + (percent ? " %" : "");
    }
    return fields.has("date") ? Visible.line(fields.get("date").asText()) : null;
  }
}
