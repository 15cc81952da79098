package news.breve.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import news.breve.BriefTestData;
import news.breve.checking.Matching;
import news.breve.rendering.BriefFormat;
import news.breve.rendering.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/formats.md}: every format is there, with the document that is written. */
final class FormatsPageTest {
  private static final Page PAGE = Page.of("docs/formats.md");

  @ParameterizedTest
  @EnumSource(
      value = BriefFormat.class,
      names = {"NINJS", "JSONLD", "WIRE", "CSV", "MARKDOWN"})
  void brief_thatAModelWrote_isWrittenAsShown(BriefFormat format) {
    String name = format.name().toLowerCase(Locale.ROOT);
    assertThat(PAGE.block(name))
        .contains(
            format
                .renderer(new HtmlRenderer(null, Matching::of))
                .render(BriefTestData.brief())
                .replace("\r\n", "\n"));
  }

  @Test
  void everyFormat_isInTheTable() {
    String page = PAGE.text();
    assertThat(page)
        .contains(
            Arrays.stream(BriefFormat.values())
                .map(format ->
                    "| `%s` | `%s` |"
                        .formatted(format.name().toLowerCase(Locale.ROOT), format.contentType()))
                .toList());
  }
}
