package news.breve.reading;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import news.breve.article.Language;
import news.breve.reading.Numerals.Kind;
import news.breve.reading.Numerals.Spelled;
import org.jspecify.annotations.Nullable;

/**
 * Reads how many: digits or words, magnitudes, halves, and the words that qualify them. Un, une and
 * one alone are articles here, not numbers.
 */
final class Cardinals {
  /**
   * A number.
   *
   * @param amount with its magnitude
   * @param magnitude 1, or the million or milliard it was counted in
   * @param spelled if it begins with a word rather than a digit
   */
  record Cardinal(
      BigDecimal amount,
      BigDecimal magnitude,
      Approximation approximation,
      boolean spelled,
      int end) {
    Cardinal times(BigDecimal factor, int newEnd) {
      return new Cardinal(
          amount.multiply(factor), magnitude.multiply(factor), approximation, spelled, newEnd);
    }

    Cardinal approximately(Approximation other, int newEnd) {
      return new Cardinal(amount, magnitude, other, spelled, newEnd);
    }

    private Cardinal plus(BigDecimal more, int newEnd) {
      return new Cardinal(amount.add(more), magnitude, approximation, spelled, newEnd);
    }
  }

  private static final Cardinals FRENCH = new Cardinals(Language.FRENCH);
  private static final Cardinals ENGLISH = new Cardinals(Language.ENGLISH);
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  /** Articles, halves and a minus in words, in either language. */
  private static final Set<String> OPENINGS = ContextWords.of("opens-number");

  private final Numerals words;
  private final Phrases<BigDecimal> orders;

  private Cardinals(Language language) {
    words = Numerals.of(language);
    orders =
        Cells.phrases(
            Cells.rows("orders.tsv", 3),
            Phrases.Key.FOLDED,
            language,
            row -> true,
            row -> new BigDecimal(row.get(0)));
  }

  static Cardinals of(Tokens tokens) {
    return of(tokens.language());
  }

  static Cardinals of(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }

  /** Returns false if no number begins with a token, unless words that qualify it do. */
  boolean mayBegin(Token token) {
    return token.isNumber()
        || isMinusSign(token)
        || OPENINGS.contains(token.folded())
        || orders.mayBegin(token)
        || words.mayBegin(token);
  }

  /** Returns the number that begins at a token, with the approximation before it. */
  Optional<Cardinal> at(Tokens tokens, int i) {
    Phrases.Match<Approximation> approximation = Approximations.of(tokens).before(tokens, i);
    return unqualified(tokens, approximation.end())
        .map(c ->
            approximation.value() == Approximation.EXACT
                ? c
                : c.approximately(approximation.value(), c.end()));
  }

  private Optional<Cardinal> unqualified(Tokens tokens, int i) {
    Token token = tokens.get(i);
    if (token.isNumber()) {
      return DigitNumbers.at(tokens, i)
          .map(d -> magnified(tokens, cardinal(d.amount(), false, d.end())));
    }
    if (tokens.get(i + 1).isNumber() && isMinus(tokens, i)) {
      return DigitNumbers.at(tokens, i + 1)
          .map(d -> magnified(tokens, cardinal(d.amount().negate(), false, d.end())));
    }
    if (!token.isWord()) {
      return Optional.empty();
    }
    return order(tokens, i).or(() -> half(tokens, i)).or(() -> spelled(tokens, i));
  }

  /** Dozens, des centaines de milliers. */
  private Optional<Cardinal> order(Tokens tokens, int i) {
    return orders
        .at(tokens, i)
        .map(match -> {
          Cardinal order =
              cardinal(match.value(), true, match.end())
                  .approximately(Approximation.ORDER, match.end());
          boolean counts = isOf(tokens, match.end());
          return counts
              ? order(tokens, match.end() + 1)
                  .map(more -> order.times(more.amount(), more.end()))
                  .orElse(order)
              : order;
        });
  }

  private static Cardinal cardinal(BigDecimal amount, boolean spelled, int end) {
    return new Cardinal(amount, BigDecimal.ONE, Approximation.EXACT, spelled, end);
  }

  /**
   * A sign counts when a space stands before it and none after it: "3-2" and "F-35" have none, and
   * a dash that parts clauses has one on either side.
   */
  static boolean isMinus(Tokens tokens, int i) {
    Token token = tokens.get(i);
    boolean sign =
        isMinusSign(token) && !tokens.touchesPrevious(i) && tokens.touchesPrevious(i + 1);
    return sign || token.is(tokens.isFrench() ? "moins" : "minus");
  }

  private static boolean isMinusSign(Token token) {
    return token.isHyphen() || token.is("\u2212") || token.is("–");
  }

  private Optional<Cardinal> spelled(Tokens tokens, int i) {
    Optional<Spelled> number = SpelledNumbers.of(tokens).at(tokens, i);
    if (number.isPresent() && number.get().value() != 1) {
      Spelled spelled = number.get();
      Cardinal cardinal = cardinal(BigDecimal.valueOf(spelled.value()), true, spelled.end());
      return Optional.of(magnified(tokens, cardinal));
    }
    // "Un million", « le million », "a dozen": one of something that is itself a number.
    boolean article =
        number.isPresent()
            || tokens.get(i).is("a")
            || tokens.get(i).is("le")
            || tokens.get(i).is("du");
    if (!article) {
      return Optional.empty();
    }
    Cardinal one = cardinal(BigDecimal.ONE, true, i + 1);
    Cardinal magnified = magnified(tokens, one);
    return magnified.end() == one.end() ? Optional.empty() : Optional.of(magnified);
  }

  /** Half a million, un demi-million, a half-dozen. */
  private Optional<Cardinal> half(Tokens tokens, int i) {
    int j = i;
    if (isArticle(tokens, j)) {
      j++;
    }
    if (!isHalf(tokens, j)) {
      return Optional.empty();
    }
    j++;
    if (tokens.get(j).is("a")) {
      j++;
    }
    Cardinal one = cardinal(HALF, true, tokens.afterHyphen(j));
    Cardinal magnified = magnified(tokens, one);
    return magnified.end() == one.end() ? Optional.empty() : Optional.of(magnified);
  }

  private static boolean isArticle(Tokens tokens, int i) {
    Token token = tokens.get(i);
    return tokens.isFrench() ? token.is("un") || token.is("une") : token.is("a");
  }

  private static boolean isHalf(Tokens tokens, int i) {
    Token token = tokens.get(i);
    return tokens.isFrench() ? token.is("demi") || token.is("demie") : token.is("half");
  }

  /** Adds what follows a number: mille, millions, dozen, "et demi", a lesser magnitude. */
  private Cardinal magnified(Tokens tokens, Cardinal start) {
    Cardinal cardinal = start;
    int halved = andAHalf(tokens, cardinal.end());
    if (halved > cardinal.end() && scale(tokens, halved) != null) {
      cardinal = cardinal.plus(HALF, halved);
    }
    // "40 mille marins" are forty of a unit that begins with the word for a thousand.
    boolean unit = Units.of(tokens.language()).at(tokens, cardinal.end()).isPresent();
    if (!cardinal.spelled() && !unit && isThousand(tokens, cardinal.end())) {
      cardinal = cardinal.times(BigDecimal.valueOf(1000), cardinal.end() + 1);
    }
    Optional<Long> dozen = words.at(tokens, cardinal.end(), Kind.DOZEN);
    Optional<Long> collective = words.at(tokens, cardinal.end(), Kind.COLLECTIVE);
    if (dozen.isPresent()) {
      cardinal = cardinal.times(BigDecimal.valueOf(dozen.get()), cardinal.end() + 1);
    } else if (collective.isPresent()) {
      cardinal =
          cardinal
              .times(BigDecimal.valueOf(collective.get()), cardinal.end() + 1)
              .approximately(Approximation.ABOUT, cardinal.end() + 1);
    }
    cardinal = scaled(tokens, cardinal);
    if (halved > cardinal.end() && Units.of(tokens.language()).at(tokens, halved).isPresent()) {
      return cardinal.plus(HALF, halved);
    }
    if (cardinal.magnitude().compareTo(MILLION) >= 0) {
      int half = andAHalf(tokens, cardinal.end());
      return half > cardinal.end()
          ? cardinal.plus(cardinal.magnitude().multiply(HALF), half)
          : plusLesser(tokens, cardinal);
    }
    return cardinal;
  }

  private Cardinal scaled(Tokens tokens, Cardinal start) {
    Cardinal cardinal = start;
    while (true) {
      int at = tokens.afterHyphen(cardinal.end());
      // "Une dizaine de millions", "a couple of million" count millions.
      int counted = isOf(tokens, at) ? at + 1 : at;
      BigDecimal scale = scale(tokens, at);
      if (scale == null && cardinal.approximation() == Approximation.ABOUT) {
        at = counted;
        scale = isThousands(tokens, at) ? BigDecimal.valueOf(1000) : scale(tokens, at);
      }
      if (scale == null) {
        return cardinal;
      }
      cardinal = cardinal.times(scale, at + 1);
    }
  }

  private static boolean isOf(Tokens tokens, int i) {
    Token token = tokens.get(i);
    return token.is("de") || token.is("d'") || token.is("of");
  }

  private boolean isThousand(Tokens tokens, int i) {
    return words.at(tokens, i, Kind.THOUSAND).isPresent()
        || (tokens.get(i).is("k") && tokens.touchesPrevious(i));
  }

  /** Une dizaine de milliers, une centaine de mille. */
  private boolean isThousands(Tokens tokens, int i) {
    return isThousand(tokens, i)
        || words.at(tokens, i, Kind.COLLECTIVE).filter(value -> value == 1000).isPresent();
  }

  private @Nullable BigDecimal scale(Tokens tokens, int i) {
    return words.at(tokens, i, Kind.SCALE).map(BigDecimal::valueOf).orElse(null);
  }

  /** Un million deux cent mille, 2 millions 300 000. */
  private Cardinal plusLesser(Tokens tokens, Cardinal cardinal) {
    int i = cardinal.end();
    Optional<Spelled> words = SpelledNumbers.of(tokens).at(tokens, tokens.afterHyphen(i));
    if (words.isPresent()) {
      Cardinal rest =
          scaled(
              tokens, cardinal(BigDecimal.valueOf(words.get().value()), true, words.get().end()));
      boolean lesser =
          rest.amount().compareTo(cardinal.magnitude()) < 0
              && rest.amount().compareTo(BigDecimal.ONE) > 0;
      return lesser ? plusLesser(tokens, cardinal.plus(rest.amount(), rest.end())) : cardinal;
    }
    return DigitNumbers.at(tokens, i)
        .filter(d -> d.amount().compareTo(BigDecimal.valueOf(1000)) >= 0)
        .filter(d -> d.amount().compareTo(cardinal.magnitude()) < 0)
        .map(d -> cardinal.plus(d.amount(), d.end()))
        .orElse(cardinal);
  }

  /** Returns the place after "et demi" or "and a half", or the same place. */
  private static int andAHalf(Tokens tokens, int i) {
    if (tokens.isFrench()) {
      return tokens.get(i).is("et") && isHalf(tokens, i + 1) ? i + 2 : i;
    }
    return tokens.get(i).is("and") && tokens.get(i + 1).is("a") && isHalf(tokens, i + 2)
        ? i + 3
        : i;
  }

  /** Returns the place after "et demi" after a noun: "deux ans et demi". */
  int halfAfterNoun(Tokens tokens, int i) {
    return andAHalf(tokens, i);
  }

  Optional<Long> abbreviationAt(Tokens tokens, int i) {
    return words.abbreviationAt(tokens, i);
  }
}
