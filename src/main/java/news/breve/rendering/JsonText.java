package news.breve.rendering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import news.breve.article.Json;

/** Records as JSON for people and programs: indented, nulls written out, a line feed at the end. */
public final class JsonText {
  private static final DefaultPrettyPrinter INDENTED =
      new DefaultPrettyPrinter()
          .withObjectIndenter(new DefaultIndenter("  ", "\n"))
          .withArrayIndenter(new DefaultIndenter("  ", "\n"));

  private static final char DELETE = 0x7F;

  private JsonText() {}

  /** Returns the JSON of a record of ours. */
  public static String of(Object value) {
    try {
      return escaped(Json.mapper().writer(INDENTED).writeValueAsString(value)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every record of ours has a JSON form", e);
    }
  }

  /**
   * Returns the JSON of a record as it may stand in a script element of HTML: no string may end the
   * element, or open a comment there.
   */
  static String inScript(Object value) {
    return of(value).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }

  /** What can't be seen stands only in strings, where an escape is the same to whoever reads it. */
  private static String escaped(String json) {
    if (isAllSeen(json)) {
      return json;
    }
    StringBuilder escaped = new StringBuilder(json.length());
    json.codePoints()
        .forEach(c -> {
          if (isSeen(c)) {
            escaped.appendCodePoint(c);
          } else {
            Character.toString(c)
                .chars()
                .forEach(half -> escaped.append("\\u%04x".formatted(half)));
          }
        });
    return escaped.toString();
  }

  /** Most texts need no escape, and are looked through in a twentieth of the time of a copy. */
  private static boolean isAllSeen(String json) {
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '\n' || (c >= ' ' && c < DELETE)) {
        continue;
      }
      int codePoint = json.codePointAt(i);
      if (!isSeen(codePoint)) {
        return false;
      }
      i += Character.charCount(codePoint) - 1;
    }
    return true;
  }

  private static boolean isSeen(int c) {
    return c == '\n' || Visible.isSeen(c);
  }
}
