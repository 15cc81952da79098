package news.breve.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.breve.article.Language;

/** Reads parts of a whole: deux tiers, three-quarters, la moitié, half of. */
final class Fractions implements ValueReader {
  private static final List<List<String>> ROWS = Cells.rows("fractions.tsv", 3);

  /** Three in five is a share; 230 of 1,140 are two numbers. */
  private static final int FEW = 20;

  private static final int HUNDRED = 100;

  /** The tokens of « demi-cent ». */
  private static final int HALF_COIN = 3;

  /** How many words may stand between: « un petit commerce sur huit ». */
  private static final int RATIO_NOUN = 3;

  /** Words after "half" with which it is one word, or a number of its own. */
  private static final Set<String> NO_PARTS = ContextWords.of("after-half");

  /** Words after a share that compare it, or say when. */
  private static final Set<String> COMPARED = ContextWords.of("after-share");

  /** Articles and words of shares in either language; numbers may open a share as well. */
  private static final Set<String> OPENINGS = ContextWords.of("opens-share");

  /** « Divisé », « diviser », « divisait ». */
  private static final String DIVIDED = "divis";

  private static final Fractions FRENCH = new Fractions(Language.FRENCH);
  private static final Fractions ENGLISH = new Fractions(Language.ENGLISH);

  private final Phrases<Integer> denominators;

  private Fractions(Language language) {
    denominators =
        Cells.phrases(
            ROWS, Phrases.Key.FOLDED, language, row -> true, row -> Integer.valueOf(row.get(0)));
  }

  static Fractions of(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }

  /** Returns how many parts make the whole of which a word names one. */
  Optional<Phrases.Match<Integer>> denominatorAt(Tokens tokens, int i) {
    return denominators.at(tokens, i);
  }

  @Override
  public boolean mayBegin(Token token, Language language) {
    return token.isNumber()
        || OPENINGS.contains(token.folded())
        || token.folded().startsWith(DIVIDED)
        || Numerals.of(language).mayBegin(token);
  }

  @Override
  public Optional<Found> at(Tokens tokens, int i) {
    Phrases.Match<Approximation> said = Approximations.of(tokens).before(tokens, i);
    int at = afterArticle(tokens, said.end());
    return ratio(tokens, said.end())
        .or(() -> half(tokens, at))
        .or(() -> withNumerator(tokens, at))
        .or(() -> single(tokens, said.end()))
        .or(() -> decimal(tokens, said.end()))
        .map(found -> qualified(tokens, i, found, said.value()))
        .or(() -> half(tokens, i).or(() -> withNumerator(tokens, i)))
        .or(() -> divided(tokens, i));
  }

  /**
   * « Plus de la moitié », « près d'un tiers », "nearly a third": the article may be a numerator.
   */
  private static int afterArticle(Tokens tokens, int i) {
    Token token = tokens.get(i);
    boolean article =
        tokens.isFrench()
            ? token.is("la") || token.is("les") || token.is("des") || token.is("du")
            : token.is("the");
    return article ? i + 1 : i;
  }

  private static Found qualified(
      Tokens tokens, int from, Found found, Approximation approximation) {
    Value.Fraction fraction = (Value.Fraction) found.mentions().getFirst().value();
    Approximations approximations = Approximations.of(tokens);
    Phrases.Match<Approximation> after = approximations.after(tokens, found.end(), approximation);
    return Found.one(
        tokens,
        from,
        after.end(),
        new Value.Fraction(
            fraction.numerator(),
            fraction.denominator(),
            approximations.afterCounted(tokens, after.end(), after.value())));
  }

  private static Optional<Found> half(Tokens tokens, int i) {
    Token token = tokens.get(i);
    if (tokens.isFrench() && isHalfCoin(tokens, i)) {
      return Optional.of(Found.one(tokens, i, i + HALF_COIN, new Value.Fraction(1, 2)));
    }
    boolean half =
        tokens.isFrench()
            ? token.is("moitie")
            : token.is("halved") || token.is("halving") || (token.is("half") && isPart(tokens, i));
    return half
        ? Optional.of(Found.one(tokens, i, i + 1, new Value.Fraction(1, 2)))
        : Optional.empty();
  }

  /** « Un demi-cent »: half of what money is counted in. */
  private static boolean isHalfCoin(Tokens tokens, int i) {
    int coin = tokens.afterHyphen(i + 1);
    return tokens.get(i).is("demi")
        && coin > i + 1
        && (tokens.get(coin).is("cent")
            || tokens.get(coin).is("centime")
            || Currencies.at(tokens, coin).isPresent());
  }

  /** Divisé par deux, par plus de deux. */
  private static Optional<Found> divided(Tokens tokens, int i) {
    if (!tokens.isFrench()
        || !tokens.get(i).folded().startsWith(DIVIDED)
        || !tokens.get(i + 1).is("par")) {
      return Optional.empty();
    }
    Phrases.Match<Approximation> by = Approximations.of(tokens).before(tokens, i + 2);
    return tokens.get(by.end()).is("deux")
        ? Optional.of(Found.one(tokens, i, by.end() + 1, new Value.Fraction(1, 2, by.value())))
        : Optional.empty();
  }

  /** "The second half" of a game is no fraction, nor is half a million, an hour, a brother. */
  private static boolean isPart(Tokens tokens, int i) {
    Token before = tokens.get(i - 1);
    boolean rank = before.is("first") || before.is("second") || before.is("other");
    boolean tail = before.is("-") || (before.is("a") && tokens.get(i - 2).is("and"));
    int next = tokens.afterHyphen(i + 1);
    boolean article = tokens.get(next).is("a") || tokens.get(next).is("an");
    Token noun = tokens.get(article ? next + 1 : next);
    return !rank && !tail && !NO_PARTS.contains(noun.folded());
  }

  private Optional<Found> withNumerator(Tokens tokens, int i) {
    int numerator = tokens.get(i - 1).is("and") ? 0 : numerator(tokens, i);
    int at = tokens.afterHyphen(i + 1);
    return numerator < 1
        ? Optional.empty()
        : denominators
            .at(tokens, at)
            .filter(d -> d.value() > numerator && standsAlone(tokens, d.end()))
            .filter(d -> !isRank(tokens, i, d.value(), d.end()) && isReduced(numerator, d.value()))
            .map(d -> Found.one(tokens, i, d.end(), new Value.Fraction(numerator, d.value())));
  }

  /** Deux dixièmes, 12 hundredths: any number of parts that decimals have. */
  private Optional<Found> decimal(Tokens tokens, int i) {
    int end =
        tokens.get(i).isNumber()
            ? i + 1
            : SpelledNumbers.of(tokens).at(tokens, i).map(Numerals.Spelled::end).orElse(i);
    int numerator = end == i ? 0 : whole(tokens, i, end);
    return numerator < 1
        ? Optional.empty()
        : denominators
            .at(tokens, tokens.afterHyphen(end))
            .filter(parts -> Value.Fraction.isDecimal(parts.value()) && parts.value() > numerator)
            .filter(parts -> isSeveral(tokens.get(parts.end() - 1)))
            .map(parts ->
                Found.one(tokens, i, parts.end(), new Value.Fraction(numerator, parts.value())));
  }

  private static boolean isSeveral(Token token) {
    return token.folded().endsWith("s");
  }

  /** Un emploi sur huit, three in five, two out of three: few of few. */
  private static Optional<Found> ratio(Tokens tokens, int i) {
    int numerator = few(tokens, i);
    if (numerator < 1) {
      return Optional.empty();
    }
    int at = afterRatioNoun(tokens, i + 1);
    int start = afterRatioWord(tokens, at);
    if (start == at) {
      return Optional.empty();
    }
    int denominator = few(tokens, start);
    int end = start + 1;
    // « Une étude sur douze patients » has a noun of its own: it counts them.
    boolean counts =
        Units.of(tokens.language())
            .at(tokens, end)
            .filter(u -> at > i + 1 || Measures.isMeasure(u.value()))
            .isPresent();
    return denominator > numerator && !counts
        ? Optional.of(Found.one(tokens, i, end, new Value.Fraction(numerator, denominator)))
        : Optional.empty();
  }

  private static int afterRatioNoun(Tokens tokens, int from) {
    int at = from;
    while (at < from + RATIO_NOUN && tokens.get(at).isWord() && afterRatioWord(tokens, at) == at) {
      at++;
    }
    return at;
  }

  private static int afterRatioWord(Tokens tokens, int i) {
    if (tokens.isFrench()) {
      return tokens.get(i).is("sur") ? i + 1 : i;
    }
    boolean outOf = tokens.get(i).is("out") && tokens.get(i + 1).is("of");
    return outOf ? i + 2 : tokens.get(i).is("in") ? i + 1 : i;
  }

  /** Returns a number up to twenty in one word or in digits, or 0; not the 2 of 2 400. */
  private static int few(Tokens tokens, int i) {
    int number = whole(tokens, i, i + 1);
    return number <= FEW ? number : 0;
  }

  /** Returns the number below a hundred that stands between two places, or 0. */
  private static int whole(Tokens tokens, int from, int to) {
    if (tokens.get(from).isNumber()) {
      return DigitNumbers.at(tokens, from)
          .filter(digits -> digits.end() == to && tokens.get(from).isDigits())
          .filter(digits -> digits.amount().compareTo(BigDecimal.valueOf(HUNDRED)) < 0)
          .map(digits -> digits.amount().intValue())
          .orElse(0);
    }
    return SpelledNumbers.of(tokens)
        .at(tokens, from)
        .filter(number -> number.end() == to && number.value() < HUNDRED)
        .map(number -> (int) number.value())
        .orElse(0);
  }

  private static boolean endsShare(Tokens tokens, int i) {
    return !tokens.get(i).isWord() || FunctionWords.of(tokens.language()).has(tokens.get(i));
  }

  /** Nobody says two quarters of a whole; in Québec they are two shifts. */
  private static boolean isReduced(int numerator, int denominator) {
    return numerator == 1 || denominator % numerator != 0;
  }

  /** "A third centre", « un cinquième mandat » come after others; "a third of them" is a share. */
  private static boolean isRank(Tokens tokens, int i, int denominator, int end) {
    Token next = tokens.get(end);
    boolean noun =
        next.isWord()
            && !FunctionWords.of(tokens.language()).has(next)
            && !COMPARED.contains(next.folded());
    boolean one =
        tokens.isFrench() ? denominator > 4 && isOne(tokens.get(i)) : tokens.get(i).is("a");
    return one && denominator != 4 && noun && !tokens.get(i - 1).is("by");
  }

  /** Le tiers, au quart, du tiers: French needs no numerator for one of these. */
  private static Optional<Found> single(Tokens tokens, int i) {
    Token article = tokens.get(i);
    // « Près du quart »: the article is in the words before.
    int at = tokens.get(i - 1).is("du") ? i : i + 1;
    boolean one =
        tokens.isFrench()
            && (at == i || article.is("le") || article.is("du") || article.is("au"))
            && (tokens.get(at).is("tiers") || tokens.get(at).is("quart"))
            && standsAlone(tokens, at + 1)
            && endsShare(tokens, at + 1);
    return one
        ? Optional.of(
            Found.one(tokens, i, at + 1, new Value.Fraction(1, tokens.get(at).is("tiers") ? 3 : 4)))
        : Optional.empty();
  }

  private static boolean isOne(Token token) {
    return token.is("un") || token.is("une");
  }

  private static int numerator(Tokens tokens, int i) {
    if (tokens.get(i).is("a") && !tokens.isFrench()) {
      return 1;
    }
    long unit = Numerals.of(tokens.language()).at(tokens, i, Numerals.Kind.UNIT, 0);
    return (int) unit;
  }

  /** "Un demi-million" is an amount, "un quart d'heure" a time. */
  private static boolean standsAlone(Tokens tokens, int i) {
    return tokens.afterHyphen(i) == i && !isPartOfTime(tokens, i);
  }

  /** Un quart d'heure, trois quarts de finale; one third quarter. */
  private static boolean isPartOfTime(Tokens tokens, int i) {
    int of = tokens.get(i).is("de") || tokens.get(i).is("d'") ? i + 1 : i;
    Token token = tokens.get(of);
    return token.is("heure") || token.is("finale") || token.is("hour") || token.is("quarter");
  }
}
