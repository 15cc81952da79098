package news.breve.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import news.breve.article.Language;
import news.breve.article.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ValueWriterTest {
  /** « Livre » is a weight, a currency or a book; what it is depends on the article. */
  private static final String EITHER = "pound";

  private static final List<Approximation> APPROXIMATIONS =
      Stream.of(Approximation.values())
          .filter(approximation -> approximation != Approximation.ORDER)
          .toList();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2190000000 | EUR | 2,19 milliards d'euros | €2.19 billion
          1500000 | EUR | 1,5 million d'euros | €1.5 million
          40000000 | USD | 40 millions de dollars américains | US$40 million
          40 | CAD | 40 dollars canadiens | C$40
          5000000 | CHF | 5 millions de francs suisses | CHF 5 million
          1234567 | GBP | 1 234 567 livres sterling | £1,234,567
          1.5 | EUR | 1,50 euro | €1.50
          3000000000000 | JPY | 3 billions de yens | ¥3 trillion
          7000000000 | INR | 7 milliards de roupies indiennes | ₹7 billion
          """)
  void write_money_isAsAnEditorWould(
      BigDecimal amount, String currency, String french, String english) {
    Value money = new Value.Money(amount, currency);

    assertThat(plain(Language.FRENCH, money)).isEqualTo(french);
    assertThat(plain(Language.ENGLISH, money)).isEqualTo(english);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          450 | member of the military | about | environ 450 militaires | about 450 military personnel
          9700 | death | more-than | plus de 9 700 morts | more than 9,700 deaths
          1 | seat | exact | 1 siège | 1 seat
          3.2 | percent | exact | 3,2 % | 3.2%
          1.5 | percentage-point | exact | 1,5 point de pourcentage | 1.5 percentage points
          12000000 | inhabitant | nearly | près de 12 millions d'habitants | nearly 12 million inhabitants
          40000000 | dollar | exact | 40 millions de dollars | $40 million
          """)
  void write_quantity_isAsAnEditorWould(
      BigDecimal amount, String unit, String approximation, String french, String english) {
    Value quantity = new Value.Quantity(amount, unit, Approximation.ofCode(approximation));

    assertThat(plain(Language.FRENCH, quantity)).isEqualTo(french);
    assertThat(plain(Language.ENGLISH, quantity)).isEqualTo(english);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2017-03-03 | 3 mars 2017 | March 3, 2017
          --04-01 | 1er avril | April 1
          2014-04-01 | 1er avril 2014 | April 1, 2014
          2016-07 | juillet 2016 | July 2016
          2014-21 | printemps 2014 | spring 2014
          2023-34 | deuxième trimestre de 2023 | second quarter of 2023
          199X | années 1990 | 1990s
          --04-26/--04-27 | 26 et 27 avril | April 26 and 27
          2017-03-03/2017-03-15 | 3 au 15 mars 2017 | March 3 to 15, 2017
          """)
  void write_date_isAsAnEditorWould(String date, String french, String english) {
    assertThat(plain(Language.FRENCH, new Value.Date(date))).isEqualTo(french);
    assertThat(plain(Language.ENGLISH, new Value.Date(date))).isEqualTo(english);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void write_anyAmount_isReadBackAsItself(Language language) {
    Random random = new Random(20170303);
    for (int i = 0; i < 3_000; i++) {
      BigDecimal amount =
          BigDecimal.valueOf(random.nextLong(10_000), random.nextInt(3))
              .multiply(BigDecimal.TEN.pow(random.nextInt(12)));
      Approximation approximation = APPROXIMATIONS.get(random.nextInt(APPROXIMATIONS.size()));
      assertReadBack(language, new Value.Quantity(amount, "soldier", approximation));
      assertReadBack(language, new Value.Quantity(amount, "percent", approximation));
      assertReadBack(language, new Value.Money(amount, "EUR", approximation));
      assertReadBack(language, new Value.Money(amount, "CAD", approximation));
      assertReadBack(language, new Value.Quantity(amount, "dollar", approximation));
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void write_everyDayOfALeapYear_isReadBackAsItself(Language language) {
    for (LocalDate day = LocalDate.of(2024, 1, 1); day.getYear() == 2024; day = day.plusDays(1)) {
      assertReadBack(language, new Value.Date(day.toString()));
      assertReadBack(language, new Value.Date("-" + day.toString().substring(4)));
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void write_everyUnitOfTheTable_isReadBackAsItself(Language language) {
    for (var row : Table.read(ValueWriterTest.class, "counted-nouns.tsv", 3)) {
      if (row.get(0).equals(EITHER)) {
        continue;
      }
      assertReadBack(language, new Value.Quantity(BigDecimal.valueOf(1), row.get(0)));
      assertReadBack(language, new Value.Quantity(BigDecimal.valueOf(32), row.get(0)));
      assertReadBack(language, new Value.Quantity(BigDecimal.valueOf(3_000_000), row.get(0)));
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void write_everyCurrencyOfTheTable_isReadBackAsItself(Language language) {
    for (var row : Table.read(ValueWriterTest.class, "currencies.tsv", 7)) {
      String code = row.get(0);
      if (code.equals(EITHER)) {
        continue;
      }
      BigDecimal amount = BigDecimal.valueOf(3_000_000);
      boolean certain = Character.isUpperCase(code.charAt(0));
      assertReadBack(
          language, certain ? new Value.Money(amount, code) : new Value.Quantity(amount, code));
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void write_everyNameOfTheTables_isReadBackAsItself(Language language) {
    for (var row : Table.read(ValueWriterTest.class, "places.tsv", 2)) {
      assertReadBack(language, new Value.Place(Cells.alternatives(row.get(1)).getFirst()));
    }
    for (var row : Table.read(ValueWriterTest.class, "organizations.tsv", 2)) {
      assertReadBack(language, new Value.Organization(Cells.alternatives(row.get(1)).getFirst()));
    }
  }

  @Test
  void write_frenchAmount_hasTheSpacesOfFrenchTypography() {
    assertThat(
            new ValueWriter(Language.FRENCH)
                .write(new Value.Quantity(new BigDecimal("9700.5"), "percent")))
        .contains("9\u202f700,5\u00a0%");
  }

  private static void assertReadBack(Language language, Value value) {
    String words = new ValueWriter(language).write(value).orElseThrow();
    assertThat(new Reader(language).read(words))
        .as(words)
        .extracting(Mention::value)
        .containsExactly(value);
  }

  /** Spaces of any width as plain ones. */
  private static String plain(Language language, Value value) {
    return new ValueWriter(language)
        .write(value)
        .orElseThrow()
        .replace('\u00a0', ' ')
        .replace('\u202f', ' ');
  }
}
