package news.breve.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.ibm.icu.text.RuleBasedNumberFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.breve.article.Json;
import news.breve.article.Language;
import news.breve.article.Table;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReaderTest {
  static Stream<List<String>> french() {
    return Table.read(ReaderTest.class, "french-values.tsv", 2).stream();
  }

  static Stream<List<String>> english() {
    return Table.read(ReaderTest.class, "english-values.tsv", 2).stream();
  }

  static Stream<List<String>> pairs() {
    return Table.read(ReaderTest.class, "pairs.tsv", 3).stream();
  }

  @ParameterizedTest
  @MethodSource("french")
  void read_frenchWords_givesTheirValues(List<String> row) {
    assertThat(json(Language.FRENCH, row.get(0))).isEqualTo(expected(row));
  }

  @ParameterizedTest
  @MethodSource("english")
  void read_englishWords_givesTheirValues(List<String> row) {
    assertThat(json(Language.ENGLISH, row.get(0))).isEqualTo(expected(row));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void read_pair_isSameOrDifferent(List<String> row) {
    List<Value> french = values(Language.FRENCH, row.get(0));
    List<Value> english = values(Language.ENGLISH, row.get(1));

    assertThat(french).isNotEmpty();
    assertThat(french.equals(english)).isEqualTo(row.get(2).equals("same"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void read_everyNumberSpelledOut_isTheNumber(Language language) {
    RuleBasedNumberFormat speller =
        new RuleBasedNumberFormat(
            Locale.forLanguageTag(language.code()), RuleBasedNumberFormat.SPELLOUT);
    for (int number = 2; number < 10_000; number++) {
      assertThat(
              values(language, speller.format(number, "%spellout-cardinal" + masculine(language))))
          .as(speller.format(number))
          .containsExactly(new Value.Quantity(BigDecimal.valueOf(number), null));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr-BE", "fr-CH"})
  void read_regionalFrenchNumbers_areTheNumbers(String locale) {
    RuleBasedNumberFormat speller =
        new RuleBasedNumberFormat(Locale.forLanguageTag(locale), RuleBasedNumberFormat.SPELLOUT);
    for (int number = 2; number < 1000; number++) {
      assertThat(values(Language.FRENCH, speller.format(number, "%spellout-cardinal-masculine")))
          .as(speller.format(number))
          .containsExactly(new Value.Quantity(BigDecimal.valueOf(number), null));
    }
  }

  private static String masculine(Language language) {
    return language == Language.FRENCH ? "-masculine" : "";
  }

  @Test
  void read_sentence_givesSpansOfTheWordsRead() {
    String text = "L’an dernier, près de 2,5 millions d’euros ont été versés à Genève.";

    assertThat(new Reader(Language.FRENCH).read(text))
        .extracting(mention -> mention.in(text))
        .containsExactly("près de 2,5 millions d’euros", "Genève");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1 2 3 ", "vingt ", "a ", "« ", "mars ", "de ", "$", "1,", "d'", "- ", "Saint-"})
  void read_longRepetition_takesLinearTime(String unit) {
    String text = unit.repeat(50_000 / unit.length());

    for (Language language : Language.values()) {
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(20), () -> new Reader(language).read(text));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2 800 soldats en Lettonie", "2 800 soldats le 3 mars"})
  void valueOf_amountAmongOthers_isTheAmount(String words) {
    assertThat(new Reader(Language.FRENCH).valueOf(words))
        .contains(new Value.Quantity(BigDecimal.valueOf(2800), "soldier"));
  }

  @Test
  void valueOf_twoAmounts_isNone() {
    assertThat(new Reader(Language.FRENCH).valueOf("2 800 soldats et 40 chars")).isEmpty();
  }

  @Test
  void setting_oneDollarNamed_isMeantThroughout() {
    Setting setting = Setting.of("It cost 3 Canadian dollars, then $5.", Language.ENGLISH);

    assertThat(new Reader(Language.ENGLISH, setting).valueOf("$5"))
        .contains(new Value.Money(BigDecimal.valueOf(5), "CAD"));
  }

  @Test
  void setting_twoDollarsNamed_isUnknown() {
    Setting setting = Setting.of("It cost C$3, or US$2.", Language.ENGLISH);

    assertThat(new Reader(Language.ENGLISH, setting).valueOf("$5"))
        .contains(new Value.Quantity(BigDecimal.valueOf(5), "dollar"));
  }

  @Test
  void setting_swissStory_countsSwissFrancs() {
    Setting setting = Setting.of("Le canton de Genève paiera 3 francs.", Language.FRENCH);

    assertThat(new Reader(Language.FRENCH, setting).valueOf("3 francs"))
        .contains(new Value.Money(BigDecimal.valueOf(3), "CHF"));
  }

  private static List<Value> values(Language language, String text) {
    return new Reader(language).read(text).stream().map(Mention::value).toList();
  }

  private static String expected(List<String> row) {
    return row.get(1).equals("-") ? "" : row.get(1);
  }

  private static String json(Language language, String text) {
    return values(language, text).stream().map(ReaderTest::json).collect(Collectors.joining(" "));
  }

  private static String json(Value value) {
    try {
      String json = Json.mapper().writeValueAsString(value);
      assertThat(Json.mapper().readValue(json, Value.class)).isEqualTo(value);
      return json;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
