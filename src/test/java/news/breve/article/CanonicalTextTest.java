package news.breve.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CanonicalTextTest {
  /** What the rules treat in a special way, so that random texts are full of it. */
  private static final int[] TRAPS = {
    ' ', '\t', '\n', '\r', 0x0B, 0x85, 0xA0, 0x1680, 0x2007, 0x2009, 0x2028, 0x202F, 0x3000, 0x2001,
    0x200B, 0x200D, 0x2060, 0xFEFF, 0xAD, 0x180E, 0x200E, 0x202E, 0x2066, 0x61C, 0xE0041, 0xFE0F,
    0xFFF9, 0x00, 0x1F, 0x9F, 0xD83D, 0xDE00, 0xFFFE, 0x1FFFF, 0xFDD0, 'e', 0x301, 0x327, 0x212B,
    0x1100, 0x1161, 0x11A8, 0xFB1D, 0x344, '’', '«'
  };

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "a\u00A0b, a b",
        "12\u202F400, 12 400",
        "a\u2007\u2009\u2028\u0085b, a b",
        "\u00A0 a \u3000, a",
        "a\u200B b, a b",
        "a \u200B b, a b",
        "co\u00ADopé, coopé",
        "a\u202Eb\u2066c\u061Cd, abcd",
        "e\u0301te\u0301, été",
        "e\u200B\u0301, é",
        "1½ x² ﬁn, 1½ x² ﬁn",
        "l’art «d'ici» “là” 'x', l’art «d'ici» “là” 'x'",
        "❤\uFE0F, ❤",
        "a\uFFFAb\uFFFEc, abc",
        "a\uD83Db, ab",
        "a\u115Fb\u3164c\uFFA0d\u17B4e, abcde",
        "a\uD834\uDD73b\uD82F\uDCA0c\uDB40\uDC80d, abcd",
      })
  void line_isFolded(String raw, String canonical) {
    assertThat(CanonicalText.line(raw)).isEqualTo(canonical);
  }

  @Test
  void controlAndTagCharacters_areRemoved() {
    String tag = new String(Character.toChars(0xE0041));

    assertThat(CanonicalText.line("a\u0000b\u001Bc\u009Fd" + tag + "e")).isEqualTo("abcde");
  }

  /** A line of characters that need no folding is returned as it is; one with U+200B is not. */
  @Test
  void characterInAPlainLine_isTreatedAsInAnyOther() {
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      String line = "a" + c + "b " + c;

      assertThat(CanonicalText.line(line))
          .as("U+%04X", (int) c)
          .isEqualTo(CanonicalText.line("\u200B" + line));
    }
  }

  @Test
  void textOutsideTheBasicPlane_isKept() {
    assertThat(CanonicalText.line("😀 𝔸")).isEqualTo("😀 𝔸");
  }

  @Test
  void invisibleLine_isEmpty() {
    assertThat(CanonicalText.line(" \u200B\u00A0\uFEFF")).isEmpty();
  }

  @Test
  void lines_areJoined_withoutBlankOnes() {
    assertThat(CanonicalText.of(List.of(" a\nb ", "\u00A0", "", "c"))).isEqualTo("a b\nc");
  }

  @Test
  void randomText_isCanonicalAfterOnce() {
    Random random = new Random(20260301);
    for (int round = 0; round < 20_000; round++) {
      String raw = randomText(random);

      String once = CanonicalText.line(raw);

      assertThat(CanonicalText.line(once)).as(() -> escaped(raw)).isEqualTo(once);
      assertThat(Normalizer.isNormalized(once, Normalizer.Form.NFC))
          .as(() -> escaped(raw))
          .isTrue();
      assertThat(once)
          .as(() -> escaped(raw))
          .doesNotContain("  ")
          .doesNotContainPattern("[\\s\\p{Cc}\\p{Cs}\\u00A0\\u2028\\u200B&&[^ ]]")
          .isEqualTo(once.strip());
    }
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(12);
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(
          random.nextInt(4) > 0
              ? TRAPS[random.nextInt(TRAPS.length)]
              : random.nextInt(Character.MAX_CODE_POINT + 1));
    }
    return text.toString();
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars().forEach(c -> escaped.append(String.format("\\u%04X", c)));
    return escaped.toString();
  }
}
