package news.breve.reading;

import java.util.List;
import java.util.Optional;
import news.breve.article.Language;

/** Reads ranks: 3e, 1er, 21st, third, XXIe, soixante-huitième. */
final class Ordinals implements ValueReader {
  private static final List<List<String>> ROWS = Cells.rows("ordinals.tsv", 3);
  private static final Ordinals FRENCH = new Ordinals(Language.FRENCH);
  private static final Ordinals ENGLISH = new Ordinals(Language.ENGLISH);
  private static final int TEN = 10;
  private static final int HUNDRED = 100;
  private static final String ROMAN = "IVXLCDM";
  private static final int[] ROMAN_VALUES = {1, 5, 10, 50, 100, 500, 1000};

  private final Phrases<Integer> words;
  private final Phrases<Boolean> suffixes;

  private Ordinals(Language language) {
    words =
        Cells.phrases(
            ROWS,
            Phrases.Key.FOLDED,
            language,
            row -> !row.get(0).equals("0"),
            row -> Integer.valueOf(row.get(0)));
    suffixes =
        Cells.phrases(
            ROWS, Phrases.Key.FOLDED, language, row -> row.get(0).equals("0"), row -> true);
  }

  static Ordinals of(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }

  /** Returns if a word is what is written after the digits of a rank. */
  static boolean isSuffix(Tokens tokens, int i) {
    return of(tokens.language()).suffixes.at(tokens, i).isPresent();
  }

  @Override
  public boolean mayBegin(Token token, Language language) {
    return token.isNumber()
        || words.mayBegin(token)
        || Numerals.of(language).mayBegin(token)
        || (hasRomanShape(token.text()) && ROMAN.indexOf(token.text().charAt(0)) >= 0);
  }

  @Override
  public Optional<Found> at(Tokens tokens, int i) {
    Token token = tokens.get(i);
    if (token.isNumber()) {
      boolean rank =
          token.isDigits()
              && token.text().length() <= 6
              && tokens.touchesPrevious(i + 1)
              && isSuffix(tokens, i + 1);
      return rank ? rank(tokens, i, i + 2, Integer.parseInt(token.text())) : Optional.empty();
    }
    Optional<Found> spelled =
        words
            .at(tokens, i)
            .filter(match -> !areShares(tokens, i))
            .flatMap(match -> rank(tokens, i, match.end(), match.value()))
            .or(() -> compound(tokens, i));
    return spelled.isPresent() || !tokens.isFrench() ? spelled : roman(tokens, i, token);
  }

  /**
   * Soixante-huitième, cent vingtième, two hundredth, one hundred and third: only the last bends.
   */
  private Optional<Found> compound(Tokens tokens, int i) {
    return SpelledNumbers.of(tokens)
        .at(tokens, i)
        .filter(head -> head.value() > 1)
        .flatMap(head -> {
          int next = tokens.afterHyphen(head.end());
          boolean and = tokens.get(next).is(tokens.isFrench() ? "et" : "and");
          int at = and ? tokens.afterHyphen(next + 1) : next;
          return words
              .at(tokens, at)
              .filter(last -> mayClose(tokens, i, at))
              .flatMap(last ->
                  rank(
                      tokens,
                      i,
                      last.end(),
                      joined(head.value(), last.value(), at > head.end(), tokens.isFrench())));
        });
  }

  /**
   * « Les vingt premiers » are twenty, « vingt-cinq centièmes » a share, "a twenty-second delay"
   * lasts so long.
   */
  private static boolean mayClose(Tokens tokens, int i, int last) {
    return tokens.isFrench()
        ? tokens.get(last).folded().endsWith("ieme")
        : !tokens.get(last).is("second") || !tokens.get(i - 1).is("a");
  }

  /** Returns the rank that a number and a lesser or greater rank after it make, or 0. */
  private static int joined(long head, int last, boolean tied, boolean french) {
    if (last >= HUNDRED) {
      return head < last ? (int) head * last : 0;
    }
    boolean hundreds = head % HUNDRED == 0 && (tied || french);
    // Soixante-quinzième, quatre-vingt-onzième.
    boolean tens = tied && head % TEN == 0 && last < (french ? 2 * TEN : TEN);
    return hundreds || tens ? (int) head + last : 0;
  }

  /** « Vivre de douzièmes provisoires »: several of no number are shares, not ranks. */
  private static boolean areShares(Tokens tokens, int i) {
    return tokens.isFrench() && tokens.get(i).word().endsWith("mes") && tokens.get(i - 1).is("de");
  }

  /** XXIe; also "XXI e" never, "Charles III" neither: that is a name. */
  private static Optional<Found> roman(Tokens tokens, int i, Token token) {
    String text = token.text();
    if (!hasRomanShape(text)) {
      return Optional.empty();
    }
    String numeral = text.substring(0, text.length() - (text.endsWith("er") ? 2 : 1));
    // Le, Me and Ce are words.
    if (numeral.length() == 1 && "IVX".indexOf(numeral.charAt(0)) < 0) {
      return Optional.empty();
    }
    int value = 0;
    int previous = 0;
    for (int c = numeral.length() - 1; c >= 0; c--) {
      int place = ROMAN.indexOf(numeral.charAt(c));
      if (place < 0) {
        return Optional.empty();
      }
      int digit = ROMAN_VALUES[place];
      value += digit < previous ? -digit : digit;
      previous = digit;
    }
    return rank(tokens, i, i + 1, value);
  }

  private static boolean hasRomanShape(String text) {
    return text.length() >= 2 && (text.endsWith("e") || text.endsWith("er"));
  }

  private static Optional<Found> rank(Tokens tokens, int from, int to, int rank) {
    return rank < 1
        ? Optional.empty()
        : Optional.of(Found.one(tokens, from, to, new Value.Ordinal(rank)));
  }
}
