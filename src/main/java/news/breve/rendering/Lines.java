package news.breve.rendering;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines of a width in characters, at ordinary spaces only. */
final class Lines {
  private Lines() {}

  /** Returns the lines of a text; a word longer than the width stands on a line of its own. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && length(line) + 1 + length(word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** Returns the text in lines, the first after {@code lead}, the others as far in. */
  static String hanging(String lead, String text, int width) {
    int indent = length(lead);
    return lead + String.join("\n" + " ".repeat(indent), wrap(text, Math.max(20, width - indent)));
  }

  static int length(CharSequence text) {
    return Character.codePointCount(text, 0, text.length());
  }

  static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - length(text)));
  }
}
