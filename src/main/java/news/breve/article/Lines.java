package news.breve.article;

import java.util.ArrayList;
import java.util.List;

/** What a line of text looks like, before anybody knows its language. */
final class Lines {
  private static final String SENTENCE_ENDS = ".!?…";
  private static final String CLOSERS = "»”\"’')] ";
  private static final String BULLETS = "-–—•‣▪●◦*·";

  private Lines() {}

  /**
   * Returns if a line ends like a sentence; the quotes and brackets after the stop belong to it.
   */
  static boolean endsSentence(String line) {
    int at = line.length() - 1;
    while (at >= 0 && CLOSERS.indexOf(line.charAt(at)) >= 0) {
      at--;
    }
    return at >= 0 && SENTENCE_ENDS.indexOf(line.charAt(at)) >= 0;
  }

  /** Returns if a line begins like the item of a list: a bullet, or a number with a stop. */
  static boolean isListItem(String line) {
    String start = line.stripLeading();
    if (start.length() < 2) {
      return false;
    }
    if (BULLETS.indexOf(start.charAt(0)) >= 0) {
      return Character.isWhitespace(start.charAt(1)) || Character.isSpaceChar(start.charAt(1));
    }
    int at = 0;
    while (at < 2 && Character.isDigit(start.charAt(at))) {
      at++;
    }
    return at > 0
        && at + 1 < start.length()
        && (start.charAt(at) == '.' || start.charAt(at) == ')')
        && Character.isWhitespace(start.charAt(at + 1));
  }

  /** Returns the number of words between spaces. */
  static int words(String line) {
    int words = 0;
    boolean inWord = false;
    for (int i = 0; i < line.length(); i++) {
      boolean isSpace = Character.isWhitespace(line.charAt(i));
      words += !isSpace && !inWord ? 1 : 0;
      inWord = !isSpace;
    }
    return words;
  }

  /**
   * Returns the paragraphs of text that an author broke with {@code <br>}: two breaks end one; a
   * single break does where a sentence ends before it or a list item begins after it.
   */
  static List<String> brokenByHand(String text) {
    List<String> paragraphs = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      boolean ends = endsSentence(paragraph.toString().strip()) || isListItem(line);
      if (line.isBlank() || ends) {
        paragraphs.add(paragraph.toString());
        paragraph.setLength(0);
      }
      paragraph.append(' ').append(line);
    }
    paragraphs.add(paragraph.toString());
    return paragraphs;
  }
}
