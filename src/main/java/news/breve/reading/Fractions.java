package news.breve.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.breve.article.Language;

/** Reads parts of a whole: deux tiers, three-quarters, la moitié, half of. */
final class Fractions implements ValueReader {
  private static final List<List<String>> ROWS = Cells.rows("fractions.tsv", 3);

  /** Words after "half" with which it is one word, or a number of its own. */
  private static final Set<String> NO_PARTS =
      Set.of(
          "a",
          "an",
          "hour",
          "time",
          "year",
          "term",
          "century",
          "million",
          "billion",
          "dozen",
          "brother",
          "brothers",
          "sister",
          "sisters",
          "marathon",
          "mast",
          "past",
          "back",
          "day");

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

  @Override
  public Optional<Found> at(Tokens tokens, int i) {
    Phrases.Match<Approximation> said = Cardinals.of(tokens).approximationBefore(tokens, i);
    int at = afterArticle(tokens, said.end());
    return half(tokens, at)
        .or(() -> withNumerator(tokens, at))
        .or(() -> single(tokens, said.end()))
        .map(found -> qualified(tokens, i, found, said.value()))
        .or(() -> half(tokens, i).or(() -> withNumerator(tokens, i)));
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
    return Found.one(
        tokens,
        from,
        found.end(),
        new Value.Fraction(fraction.numerator(), fraction.denominator(), approximation));
  }

  private static Optional<Found> half(Tokens tokens, int i) {
    Token token = tokens.get(i);
    boolean half =
        tokens.isFrench()
            ? token.is("moitie")
            : token.is("halved") || token.is("halving") || (token.is("half") && isPart(tokens, i));
    return half
        ? Optional.of(Found.one(tokens, i, i + 1, new Value.Fraction(1, 2)))
        : Optional.empty();
  }

  /** "The second half" of a game is no fraction, nor is half a million, an hour, a brother. */
  private static boolean isPart(Tokens tokens, int i) {
    Token before = tokens.get(i - 1);
    boolean rank = before.is("first") || before.is("second") || before.is("other");
    boolean tail = before.is("-") || (before.is("a") && tokens.get(i - 2).is("and"));
    return !rank && !tail && !NO_PARTS.contains(tokens.get(tokens.afterHyphen(i + 1)).folded());
  }

  private Optional<Found> withNumerator(Tokens tokens, int i) {
    int numerator = tokens.get(i - 1).is("and") ? 0 : numerator(tokens, i);
    int at = tokens.afterHyphen(i + 1);
    return numerator < 1
        ? Optional.empty()
        : denominators
            .at(tokens, at)
            .filter(d -> d.value() > numerator && standsAlone(tokens, d.end()))
            .map(d -> Found.one(tokens, i, d.end(), new Value.Fraction(numerator, d.value())));
  }

  /** Le tiers, au quart, du tiers: French needs no numerator for one of these. */
  private static Optional<Found> single(Tokens tokens, int i) {
    Token article = tokens.get(i);
    boolean one =
        tokens.isFrench()
            && (article.is("le") || article.is("du") || article.is("au"))
            && (tokens.get(i + 1).is("tiers") || tokens.get(i + 1).is("quart"))
            && standsAlone(tokens, i + 2)
            && (tokens.get(i + 2).is("des")
                || tokens.get(i + 2).is("de")
                || tokens.get(i + 2).is("du")
                || tokens.get(i + 2).is("d'"));
    return one
        ? Optional.of(
            Found.one(
                tokens, i, i + 2, new Value.Fraction(1, tokens.get(i + 1).is("tiers") ? 3 : 4)))
        : Optional.empty();
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
