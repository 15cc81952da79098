package news.breve.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LinePatternTest {
  @Test
  void everyCueOfTheTable_hasAPattern() {
    BoilerplateTable table = new BoilerplateTable();
    Map<String, List<String>> classes =
        Map.of(
            "network", table.phrases("network"),
            "agency", table.phrases("agency"),
            "when", table.phrases("when"));

    assertThat(table.phrases("line"))
        .hasSizeGreaterThan(100)
        .allSatisfy(cue ->
            // A cue has its own fixed text, so that its pattern is tried.
            assertThatCode(() -> new LinePattern(cue, classes).matches(cue, cue))
                .as(cue)
                .doesNotThrowAnyException());
  }

  @Test
  void fixedTextAndPlaceholders_makeTheLine() {
    LinePattern pattern =
        new LinePattern("voir aussi {some} sur{network} {rest?}", Map.of("network", Set.of("x")));

    assertThat(pattern.start()).isEqualTo("voir aussi");
    assertThat(pattern.matches("Voir aussi nos photos sur X", "voir aussi nos photos sur x"))
        .isTrue();
    assertThat(pattern.matches("Voir aussi nos photos", "voir aussi nos photos")).isFalse();
  }
}
