package news.breve.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VariablesTest {
  enum Colour {
    RED,
    LIGHT_BLUE
  }

  private static Variables with(String value) {
    return new Variables(Map.of("BREVE_X", value));
  }

  private static String refusal(String value, Consumer<Variables> read) {
    ConfigurationException e =
        catchThrowableOfType(ConfigurationException.class, () -> read.accept(with(value)));
    assertThat(e).as("“%s” is refused", value).isNotNull();
    assertThat(e.variable()).isEqualTo("BREVE_X");
    assertThat(e).hasMessageStartingWith("BREVE_X ").hasMessageNotContainingAny("\n", "Exception");
    return String.valueOf(e.getMessage());
  }

  @Test
  void text_blank_countsAsUnset_andWhiteSpaceAroundIsCut() {
    assertThat(with(" \t ").text("BREVE_X")).isEmpty();
    assertThat(new Variables(Map.of()).text("BREVE_X")).isEmpty();
    assertThat(with("  a b\n").text("BREVE_X")).contains("a b");
  }

  @Test
  void everyType_blank_fallsBack() {
    Variables blank = with(" ");
    assertThat(blank.integer("BREVE_X", 7, 1, 8)).isEqualTo(7);
    assertThat(blank.decimal("BREVE_X")).isEmpty();
    assertThat(blank.duration("BREVE_X", Duration.ZERO)).isZero();
    assertThat(blank.url("BREVE_X")).isEmpty();
    assertThat(blank.choice("BREVE_X", Colour.class, Colour.RED)).isEqualTo(Colour.RED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "8", "+3"})
  void integer_inRange_isRead(String value) {
    assertThat(with(value).integer("BREVE_X", 7, 1, 8)).isEqualTo(Integer.parseInt(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "9", "-1", "3.0", "three", "99999999999", "1 000", "0x2"})
  void integer_wrong_namesVariableAndRange(String value) {
    assertThat(refusal(value, v -> v.integer("BREVE_X", 7, 1, 8)))
        .contains("“" + value + "”", "from 1 to 8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.15", "3", "1e-3"})
  void decimal_notNegative_isRead(String value) {
    assertThat(with(value).decimal("BREVE_X").orElseThrow()).isEqualByComparingTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.1", "0,15", "$3", "NaN", "1.2.3"})
  void decimal_wrong_namesVariable(String value) {
    assertThat(refusal(value, v -> v.decimal("BREVE_X"))).contains("“" + value + "”");
  }

  @ParameterizedTest
  @CsvSource({
    "500ms, PT0.5S",
    "25s, PT25S",
    "5m, PT5M",
    "2h, PT2H",
    "90d, PT2160H",
    "90D, PT2160H",
    "PT1M30S, PT1M30S",
    "p2d, PT48H"
  })
  void duration_shortOrIso8601_isRead(String value, Duration expected) {
    assertThat(with(value).duration("BREVE_X", Duration.ZERO)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0s", "-1s", "PT0S", "-PT1S", "90", "90 d", "1.5h", "2w", "1h30m", "9999999999d"})
  void duration_wrong_namesVariable(String value) {
    assertThat(refusal(value, v -> v.duration("BREVE_X", Duration.ZERO)))
        .contains("“" + value + "”", "such as 500ms");
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.example.org/v1, https://api.example.org/v1",
    "https://api.example.org/v1///, https://api.example.org/v1",
    "http://127.0.0.1:11434/, http://127.0.0.1:11434"
  })
  void url_web_isReadWithoutTheSlashAtItsEnd(String value, String expected) {
    assertThat(with(value).url("BREVE_X")).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api.example.org",
        "ftp://anne:secret@h",
        "http://",
        "http:secret",
        "https://a b/secret"
      })
  void url_wrong_namesVariable_andKeepsTheValueToItself(String value) {
    assertThat(refusal(value, v -> v.url("BREVE_X"))).doesNotContain("secret", value);
  }

  @ParameterizedTest
  @CsvSource({"red, RED", "RED, RED", "light-blue, LIGHT_BLUE", "Light-Blue, LIGHT_BLUE"})
  void choice_nameInAnyCase_isRead(String value, Colour expected) {
    assertThat(with(value).choice("BREVE_X", Colour.class)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"green", "light_blue", "light blue", "r"})
  void choice_wrong_namesVariableAndChoices(String value) {
    assertThat(refusal(value, v -> v.choice("BREVE_X", Colour.class)))
        .contains("“" + value + "”", "red, light-blue");
  }
}
