package news.breve.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import news.breve.article.Language;
import news.breve.reading.Cardinals.Cardinal;
import news.breve.reading.Currencies.Currency;
import org.jspecify.annotations.Nullable;

/**
 * Reads amounts: money, percentages, numbers with what they count, bare numbers, and ranges, whose
 * first number shares the unit and the magnitude of the second (10 à 15 millions d'euros).
 */
final class AmountReader implements ValueReader {
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private static final TimeReader TIMES = new TimeReader();

  private final Setting setting;

  AmountReader(Setting setting) {
    this.setting = setting;
  }

  /** An amount with what it is of: a currency, a unit, or neither. */
  private record Amount(
      Cardinal cardinal, @Nullable Currency currency, @Nullable String unit, int end) {
    boolean isBare() {
      return currency == null && unit == null;
    }

    boolean saysMoreThanDigits() {
      return !isBare() || cardinal.magnitude().compareTo(BigDecimal.ONE) > 0;
    }
  }

  @Override
  public boolean mayBegin(Token token, Language language) {
    return token.is("an")
        || token.is("one")
        || Currencies.mayBegin(token, language)
        || Cardinals.of(language).mayBegin(token);
  }

  @Override
  public Optional<Found> at(Tokens tokens, int i) {
    return amount(tokens, i)
        .map(first -> range(tokens, i, first).orElseGet(() -> single(tokens, i, first)));
  }

  private Found single(Tokens tokens, int i, Amount amount) {
    return Found.one(tokens, i, amount.end(), value(tokens, i, amount.cardinal(), amount));
  }

  private Optional<Found> range(Tokens tokens, int i, Amount first) {
    int connector = first.end();
    if (!isRangeConnector(tokens, connector) || isToTheMinute(tokens, connector + 1)) {
      return Optional.empty();
    }
    return amount(tokens, connector + 1)
        .map(second -> withOpenSign(tokens, first, connector, second))
        .filter(Amount::saysMoreThanDigits)
        .filter(second -> first.isBare() || isOpenSign(first, second))
        .map(second -> {
          Cardinal low = shared(first.cardinal(), second.cardinal(), isFrom(tokens.get(i - 1)));
          Mention from = Found.mention(tokens, i, first.end(), value(tokens, i, low, second));
          Mention to =
              Found.mention(
                  tokens, connector + 1, second.end(), value(tokens, i, second.cardinal(), second));
          return new Found(List.of(from, to), second.end());
        });
  }

  /** « Appel au 999 à 10 h 22 »: a number and a time. */
  private static boolean isToTheMinute(Tokens tokens, int i) {
    return TIMES
        .at(tokens, i)
        .filter(found ->
            found.mentions().getFirst().value() instanceof Value.Time(String time)
                && !time.endsWith(":00"))
        .isPresent();
  }

  /** "$2–3 billion": the sign before the first number is the second's too. */
  private static Amount withOpenSign(Tokens tokens, Amount first, int connector, Amount second) {
    Token token = tokens.get(connector);
    boolean spans = token.isDash() || token.is("to");
    return spans && first.currency() != null && second.isBare()
        ? new Amount(second.cardinal(), first.currency(), null, second.end())
        : second;
  }

  /** "$2 to $3 billion", "$2–3 billion": the second number closes what the sign opened. */
  private static boolean isOpenSign(Amount first, Amount second) {
    return first.currency() != null
        && first.currency().equals(second.currency())
        && first.cardinal().magnitude().compareTo(BigDecimal.ONE) == 0;
  }

  /**
   * « De 71 à 23 millions »: both ends are millions, whichever is greater; "from $225,000 to $10
   * million" goes from thousands.
   */
  private static boolean isFrom(Token before) {
    return before.is("de") || before.is("from");
  }

  private static Cardinal shared(Cardinal low, Cardinal high, boolean from) {
    BigDecimal mantissa = high.amount().divide(high.magnitude(), MathContext.DECIMAL64);
    boolean shares =
        low.magnitude().compareTo(BigDecimal.ONE) == 0
            && ((from && low.amount().compareTo(THOUSAND) < 0)
                || low.amount().compareTo(mantissa) < 0);
    return shares ? low.times(high.magnitude(), low.end()) : low;
  }

  private static boolean isRangeConnector(Tokens tokens, int i) {
    Token token = tokens.get(i);
    if (tokens.isFrench()) {
      return token.isDash() || token.is("a") || token.is("et") || token.is("ou");
    }
    return token.isDash() || token.is("to") || token.is("and") || token.is("or");
  }

  /**
   * In brackets after an amount stands what it is in another currency: C$60 million ($43 million).
   */
  private Value value(Tokens tokens, int i, Cardinal cardinal, Amount amount) {
    if (amount.currency() != null) {
      String said = amount.currency().code();
      String code = tokens.get(i - 1).is("(") ? said : setting.currency(said);
      return Currencies.of(code).filter(Currency::isCertain).isPresent()
          ? new Value.Money(cardinal.amount(), code, cardinal.approximation())
          : new Value.Quantity(cardinal.amount(), code, cardinal.approximation());
    }
    return new Value.Quantity(cardinal.amount(), amount.unit(), cardinal.approximation());
  }

  private Optional<Amount> amount(Tokens tokens, int i) {
    Optional<Amount> signed = signBefore(tokens, i);
    return signed.isPresent() ? signed : numberFirst(tokens, i);
  }

  /** $40 million, €500m, US$1.2B, CHF 5 million. */
  private static Optional<Amount> signBefore(Tokens tokens, int i) {
    Cardinals cardinals = Cardinals.of(tokens);
    Phrases.Match<Approximation> approximation = Approximations.of(tokens).before(tokens, i);
    int at = approximation.end();
    boolean minus = Cardinals.isMinus(tokens, at);
    return Currencies.at(tokens, minus ? at + 1 : at)
        .filter(sign -> tokens.get(sign.end()).isNumber())
        .flatMap(sign ->
            cardinals
                .at(tokens, sign.end())
                .map(c -> {
                  Cardinal cardinal = suffixed(tokens, abbreviated(tokens, c));
                  if (minus) {
                    cardinal = cardinal.times(BigDecimal.ONE.negate(), cardinal.end());
                  }
                  Phrases.Match<Currency> said = saidAfter(tokens, cardinal.end(), sign.value());
                  return qualified(
                      tokens,
                      approximation.value() == Approximation.EXACT
                          ? cardinal
                          : cardinal.approximately(approximation.value(), cardinal.end()),
                      said.value(),
                      null,
                      said.end());
                }));
  }

  /** "$40 million CAD" says after the amount whose dollars they are. */
  private static Phrases.Match<Currency> saidAfter(Tokens tokens, int end, Currency sign) {
    return Currencies.at(tokens, end)
        .filter(after -> after.value().equals(sign) || !sign.isCertain())
        .filter(after -> after.value().isCertain())
        .orElse(new Phrases.Match<>(sign, end));
  }

  private Optional<Amount> numberFirst(Tokens tokens, int i) {
    Cardinals cardinals = Cardinals.of(tokens);
    return cardinals
        .at(tokens, i)
        .map(number -> suffixed(tokens, number))
        .map(cardinal ->
            money(tokens, cardinal)
                .or(() -> counted(tokens, i, cardinals, cardinal))
                .orElseGet(() -> qualified(tokens, cardinal, null, null, cardinal.end())))
        .or(() -> articled(tokens, i));
  }

  /**
   * Une heure et demie, a year and a half; un pour cent, a percentage point: elsewhere "one" and
   * "a" are no numbers.
   */
  private static Optional<Amount> articled(Tokens tokens, int i) {
    Cardinals cardinals = Cardinals.of(tokens);
    Phrases.Match<Approximation> said = Approximations.of(tokens).before(tokens, i);
    Token article = tokens.get(said.end());
    boolean one =
        tokens.isFrench()
            ? article.is("un") || article.is("une")
            : article.is("a") || article.is("an") || article.is("one");
    if (!one) {
      return Optional.empty();
    }
    return Units.of(tokens.language())
        .at(tokens, said.end() + 1)
        .flatMap(unit -> {
          int end = cardinals.halfAfterNoun(tokens, unit.end());
          boolean half = end > unit.end();
          BigDecimal amount = half ? BigDecimal.ONE.add(HALF) : BigDecimal.ONE;
          Cardinal cardinal = new Cardinal(amount, BigDecimal.ONE, said.value(), true, end);
          return half
                  || unit.value().equals(Value.Quantity.PERCENT)
                  || unit.value().equals(Value.Quantity.PERCENTAGE_POINT)
              ? Optional.of(qualified(tokens, cardinal, null, unit.value(), end))
              : Optional.empty();
        });
  }

  /** 2,19 milliards d'euros, 500 M€, 40 $ CA, five million pounds sterling. */
  private Optional<Amount> money(Tokens tokens, Cardinal cardinal) {
    int of = cardinal.end();
    if (isOf(tokens, of)) {
      of++;
    }
    Cardinal abbreviated = abbreviated(tokens, cardinal);
    return Currencies.at(tokens, of)
        .filter(c -> !isNoun(c.value()))
        .map(c -> qualified(tokens, cardinal, c.value(), null, c.end()))
        .or(() ->
            Currencies.at(tokens, abbreviated.end())
                .filter(c -> abbreviated.end() > cardinal.end())
                .map(c -> qualified(tokens, abbreviated, c.value(), null, c.end())));
  }

  /** Livres are books and pounds are weights where the article doesn't deal in them. */
  private boolean isNoun(Currency currency) {
    return currency.code().equals("pound") && setting.currency("pound").equals("pound");
  }

  private static Cardinal abbreviated(Tokens tokens, Cardinal cardinal) {
    boolean near =
        tokens.touchesPrevious(cardinal.end()) || tokens.isOneSpaceAfterPrevious(cardinal.end());
    if (!near || cardinal.magnitude().compareTo(BigDecimal.ONE) != 0) {
      return cardinal;
    }
    return Cardinals.of(tokens)
        .abbreviationAt(tokens, cardinal.end())
        .map(factor -> cardinal.times(BigDecimal.valueOf(factor), cardinal.end() + 1))
        .orElse(cardinal);
  }

  /** 450 militaires, 71-year-old, 1,5 million de tonnes, deux ans et demi. */
  private static Optional<Amount> counted(
      Tokens tokens, int i, Cardinals cardinals, Cardinal cardinal) {
    int at = tokens.afterHyphen(cardinal.end());
    if (isOf(tokens, at)) {
      at++;
    }
    return Units.of(tokens.language())
        .at(tokens, at, cardinal.amount())
        .filter(unit -> Measures.isMeasure(unit.value()) || !isAge(tokens, i))
        .map(unit -> {
          int half = cardinals.halfAfterNoun(tokens, unit.end());
          Cardinal whole =
              half == unit.end()
                  ? cardinal
                  : new Cardinal(
                      cardinal.amount().add(HALF),
                      cardinal.magnitude(),
                      cardinal.approximation(),
                      cardinal.spelled(),
                      half);
          return qualified(tokens, whole, null, unit.value(), half);
        });
  }

  /** "A man of 73 missing since Sunday", "aged 54 accused of theft": the number is his age. */
  private static boolean isAge(Tokens tokens, int i) {
    if (tokens.get(i - 1).is("aged")) {
      return true;
    }
    boolean age = tokens.get(i - 1).is("of") && !tokens.isFrench();
    return age
        && Units.of(tokens.language())
            .at(tokens, i - 2)
            .filter(noun -> Measures.mayBeSame(noun.value(), "person"))
            .isPresent();
  }

  /** 300+, "40-odd people": the words before it, if any, win. */
  private static Cardinal suffixed(Tokens tokens, Cardinal cardinal) {
    Phrases.Match<Approximation> suffix =
        Approximations.of(tokens).suffix(tokens, cardinal.end(), cardinal.approximation());
    return suffix.end() == cardinal.end()
        ? cardinal
        : cardinal.approximately(
            cardinal.approximation() == Approximation.EXACT
                    || cardinal.approximation() == Approximation.ABOUT
                ? suffix.value()
                : cardinal.approximation(),
            suffix.end());
  }

  private static boolean isOf(Tokens tokens, int i) {
    Token token = tokens.get(i);
    return token.is("de") || token.is("d'") || token.is("of");
  }

  private static Amount qualified(
      Tokens tokens,
      Cardinal cardinal,
      @Nullable Currency currency,
      @Nullable String unit,
      int end) {
    Phrases.Match<Approximation> after =
        Approximations.of(tokens).after(tokens, end, cardinal.approximation());
    Approximation said = Approximations.of(tokens).afterCounted(tokens, after.end(), after.value());
    return new Amount(cardinal.approximately(said, after.end()), currency, unit, after.end());
  }
}
