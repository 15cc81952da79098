package news.breve.rendering;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A value as code read it, in one line that is the same in every language. */
final class ReadValue {
  private ReadValue() {}

  /** Returns what the fields of a value hold: {@code 2190000000 EUR}, {@code 2026-02-02}. */
  static String of(JsonNode value) {
    List<String> parts = new ArrayList<>();
    value
        .properties()
        .forEach(field -> {
          if (!field.getValue().isNull()) {
            parts.add(Visible.line(field.getValue().asText()));
          }
        });
    return String.join(" ", parts);
  }
}
