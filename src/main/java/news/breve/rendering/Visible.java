package news.breve.rendering;

import java.util.regex.Pattern;

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
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (isSeen(c)) {
            line.appendCodePoint(c);
          } else {
            line.append("⟨U+%04X⟩".formatted(c));
          }
        });
    return AROUND.matcher(line.toString().replaceAll(" {2,}", " ")).replaceAll("");
  }

  private static boolean isSeen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
