package news.breve.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, and what its sender reads. */
@Timeout(60)
final class IntakeBadInputTest {
  private static final String STORY =
      "Le maire de la ville a dit que les travaux de la rue Principale sont terminés.";

  private final Intake intake = new Intake();

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n\t", "\uFEFF", "\u200B\u200B", "\u00A0"})
  void empty_or_blank_input_is_refused(String input) {
    assertThat(refusal(Fixtures.unknown(input))).isEqualTo("invalid-article: the article is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"🎉🎉🎉", "12 345 678", "... !!! ---", "🏒 4-2 🏒"})
  void input_without_words_is_refused(String input) {
    assertThat(refusal(Fixtures.unknown(input)))
        .isEqualTo("invalid-article: the article holds no words");
  }

  @ParameterizedTest
  @CsvSource({
    "89504E470D0A1A0A, a PNG image",
    "255044462D312E37, a PDF document",
    "504B030414000000, a ZIP archive or an office document",
    "1F8B080000000000, gzip data",
    "FFD8FFE000104A46, a JPEG image"
  })
  void file_of_another_kind_is_named(String bytes, String name) {
    byte[] input = HexFormat.of().parseHex(bytes);

    assertThat(refusal(Fixtures.unknown(input)))
        .isEqualTo("invalid-article: the article is not text: it is " + name);
  }

  @Test
  void bytes_with_nul_are_not_text() {
    assertThat(refusal(Fixtures.unknown("abc\0def")))
        .startsWith("invalid-article: the article is not text: it holds NUL characters");
  }

  @Test
  void wrong_byte_is_refused_with_its_offset_and_line() {
    byte[] input = (STORY + "\nUn caf\u00E9.").getBytes(StandardCharsets.ISO_8859_1);
    byte[] utf8 = "Première ligne é.\nDeuxième\n".getBytes(StandardCharsets.UTF_8);
    byte[] both = Arrays.copyOf(utf8, utf8.length + 2);
    both[utf8.length] = 'x';
    both[utf8.length + 1] = (byte) 0xFF;

    assertThat(refusal(Fixtures.unknown(input)))
        .isEqualTo(
            "invalid-article: the article is not UTF-8: wrong byte 0xE9 at offset %d, line 1"
                .formatted(STORY.indexOf('é')));
    assertThat(refusal(Fixtures.unknown(both)))
        .isEqualTo(
            "invalid-article: the article is not UTF-8: wrong byte 0xFF at offset %d, line 3"
                .formatted(utf8.length + 1));
  }

  @Test
  void byte_that_windows_1252_does_not_have_is_refused() {
    byte[] input = {'a', (byte) 0x81, 'b'};

    assertThat(refusal(new Source(input, Source.Type.PLAIN_TEXT, "latin1", null)))
        .isEqualTo(
            "invalid-article: the article is not windows-1252: wrong byte 0x81 at offset 1, line"
                + " 1");
  }

  @Test
  void half_a_surrogate_in_utf_16_is_refused() {
    byte[] input = {(byte) 0xFE, (byte) 0xFF, 0, 'a', (byte) 0xD8, 0, 0, 'b'};

    assertThat(refusal(Fixtures.unknown(input))).contains("not UTF-16BE").contains("offset 4");
  }

  @Test
  void unknown_charset_is_named() {
    assertThat(refusal(new Source(bytes(STORY), Source.Type.PLAIN_TEXT, "klingon-8", null)))
        .contains("\"klingon-8\"");
  }

  @Test
  void three_hundred_kibibytes_are_too_large_in_any_encoding() {
    String large = "mot ".repeat(75 * 1024);

    assertThat(refusal(Fixtures.unknown(large)))
        .isEqualTo("too-large: the article is larger than 256 KiB");
    assertThat(refusal(Fixtures.unknown(("\uFEFF" + large).getBytes(StandardCharsets.UTF_16LE))))
        .startsWith("too-large");
  }

  @Test
  void utf_16_is_measured_once_decoded() {
    String text = ("\uFEFF" + (STORY + "\n").repeat(3000)).substring(0, 200 * 1024);

    assertThat(
            intake
                .read(Fixtures.unknown(text.getBytes(StandardCharsets.UTF_16LE)))
                .article()
                .language())
        .isEqualTo(Language.FRENCH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<div>", "<b>", "<i><p>", "<svg><g>", "<ul><li>"})
  void nested_tags_by_the_thousand_are_refused_at_once(String tag) {
    String input = "<html><body>" + tag.repeat(200_000 / tag.length()) + STORY;

    assertThat(refusal(Fixtures.unknown(input)))
        .isEqualTo("invalid-article: the HTML nests deeper than 512 tags");
  }

  @Test
  void a_hundred_thousand_nested_tags_are_refused() {
    assertThat(refusal(Fixtures.unknown("<div>".repeat(100_000))))
        .matches("(too-large|invalid-article): .*");
    assertThat(refusal(Fixtures.unknown("<b>".repeat(80_000))))
        .isEqualTo("invalid-article: the HTML nests deeper than 512 tags");
  }

  @Test
  void flat_tags_by_the_thousand_are_refused() {
    assertThat(refusal(Fixtures.unknown("<p>a".repeat(30_000))))
        .isEqualTo("invalid-article: the HTML holds more than 20000 tags");
  }

  @Test
  void json_nested_too_deep_is_invalid_json() {
    assertThat(refusal(Fixtures.unknown("[".repeat(10_000)))).startsWith("invalid-json: ");
    assertThat(refusal(Fixtures.unknown("{\"a\":".repeat(10_000)))).startsWith("invalid-json: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":\"a\",\"text\":\"b\"}",
        "{\"text\":\"a\"} x",
        "{\"text\":\"a\"",
        "{text:1}",
        "{'text':'a'}",
        "{\"text\":\"a\",}",
        "{"
      })
  void malformed_json_is_invalid_json(String input) {
    assertThat(refusal(Fixtures.unknown(input))).startsWith("invalid-json: the JSON ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Der Bürgermeister hat am Montag gesagt, dass die Straße nicht vor dem Sommer fertig wird,"
            + " und die Stadt ist mit dem Ergebnis der Arbeiten nicht zufrieden. Das ist für die"
            + " Bürger eine schlechte Nachricht, denn der Verkehr wird sich auf die anderen Straßen"
            + " der Stadt verlagern, und die Kosten steigen.",
      })
  void other_language_is_unsupported(String input) {
    assertThat(refusal(Fixtures.unknown(input)))
        .isEqualTo("unsupported-language: the article is in neither French nor English");
  }

  @Test
  void three_words_are_too_short_to_guess() {
    assertThat(refusal(Fixtures.unknown("Paris Match 2024")))
        .isEqualTo(
            "unsupported-language: the article is too short to tell French from English: say its"
                + " language");
  }

  @Test
  void one_very_long_line_is_no_article() {
    String words = "le maire et la ville ".repeat(2400);
    String letters = "a".repeat(50_000);

    assertThat(refusal(Fixtures.unknown(words)))
        .isEqualTo(
            "invalid-article: sentence 1 of the article has 50399 characters and no end; the"
                + " longest taken is 5000");
    assertThat(refusal(Fixtures.unknown(letters))).startsWith("unsupported-language: ");
  }

  @Test
  void sentence_of_too_many_words_is_no_sentence() {
    assertThat(refusal(Fixtures.unknown("le x ".repeat(501) + STORY)))
        .isEqualTo(
            "invalid-article: sentence 1 of the article has 1018 words and no end; the most taken"
                + " are 1000");
  }

  @Test
  void very_long_title_is_no_title() {
    String json = "{\"title\":\"" + "é".repeat(1001) + "\",\"text\":\"" + STORY + "\"}";

    assertThat(refusal(Fixtures.unknown(json)))
        .isEqualTo("invalid-article: the title has 1001 characters; the longest taken is 1000");
    assertThat(intake.read(Fixtures.unknown(json.replaceFirst("é", ""))).article().title())
        .hasSize(1000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\n", "- \n", "Photo: a\n", "x (photo: y\n", "<p>\n", "© a b c\n", "3 h , 4 "})
  void quarter_of_a_megabyte_of_the_same_takes_no_longer(String piece) {
    String input = piece.repeat(200 * 1024 / piece.length());
    Source source = new Source(bytes(input), Source.Type.PLAIN_TEXT, null, "en");

    try {
      assertThat(intake.read(source).article().text()).isNotEmpty();
    } catch (ProblemException e) {
      assertThat(e.problem()).isIn(Problem.INVALID_ARTICLE, Problem.UNSUPPORTED_LANGUAGE);
    }
  }

  @Test
  void no_detail_holds_text_of_the_article_or_a_second_line() {
    for (String input :
        new String[] {
          "{\"text\":\"Zanzibar\",\"clef\":\"Zanzibar\"}",
          "{\"text\":\"Zanzibar\",\"publishedAt\":\"Zanzibar\"}",
          "{\"text\":\"Zanzibar\",\"options\":\"Zanzibar\"}",
          "{\"text\":\"Zanzibar",
          "Zanzibar\0",
          "[\"Zanzibar\"]"
        }) {
      assertThat(refusal(Fixtures.unknown(input))).doesNotContain("Zanzibar").hasLineCount(1);
    }
  }

  @Test
  void nothing_but_notices_is_no_story() {
    assertThat(refusal(Fixtures.unknown("Publicité\n\nLire aussi : autre chose")))
        .isEqualTo(
            "invalid-article: the article has no story: everything in it was left out as something"
                + " else");
  }

  @Test
  void caller_who_says_the_wrong_language_is_told() {
    Source source = new Source(bytes(STORY), Source.Type.UNKNOWN, null, "en-GB");

    assertThat(refusal(source)).isEqualTo("invalid-article: language says en, the text is French");
  }

  @Test
  void caller_who_asks_for_another_language_is_told() {
    Source source = new Source(bytes(STORY), Source.Type.UNKNOWN, null, "de-CH");

    assertThat(refusal(source))
        .isEqualTo(
            "unsupported-language: language \"de-CH\" is neither French (fr) nor English (en)");
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1252, windows-1252",
    "iso-8859-1, windows-1252",
    "utf-16le, UTF-16LE",
    "UTF-16BE, UTF-16BE",
    "iso-8859-15, ISO-8859-15"
  })
  void declared_charset_is_read(String label, String charset) {
    byte[] input = STORY.getBytes(Charset.forName(charset));

    assertThat(intake.read(new Source(input, Source.Type.PLAIN_TEXT, label, null)).article().text())
        .isEqualTo(STORY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<meta charset=iso-8859-1>",
        "<META CHARSET='windows-1252'>",
        "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=ISO-8859-1\">"
      })
  void charset_of_a_page_is_read_from_its_meta_element(String meta) {
    String page = "<html><head>" + meta + "</head><body><p>" + STORY + "</p></body></html>";
    byte[] input = page.getBytes(StandardCharsets.ISO_8859_1);

    assertThat(intake.read(Fixtures.unknown(input)).article().text()).isEqualTo(STORY);
  }

  @Test
  void utf_8_under_a_single_byte_label_is_not_turned_into_mojibake() {
    Source source = new Source(bytes(STORY), Source.Type.PLAIN_TEXT, "iso-8859-1", null);

    assertThat(intake.read(source).article().text()).isEqualTo(STORY);
  }

  private String refusal(Source source) {
    ProblemException problem =
        catchThrowableOfType(ProblemException.class, () -> intake.read(source));
    assertThat(problem).isNotNull();
    return problem.problem().slug() + ": " + problem.detail();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
