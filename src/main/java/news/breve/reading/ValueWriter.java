package news.breve.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.breve.article.Language;
import news.breve.reading.Currencies.Currency;

/**
 * Writes values in French or English as an editor would: 2,19 milliards d'euros, €2.19 billion.
 * What it writes, {@link Reader} reads back as the same value.
 */
public final class ValueWriter {
  private static final char NO_BREAK_SPACE = '\u00A0';
  private static final List<BigDecimal> MAGNITUDES =
      List.of(BigDecimal.TEN.pow(12), BigDecimal.TEN.pow(9), BigDecimal.TEN.pow(6));

  /** With more decimals a magnitude is harder to read than the digits. */
  private static final int MAX_DECIMALS = 3;

  private final Language language;
  private final DecimalFormatSymbols symbols;

  public ValueWriter(Language language) {
    this.language = language;
    this.symbols = DecimalFormatSymbols.getInstance(isFrench() ? Locale.FRANCE : Locale.US);
  }

  private boolean isFrench() {
    return language == Language.FRENCH;
  }

  /** Returns the value in words, or empty if it can't be said in this language with certainty. */
  public Optional<String> write(Value value) {
    return switch (value) {
      case Value.Money money ->
          Currencies.of(money.currency())
              .filter(currency -> money.approximation() != Approximation.ORDER)
              .map(c -> money(money.amount(), orExact(money.approximation()), c));
      case Value.Quantity quantity -> quantity(quantity);
      case Value.Date date -> new DateWriter(language).write(date.date());
      case Value.Place place -> Names.instance().written(place, language);
      case Value.Organization body -> Names.instance().written(body, language);
      case Value.Score score -> Optional.of(score.score());
      case Value.Fraction _,
          Value.Ordinal _,
          Value.Label _,
          Value.Weekday _,
          Value.RelativeDay _,
          Value.Time _,
          Value.Person _,
          Value.Quote _ ->
          Optional.empty();
    };
  }

  private static Approximation orExact(
      @org.jspecify.annotations.Nullable Approximation approximation) {
    return approximation == null ? Approximation.EXACT : approximation;
  }

  private Optional<String> quantity(Value.Quantity quantity) {
    Approximation approximation = orExact(quantity.approximation());
    if (approximation == Approximation.ORDER) {
      return Optional.empty();
    }
    BigDecimal amount = quantity.amount();
    String unit = quantity.unit();
    if (unit == null) {
      return Optional.of(qualified(approximation, number(amount)));
    }
    if (unit.equals(Value.Quantity.PERCENT)) {
      String percent = isFrench() ? digits(amount) + NO_BREAK_SPACE + "%" : digits(amount) + "%";
      return Optional.of(qualified(approximation, percent));
    }
    return Currencies.of(unit)
        .map(currency -> money(amount, approximation, currency))
        .or(() ->
            Units.of(language)
                .forms(unit)
                .map(forms -> qualified(approximation, counted(amount, forms))));
  }

  private String counted(BigDecimal amount, Forms forms) {
    return counted(amount, number(amount), forms);
  }

  private String counted(BigDecimal amount, String number, Forms forms) {
    String noun = forms.after(amount, language);
    if (!isFrench()) {
      return number + " " + noun;
    }
    return magnitude(amount).isPresent() ? number + " " + de(noun) : number + NO_BREAK_SPACE + noun;
  }

  /** "De" loses its vowel before another and before h: no noun of ours has an aspirated one. */
  private static String de(String noun) {
    boolean semivowel = noun.startsWith("yuan") || noun.startsWith("yen");
    boolean elided = "aeiouyh".indexOf(Folding.fold(noun).charAt(0)) >= 0 && !semivowel;
    return elided ? "d'" + noun : "de " + noun;
  }

  private String money(BigDecimal amount, Approximation approximation, Currency currency) {
    boolean compact = magnitude(amount).isPresent();
    String number = compact ? number(amount) : cents(amount);
    boolean sign = !isFrench() && !currency.englishSign().equals("-");
    if (!sign) {
      return qualified(approximation, counted(amount, number, currency.forms(language)));
    }
    String symbol = currency.englishSign();
    boolean letters = Character.isLetter(symbol.charAt(symbol.length() - 1));
    String minus = amount.signum() < 0 ? "-" : "";
    String unsigned = amount.signum() < 0 ? number.substring(1) : number;
    return qualified(approximation, minus + symbol + (letters ? NO_BREAK_SPACE : "") + unsigned);
  }

  /** Two decimals or none: 1,50 euro. */
  private String cents(BigDecimal amount) {
    return amount.scale() > 0 && amount.scale() <= 2
        ? format(amount.setScale(2, RoundingMode.UNNECESSARY), "#,##0.00")
        : digits(amount);
  }

  /** Returns 2,19 milliards, or all digits where a magnitude would not be shorter. */
  private String number(BigDecimal amount) {
    return magnitude(amount)
        .map(magnitude -> {
          BigDecimal mantissa = amount.divide(magnitude);
          Forms word = Numerals.of(language).scale(magnitude.longValueExact());
          // English writes 2.5 million, never millions, after a number.
          return isFrench()
              ? digits(mantissa) + NO_BREAK_SPACE + word.after(mantissa, language)
              : digits(mantissa) + " " + word.one();
        })
        .orElseGet(() -> digits(amount));
  }

  private static Optional<BigDecimal> magnitude(BigDecimal amount) {
    return MAGNITUDES.stream()
        .filter(m -> amount.abs().compareTo(m) >= 0)
        .findFirst()
        .filter(m -> amount.divide(m).stripTrailingZeros().scale() <= MAX_DECIMALS);
  }

  private String digits(BigDecimal amount) {
    return format(amount, "#,##0.##########");
  }

  private String format(BigDecimal amount, String pattern) {
    DecimalFormat format = new DecimalFormat(pattern, symbols);
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    return format.format(amount).replace('\u2212', '-');
  }

  private String qualified(Approximation approximation, String words) {
    return Approximations.of(language)
        .written(approximation)
        .map(word -> word.endsWith("'") ? word + words : word + " " + words)
        .orElse(words);
  }
}
