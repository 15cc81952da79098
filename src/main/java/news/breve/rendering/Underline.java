package news.breve.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.breve.brief.Finding;
import news.breve.brief.Finding.Severity;
import org.jspecify.annotations.Nullable;

/** Words in lines, with carets under the parts that findings are about. */
final class Underline {
  private static final char CARET = '^';

  private final String text;

  /** What is found at each place of the text; null where nothing is. */
  private final @Nullable Severity[] marks;

  /**
   * Starts without carets.
   *
   * @param words as {@link Visible} makes them
   */
  Underline(String words) {
    this.text = words;
    this.marks = new Severity[words.length()];
  }

  /** Puts carets under words where they stand in the text, if they do. */
  void mark(String words, Severity severity) {
    find(words, text)
        .ifPresent(start -> {
          for (int i = start; i < start + words.length(); i++) {
            if (marks[i] != Severity.ERROR) {
              marks[i] = severity;
            }
          }
        });
  }

  /** Returns where words stand, best as words of their own: the 2 of “2 of 12”, not of “12”. */
  static Optional<Integer> find(String words, String text) {
    int first = words.isEmpty() ? -1 : text.indexOf(words);
    for (int at = first; at >= 0; at = text.indexOf(words, at + 1)) {
      if (isEdge(at, text) && isEdge(at + words.length(), text)) {
        return Optional.of(at);
      }
    }
    return first < 0 ? Optional.empty() : Optional.of(first);
  }

  private static boolean isEdge(int at, String text) {
    return at == 0
        || at == text.length()
        || !Character.isLetterOrDigit(text.charAt(at - 1))
        || !Character.isLetterOrDigit(text.charAt(at));
  }

  /** Returns the lines, the first after {@code lead}, each followed by its carets if it has any. */
  List<String> lines(String lead, int width, Ink ink) {
    List<String> lines = new ArrayList<>();
    String indent = " ".repeat(Lines.length(lead));
    int start = 0;
    for (String line : Lines.wrap(text, Math.max(20, width - indent.length()))) {
      lines.add((start == 0 ? lead : indent) + line);
      String carets = carets(start, line.length(), ink);
      if (!carets.isBlank()) {
        lines.add(indent + carets);
      }
      // The space that the line was broken at.
      start += line.length() + 1;
    }
    return lines;
  }

  private String carets(int start, int length, Ink ink) {
    StringBuilder carets = new StringBuilder();
    int i = start;
    int end = Math.min(start + length, text.length());
    while (i < end) {
      Severity severity = marks[i];
      StringBuilder run = new StringBuilder();
      for (; i < end && marks[i] == severity; i++) {
        // One caret a code point, whatever it takes in UTF-16.
        if (!Character.isLowSurrogate(text.charAt(i))) {
          run.append(severity == null ? ' ' : CARET);
        }
      }
      carets.append(severity == null ? run : paint(run.toString(), severity, ink));
    }
    return carets.toString().stripTrailing();
  }

  /** Paints what belongs to a finding. */
  static String paint(String text, Finding.Severity severity, Ink ink) {
    return severity == Severity.ERROR ? ink.bad(text) : ink.caution(text);
  }
}
