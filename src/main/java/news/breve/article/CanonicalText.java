package news.breve.article;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Canonical text: NFC, single spaces, nothing that a reader cannot see. Two articles that look the
 * same are the same. Letters, digits, quotes and apostrophes stay as the author typed them, so that
 * a quotation of the canonical text is a quotation of the article. Never NFKC, which changes facts
 * (1½ becomes 11⁄2).
 */
public final class CanonicalText {
  private CanonicalText() {}

  /** Returns a paragraph in canonical form; empty if nothing visible is left of it. */
  public static String line(String raw) {
    if (isPlain(raw)) {
      return raw;
    }
    // What is invisible goes first: left between two spaces or two letters it would keep them from
    // folding or composing now, and not the next time.
    return fold(Normalizer.normalize(visible(raw), Normalizer.Form.NFC));
  }

  /** Returns paragraphs in canonical form, one a line, without the blank ones. */
  public static String of(List<String> lines) {
    return lines.stream()
        .map(CanonicalText::line)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** Most lines are canonical as they come, which is told from their characters alone. */
  private static boolean isPlain(String raw) {
    boolean space = true;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == ' ' ? space : !isPlain(c)) {
        return false;
      }
      space = c == ' ';
    }
    return raw.isEmpty() || !space;
  }

  /**
   * Returns if a character is seen, is no space and composes with none before it: those of the
   * Latin blocks before the combining marks, and dashes, quotes and dots.
   */
  private static boolean isPlain(char c) {
    return (c > 0x20 && c < 0x7F)
        || (c > 0xA0 && c < 0x300 && c != 0xAD)
        || (c >= 0x2010 && c <= 0x2027);
  }

  private static String visible(String raw) {
    StringBuilder kept = new StringBuilder(raw.length());
    int c;
    for (int i = 0; i < raw.length(); i += Character.charCount(c)) {
      c = raw.codePointAt(i);
      if (!isInvisible(c)) {
        kept.appendCodePoint(c);
      }
    }
    return kept.toString();
  }

  private static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isWhiteSpace(c)) {
        space = true;
      } else {
        if (space && !folded.isEmpty()) {
          folded.append(' ');
        }
        space = false;
        folded.append(c);
      }
    }
    return folded.toString();
  }

  /** Unicode's White_Space property, all of it in the basic plane. */
  private static boolean isWhiteSpace(int c) {
    return (c >= 0x09 && c <= 0x0D)
        || c == 0x20
        || c == 0x85
        || c == 0xA0
        || c == 0x1680
        || (c >= 0x2000 && c <= 0x200A)
        || c == 0x2028
        || c == 0x2029
        || c == 0x202F
        || c == 0x205F
        || c == 0x3000;
  }

  private static boolean isInvisible(int c) {
    return isControl(c) || Ignorable.is(c) || isAnnotation(c) || isNotACharacter(c);
  }

  private static boolean isControl(int c) {
    return Character.getType(c) == Character.CONTROL && !isWhiteSpace(c);
  }

  /** Marks around a note between the lines. */
  private static boolean isAnnotation(int c) {
    return c >= 0xFFF9 && c <= 0xFFFB;
  }

  private static boolean isNotACharacter(int c) {
    return (c >= 0xD800 && c <= 0xDFFF) || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
  }
}
