package news.breve.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines and paragraphs of plain text. */
final class PastedTextTest {
  private static final String WIRE =
      """
      LONDON (Wire) - A tribunal in Leeds rejected on Monday a claim by
      340 couriers that they were employees, lawyers for both sides said,
      ending a dispute that had lasted for six years.
      The couriers had sought 4.2 million pounds in unpaid holiday and a
      well-
      founded apology from the company, which declined to comment on it.
      """;

  @Test
  void every_line_of_unwrapped_text_is_a_paragraph() {
    assertThat(paragraphs("One line.\nAnother\r\nThird\rFourth\fFifth\n\n\nSixth\u2028Seventh"))
        .containsExactly("One line.", "Another", "Third", "Fourth", "Fifth", "Sixth", "Seventh");
  }

  @Test
  void text_wrapped_at_a_column_is_put_together_again() {
    assertThat(paragraphs(WIRE.replace("well-\nfounded", "well-founded")))
        .containsExactly(
            "LONDON (Wire) - A tribunal in Leeds rejected on Monday a claim by 340 couriers that"
                + " they were employees, lawyers for both sides said, ending a dispute that had"
                + " lasted for six years.",
            "The couriers had sought 4.2 million pounds in unpaid holiday and a well-founded"
                + " apology from the company, which declined to comment on it.");
  }

  @Test
  void word_broken_at_its_hyphen_is_put_together_without_a_space() {
    String text =
        """
        Le ministre a promis mardi que la ligne serait rouverte avant peut-
        être la fin du mois de mars, si la neige ne retarde pas les équipes
        qui travaillent jour et nuit entre Saint-Pierre et la frontière, un
        tronçon de douze kilomètres.
        """;

    assertThat(paragraphs(text)).singleElement().asString().contains("peut-être la fin");
  }

  @Test
  void list_and_short_lines_are_never_joined() {
    String text = "Results:\n- Halifax 7, Moncton 6\n- Saint John 8, Sydney 3\n1. Gold\n2. Silver";

    assertThat(paragraphs(text)).hasSize(5);
    assertThat(PastedText.blocks(text))
        .extracting(Block::shape)
        .containsExactly(
            Block.Shape.PARAGRAPH,
            Block.Shape.LIST_ITEM,
            Block.Shape.LIST_ITEM,
            Block.Shape.LIST_ITEM,
            Block.Shape.LIST_ITEM);
  }

  private static List<String> paragraphs(String text) {
    return PastedText.blocks(text).stream().map(Block::text).toList();
  }
}
