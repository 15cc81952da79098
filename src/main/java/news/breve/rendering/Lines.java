package news.breve.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text broken into lines of a width in characters, at ordinary spaces only. */
final class Lines {
  private Lines() {}

  /** A space that French typography, or a number, keeps together with what is around it. */
  private static final Pattern BINDING_SPACE =
      Pattern.compile("(?<=«) | (?=[»!?:;%€])|(?<=\\d) (?=\\d{3}(?!\\d))");

  /** Stands for a binding space while lines are broken; no visible text has it. */
  private static final String BOUND = "\ue000";

  /**
   * Returns the lines of a text, as {@link Visible} makes it; a word longer than the width stands
   * on a line of its own.
   */
  static List<String> wrap(String text, int width) {
    return split(BINDING_SPACE.matcher(Visible.line(text)).replaceAll(BOUND), width).stream()
        .map(line -> line.replace(BOUND, " "))
        .toList();
  }

  private static List<String> split(String text, int width) {
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
