package news.breve.checking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CheckerTest {
  @Test
  void names_areThoseOfTheContract_inItsOrder() {
    assertThat(new Checker().names())
        .containsExactly(
            "evidence",
            "number",
            "unit",
            "date",
            "name",
            "negation",
            "quote",
            "attribution",
            "polarity",
            "certainty",
            "language",
            "parity",
            "support",
            "length",
            "markup");
  }
}
