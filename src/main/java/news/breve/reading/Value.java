package news.breve.reading;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What code reads in a text, independent of its language: equal values mean the same. Written to
 * JSON as it stands; a kind is known by its keys.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
  @JsonSubTypes.Type(Value.Money.class),
  @JsonSubTypes.Type(Value.Quantity.class),
  @JsonSubTypes.Type(Value.Fraction.class),
  @JsonSubTypes.Type(Value.Ordinal.class),
  @JsonSubTypes.Type(Value.Score.class),
  @JsonSubTypes.Type(Value.Label.class),
  @JsonSubTypes.Type(Value.Date.class),
  @JsonSubTypes.Type(Value.Weekday.class),
  @JsonSubTypes.Type(Value.RelativeDay.class),
  @JsonSubTypes.Type(Value.Time.class),
  @JsonSubTypes.Type(Value.Place.class),
  @JsonSubTypes.Type(Value.Organization.class),
  @JsonSubTypes.Type(Value.Person.class),
  @JsonSubTypes.Type(Value.Quote.class)
})
public sealed interface Value {
  /**
   * An amount of money whose currency is certain.
   *
   * @param amount in units of the currency: 2190000000 for 2,19 milliards
   * @param currency ISO 4217 code
   * @param approximation how the text qualifies the amount
   */
  record Money(
      @JsonSerialize(using = PlainNumber.class) BigDecimal amount,
      String currency,
      @JsonInclude(
              value = JsonInclude.Include.CUSTOM,
              valueFilter = Approximation.UnlessExact.class)
          @Nullable Approximation approximation)
      implements Value {
    public Money {
      amount = plain(amount);
      approximation = orExact(approximation);
    }

    /** Money to the cent, as the text has it. */
    public Money(BigDecimal amount, String currency) {
      this(amount, currency, Approximation.EXACT);
    }
  }

  /**
   * A number of something.
   *
   * @param amount the number itself
   * @param unit English singular of what is counted ({@code soldier}), {@code percent}, {@code
   *     percentage-point}, {@code dollar} where nothing says whose; null if it is a bare number
   * @param approximation how the text qualifies the amount
   */
  record Quantity(
      @JsonSerialize(using = PlainNumber.class) BigDecimal amount,
      @Nullable String unit,
      @JsonInclude(
              value = JsonInclude.Include.CUSTOM,
              valueFilter = Approximation.UnlessExact.class)
          @Nullable Approximation approximation)
      implements Value {
    public static final String PERCENT = "percent";
    public static final String PERCENTAGE_POINT = "percentage-point";

    public Quantity {
      amount = plain(amount);
      approximation = orExact(approximation);
    }

    /** A number without qualification. */
    public Quantity(BigDecimal amount, @Nullable String unit) {
      this(amount, unit, Approximation.EXACT);
    }

    /** Returns if it is a share or a difference of shares. */
    @JsonIgnore
    public boolean isPercentage() {
      return PERCENT.equals(unit) || PERCENTAGE_POINT.equals(unit);
    }

    /** Returns if it is money of an unnamed country, such as dollars. */
    @JsonIgnore
    public boolean isMoney() {
      return unit != null && Currencies.of(unit).isPresent();
    }
  }

  /**
   * A part of a whole, such as two thirds.
   *
   * @param numerator at least 1
   * @param denominator at least 2
   * @param approximation how the text qualifies the part
   */
  record Fraction(
      int numerator,
      int denominator,
      @JsonInclude(
              value = JsonInclude.Include.CUSTOM,
              valueFilter = Approximation.UnlessExact.class)
          @Nullable Approximation approximation)
      implements Value {
    public Fraction {
      approximation = orExact(approximation);
    }

    /** Returns if parts are such as decimals end in: tenths, hundredths, thousandths. */
    public static boolean isDecimal(int denominator) {
      return denominator == 10 || denominator == 100 || denominator == 1000;
    }

    /** A part without qualification. */
    public Fraction(int numerator, int denominator) {
      this(numerator, denominator, Approximation.EXACT);
    }
  }

  /**
   * A rank: third, 21st, XXIe. Not a number of anything.
   *
   * @param ordinal at least 1
   */
  record Ordinal(int ordinal) implements Value {}

  /**
   * The result of a game.
   *
   * @param score as given, with a hyphen: {@code 3-2}
   */
  record Score(String score) implements Value {}

  /**
   * A number that names a thing: article 49.3, Bill 21, Highway 401.
   *
   * @param label the number as written
   */
  record Label(String label) implements Value {}

  /**
   * A date as far as the text gives it.
   *
   * @param date ISO 8601-2: {@code 2017-03-03}, {@code 2017-03}, {@code 2017}, {@code --04-01},
   *     {@code --04}; {@code 2014-21} to {@code 24} for a spring to a winter, {@code 2014-33} to
   *     {@code 36} for a quarter, {@code 199X} for a decade; {@code --04-26/--04-27} for a span
   */
  record Date(String date) implements Value {}

  /** A day of the week, without saying which week. */
  record Weekday(DayOfWeek weekday) implements Value {}

  /**
   * A day counted from the day of publication: yesterday is −1.
   *
   * @param daysFromPublication in the publisher's time zone
   */
  record RelativeDay(int daysFromPublication) implements Value {
    /** Returns the date it means in an article of a given day. */
    public Date publishedOn(LocalDate published) {
      return new Date(published.plusDays(daysFromPublication).toString());
    }
  }

  /**
   * A time of day.
   *
   * @param time {@code HH:MM}, 24 hours
   */
  record Time(String time) implements Value {}

  /**
   * A place of the tables.
   *
   * @param place its English name, the key of the tables
   */
  record Place(String place) implements Value {}

  /**
   * A body of the tables.
   *
   * @param organization its shortest English name, the key of the tables
   */
  record Organization(String organization) implements Value {}

  /**
   * A person, as named.
   *
   * @param person the name as written, without title
   */
  record Person(String person) implements Value {}

  /**
   * Words somebody said.
   *
   * @param quote the words between the quotation marks
   */
  record Quote(String quote) implements Value {}

  /** Equal amounts are equal values: 5.0 is 5, 1E+3 is 1000. */
  private static BigDecimal plain(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static Approximation orExact(@Nullable Approximation approximation) {
    return approximation == null ? Approximation.EXACT : approximation;
  }
}
