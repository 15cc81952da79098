package news.breve.rendering;

import java.util.regex.Pattern;
import news.breve.article.Ignorable;

/**
 * Words of others as a terminal may show them: what can't be seen, or would steer the terminal, is
 * written as its code point, ⟨U+200B⟩.
 */
public final class Visible {
  /** Spaces at either end; strip() doesn't see the no-break ones. */
  private static final Pattern AROUND = Pattern.compile("^\\p{Zs}+|\\p{Zs}+$");

  private Visible() {}

  /** Returns a text on one line, its runs of ordinary spaces folded. */
  public static String line(String text) {
    return AROUND.matcher(escaped(text).replaceAll(" {2,}", " ")).replaceAll("");
  }

  /** Returns a text with its spaces as they are. */
  static String escaped(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (isSeen(c)) {
            line.appendCodePoint(c);
          } else {
            line.append("⟨U+%04X⟩".formatted(c));
          }
        });
    return line.toString();
  }

  /** Returns if a code point draws something and steers nothing. */
  static boolean isSeen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> !Ignorable.is(c) || Ignorable.isEmojiStyle(c);
    };
  }
}
