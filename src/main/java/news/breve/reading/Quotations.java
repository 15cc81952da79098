package news.breve.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds quotations: « », ‹ ›, “ ”, "", and the British ‘ ’. Apostrophes open nothing. A mark that
 * is not closed in its paragraph is ignored.
 */
public final class Quotations {
  private Quotations() {}

  /** Returns the outermost quotations of a text, in order. */
  public static List<Quotation> read(String text) {
    List<Quotation> quotations = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      int close = opens(text, i) ? closing(text, i) : -1;
      if (close < 0) {
        i++;
      } else {
        String words = text.substring(i + 1, close).strip();
        if (!words.isEmpty()) {
          quotations.add(new Quotation(words, i, close + 1));
        }
        i = close + 1;
      }
    }
    return quotations;
  }

  private static boolean opens(String text, int i) {
    return switch (text.charAt(i)) {
      case '«', '“', '"', '„', '‹' -> true;
      case '‘' -> i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1));
      default -> false;
    };
  }

  /** Returns where the quotation that opens at a place closes, or −1. */
  private static int closing(String text, int open) {
    char mark = text.charAt(open);
    int depth = 1;
    for (int i = open + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
      char c = text.charAt(i);
      boolean closes =
          switch (mark) {
            case '«' -> c == '»';
            case '‹' -> c == '›';
            case '“', '„' -> c == '”' || (mark == '„' && c == '“');
            case '‘' -> c == '’' && closesSingle(text, i);
            default -> c == mark;
          };
      if (closes && --depth == 0) {
        return i;
      }
      if (c == mark && (mark == '«' || mark == '“')) {
        depth++;
      }
    }
    return -1;
  }

  /** A single mark inside a word is an apostrophe; after s, before a word, a possessive. */
  private static boolean closesSingle(String text, int i) {
    boolean inWord = i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
    boolean possessive =
        text.charAt(i - 1) == 's'
            && i + 2 < text.length()
            && text.charAt(i + 1) == ' '
            && Character.isLowerCase(text.charAt(i + 2))
            && text.indexOf('’', i + 1) >= 0
            && text.indexOf('’', i + 1) < endOfLine(text, i);
    return !inWord && !possessive;
  }

  private static int endOfLine(String text, int i) {
    int end = text.indexOf('\n', i);
    return end < 0 ? text.length() : end;
  }
}
