package news.breve.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of boilerplate, line by line, and the places it applies in. */
final class BoilerplateTest {
  private static final String FIRST =
      "Le conseil a voté lundi la fermeture du pont pour une durée de trois mois au moins.";
  private static final String LAST =
      "The council voted on Monday to close the bridge for three months at the very least.";

  private static final BoilerplateTable.Place INSIDE_EDGE = new BoilerplateTable.Place(true, false);

  private final Boilerplate boilerplate = new Boilerplate();
  private final BoilerplateTable table = new BoilerplateTable();

  static Stream<Arguments> lines() {
    return Table.read(BoilerplateTest.class, "boilerplate-lines.tsv", 3).stream()
        .map(row -> Arguments.of(row.toArray()));
  }

  static Stream<Arguments> labels() {
    return Table.read(Boilerplate.class, "boilerplate.tsv", 5).stream()
        .filter(row -> row.get(2).equals("label"))
        .map(row -> Arguments.of(row.get(4), row.get(0)));
  }

  static Stream<Arguments> fixedLines() {
    return Table.read(Boilerplate.class, "boilerplate.tsv", 5).stream()
        .filter(row -> row.get(2).equals("line"))
        .map(row -> Arguments.of(row.get(4), example(row.get(4)), row.get(0)));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void line_is_left_out_for_its_reason_or_stays(String place, String reason, String line) {
    List<String> text =
        place.equals("end") ? List.of(FIRST, LAST, line) : List.of(FIRST, line, LAST);
    Block judged = judge(text).get(text.indexOf(line));

    assertThat(judged.removed() == null ? "-" : judged.removed().slug()).isEqualTo(reason);
  }

  @ParameterizedTest
  @MethodSource("labels")
  void every_label_of_the_table_is_known_in_any_case(String label, String reason) {
    assertThat(table.reason(BoilerplateTable.fold(label.toUpperCase(Locale.ROOT)), INSIDE_EDGE))
        .map(RemovalReason::slug)
        .contains(reason);
  }

  @ParameterizedTest
  @MethodSource("fixedLines")
  void every_pattern_of_the_table_matches_a_line_of_its_shape(
      String pattern, String example, String reason) {
    assertThat(table.reason(BoilerplateTable.fold(example), INSIDE_EDGE)).as(pattern).isPresent();
    assertThat(RemovalReason.ofSlug(reason).slug()).isEqualTo(reason);
  }

  @Test
  void caption_beside_a_credit_goes_and_the_first_line_stays() {
    assertThat(
            kept(
                "Le pont ferme",
                "Le pont ferme© Luc Roy Source: Reuters",
                "Le pont, en mars",
                FIRST))
        .containsExactly("Le pont ferme", FIRST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Explainer: What the Bridge Closure Means",
        "Watch: Bridge Comes Down in Four Seconds",
        "Listen: The Last Toll Collector Remembers"
      })
  void label_of_a_headline_is_a_link_between_paragraphs_only(String line) {
    assertThat(kept(line, FIRST, LAST)).containsExactly(line, FIRST, LAST);
    assertThat(kept(FIRST, line, LAST)).containsExactly(FIRST, LAST);
  }

  @Test
  void heading_before_a_credit_in_the_story_stays() {
    assertThat(kept(FIRST, "Une première en trois ans", "Photo : Luc Roy", LAST))
        .containsExactly(FIRST, "Une première en trois ans", LAST);
  }

  @Test
  void slogan_goes_only_among_notices() {
    assertThat(kept(FIRST, "L’info autrement", "Suivez-nous sur X")).containsExactly(FIRST);
    assertThat(kept(FIRST, "L’info autrement")).containsExactly(FIRST, "L’info autrement");
    assertThat(kept(FIRST, "Résultat : 4 à 2", "Suivez-nous sur X"))
        .containsExactly(FIRST, "Résultat : 4 à 2");
  }

  @Test
  void title_repeated_before_the_story_goes() {
    assertThat(kept("Le pont ferme", "LE PONT FERME", FIRST))
        .containsExactly("Le pont ferme", FIRST);
  }

  private List<String> kept(String... lines) {
    return judge(List.of(lines)).stream().filter(Block::isStory).map(Block::text).toList();
  }

  private List<Block> judge(List<String> lines) {
    List<Block> blocks = new ArrayList<>();
    lines.forEach(line -> blocks.addAll(PastedText.blocks(line)));
    return boilerplate.mark(Manuscript.of(InputKind.PLAIN_TEXT, blocks)).blocks();
  }

  private static String example(String pattern) {
    return pattern
        .replace("{network}", " Telegram")
        .replace("{agency}", "Reuters")
        .replace("{when}", "3 mars 2025")
        .replace("{number}", "12")
        .replace("{byname}", "Ann Other")
        .replace("{rest?}", "")
        .replace("{title?}", "")
        .replaceAll("\\{(some|short|title|caption|rest)}", "Nova");
  }
}
