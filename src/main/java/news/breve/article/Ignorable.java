package news.breve.article;

/**
 * Unicode's Default_Ignorable_Code_Point: characters that draw nothing, whatever their category.
 *
 * @see <a href="https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point">UAX 44</a>
 */
public final class Ignorable {
  private Ignorable() {}

  /** Returns if a code point has the property. */
  public static boolean is(int c) {
    // Nearly all of a text is below the first of them.
    return c >= 0xAD && (c == 0xAD || isBeyondLatin(c));
  }

  private static boolean isBeyondLatin(int c) {
    return c == 0x34F
        || c == 0x61C
        || c == 0x115F
        || c == 0x1160
        || c == 0x17B4
        || c == 0x17B5
        || (c >= 0x180B && c <= 0x180F)
        || (c >= 0x200B && c <= 0x200F)
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x206F)
        || c == 0x3164
        || (c >= 0xFE00 && c <= 0xFE0F)
        || c == 0xFEFF
        || c == 0xFFA0
        || (c >= 0xFFF0 && c <= 0xFFF8)
        || (c >= 0x1BCA0 && c <= 0x1BCA3)
        || (c >= 0x1D173 && c <= 0x1D17A)
        || (c >= 0xE0000 && c <= 0xE0FFF);
  }

  /** Returns if a code point asks for a coloured emoji or a plain one, which is no trick. */
  public static boolean isEmojiStyle(int c) {
    return c == 0xFE0E || c == 0xFE0F;
  }
}
