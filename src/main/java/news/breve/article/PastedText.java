package news.breve.article;

import java.util.ArrayList;
import java.util.List;

/**
 * Plain text as it is pasted or sent by wire: a line is a paragraph, unless the whole text is
 * wrapped at a column as e-mail and wire copy are; then its paragraphs are put together again.
 */
final class PastedText {
  /** Text is wrapped by hand or program between these columns, and not beyond. */
  private static final int MIN_WIDTH = 40;

  private static final int MAX_WIDTH = 100;

  /** So many breaks, and such a part of all of them, have to be where the column ends. */
  private static final int MIN_WRAPS = 3;

  private static final double WRAPPED_PART = 0.7;

  /** The widest line may be a little wider than its column: French spaces are counted or not. */
  private static final int SLACK = 4;

  private PastedText() {}

  /** Returns the paragraphs of a text in order. */
  static List<Block> blocks(String text) {
    // Canonical first, so that the same text is wrapped at the same column however it is encoded.
    List<String> lines = lines(text);
    int width = wrappedAt(lines);
    List<Block> blocks = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      paragraph.append(line);
      if (i + 1 < lines.size() && width > 0 && isWrap(line, lines.get(i + 1), width)) {
        if (!endsInHyphen(line)) {
          paragraph.append(' ');
        }
      } else {
        add(paragraph.toString(), blocks);
        paragraph.setLength(0);
      }
    }
    return blocks;
  }

  /** Returns the lines of a text, each in canonical form. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || isLineBreak(text.charAt(i))) {
        lines.add(CanonicalText.line(text.substring(start, i)));
        boolean two = text.startsWith("\r\n", i);
        i += two ? 1 : 0;
        start = i + 1;
      }
    }
    return lines;
  }

  private static boolean isLineBreak(char c) {
    return (c >= '\n' && c <= '\r') || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  private static void add(String paragraph, List<Block> blocks) {
    if (!paragraph.isEmpty()) {
      Block.Shape shape =
          Lines.isListItem(paragraph) ? Block.Shape.LIST_ITEM : Block.Shape.PARAGRAPH;
      blocks.add(Block.of(shape, paragraph));
    }
  }

  /** Returns the column a text is wrapped at, 0 if it isn't. */
  private static int wrappedAt(List<String> lines) {
    int written = 0;
    int tooLong = 0;
    int width = 0;
    for (String line : lines) {
      int length = line.length();
      written += length > 0 ? 1 : 0;
      if (length > MAX_WIDTH) {
        tooLong++;
      } else {
        width = Math.max(width, length);
      }
    }
    // A long address on a line of its own doesn't make wire copy anything else.
    if (width < MIN_WIDTH || tooLong * 20 > written) {
      return 0;
    }
    int breaks = 0;
    int wraps = 0;
    int midSentence = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isEmpty() || lines.get(i + 1).isBlank()) {
        continue;
      }
      breaks++;
      if (isWrap(line, lines.get(i + 1), width)) {
        wraps++;
        midSentence += Lines.endsSentence(line) ? 0 : 1;
      }
    }
    boolean isWrapped =
        wraps >= MIN_WRAPS && wraps >= WRAPPED_PART * breaks && midSentence * 2 > wraps;
    return isWrapped ? width : 0;
  }

  /** Returns if a line ends where it does because the next word had no room in it. */
  private static boolean isWrap(String line, String next, int width) {
    int length = line.length();
    if (next.isEmpty() || length == 0 || length > width || Lines.isListItem(next)) {
      return false;
    }
    int word = next.indexOf(' ') < 0 ? next.length() : next.indexOf(' ');
    return length + 1 + word > width - SLACK;
  }

  private static boolean endsInHyphen(String line) {
    return line.length() > 1
        && line.endsWith("-")
        && Character.isLetter(line.charAt(line.length() - 2));
  }
}
