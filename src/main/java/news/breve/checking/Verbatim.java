package news.breve.checking;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words to be found again letter by letter. Typography is no part of the words: the shape of
 * apostrophes and of inner marks, single or double, the spaces around punctuation, the capital at
 * the beginning and the comma or full stop that a sentence puts before its closing mark.
 */
final class Verbatim {
  /** An ellipsis, or anything in brackets: what the quoter cut or put in. */
  private static final Pattern CUT =
      Pattern.compile("\\[[^\\]]{0,200}+]|\\(…\\)|\\(\\.\\.\\.\\)|…|\\.{3}");

  /** "[J]e", « [c]ette »: a capital that the quoter changed. */
  private static final Pattern CHANGED_CAPITAL = Pattern.compile("\\[(\\p{L})](?=\\p{L})");

  private final List<String> pieces;

  Verbatim(String words) {
    pieces =
        Stream.of(CUT.split(CHANGED_CAPITAL.matcher(words).replaceAll("…$1")))
            .map(Verbatim::fold)
            .map(Verbatim::withoutMarksAround)
            .filter(piece -> !piece.isEmpty())
            .toList();
  }

  /** Returns a text as words are compared in it. */
  static String fold(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    boolean open = false;
    int before = ' ';
    for (int i = 0; i < text.length(); ) {
      int codePoint = plain(text.codePointAt(i));
      int next = i + Character.charCount(text.codePointAt(i));
      int after = next < text.length() ? text.codePointAt(next) : ' ';
      if (codePoint == '\'') {
        boolean opens = !Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
        boolean closes = open && !Character.isLetterOrDigit(after);
        open = opens || (open && !closes);
        codePoint = opens || closes ? '"' : codePoint;
      }
      plain.appendCodePoint(codePoint);
      before = codePoint;
      i = next;
    }
    return withOneSpace(plain).strip();
  }

  /** One space of those between words, none beside a mark that typography spaces. */
  private static String withOneSpace(CharSequence text) {
    StringBuilder spaced = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isSpace(c)) {
        spaced.append(c);
        continue;
      }
      boolean follows = i > 0 && text.charAt(i - 1) == '"';
      while (i + 1 < text.length() && isSpace(text.charAt(i + 1))) {
        i++;
      }
      boolean precedes = i + 1 < text.length() && "!?:;%\"".indexOf(text.charAt(i + 1)) >= 0;
      if (!follows && !precedes) {
        spaced.append(' ');
      }
    }
    return spaced.toString();
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\u00a0' || c == '\u2009' || c == '\u202f';
  }

  private static String withoutMarksAround(String piece) {
    int start = 0;
    int end = piece.length();
    while (start < end && ",;: ".indexOf(piece.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && ".,;: ".indexOf(piece.charAt(end - 1)) >= 0) {
      end--;
    }
    return piece.substring(start, end);
  }

  private static int plain(int codePoint) {
    return switch (codePoint) {
      case '’', '‘', 'ʼ' -> '\'';
      case '«', '»', '“', '”', '„', '‹', '›' -> '"';
      case '‑' -> '-';
      default -> codePoint;
    };
  }

  /**
   * Returns where the pieces stand in a folded text, whole words each, in their order: the offset
   * of the first, −1 if they don't.
   */
  int startIn(String folded) {
    int start = -1;
    int from = 0;
    for (String piece : pieces) {
      int at = indexOf(folded, piece, from);
      if (at < 0) {
        return -1;
      }
      start = start < 0 ? at : start;
      from = at + piece.length();
    }
    return start;
  }

  private static int indexOf(String text, String piece, int from) {
    String tail = piece.substring(Character.charCount(piece.codePointAt(0)));
    String first = piece.substring(0, piece.length() - tail.length());
    // Nothing is found at the end of the text again and again: the tail of a single letter.
    int last = text.length() - tail.length();
    for (int at = text.indexOf(tail, from + first.length());
        at >= 0;
        at = at < last ? text.indexOf(tail, at + 1) : -1) {
      int start = at - first.length();
      if (start >= from
          && sameLetter(text.substring(start, at), first)
          && isBoundary(text, start)
          && isBoundary(text, at + tail.length())) {
        return start;
      }
    }
    return -1;
  }

  private static boolean sameLetter(String one, String other) {
    return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
  }

  /** Returns if no word or number goes on over a place. */
  private static boolean isBoundary(String text, int at) {
    return at == 0
        || at == text.length()
        || !Character.isLetterOrDigit(text.codePointBefore(at))
        || !Character.isLetterOrDigit(text.codePointAt(at));
  }
}
