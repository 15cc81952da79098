package news.breve.reading;

import java.util.Optional;
import java.util.Set;
import news.breve.article.Language;

/** Reads the results of games: 3-2. A span of amounts (10-15 %, 2-3 milliards) is none. */
final class Scores implements ValueReader {
  private static final int MAX_DIGITS = 3;

  /** "A 2-3 defeat" counts no defeats. */
  private static final Set<String> RESULTS = Set.of("win", "defeat", "match");

  @Override
  public boolean mayBegin(Token token, Language language) {
    return token.isNumber();
  }

  @Override
  public Optional<Found> at(Tokens tokens, int i) {
    int second = i + 2;
    boolean shape =
        isScore(tokens.get(i))
            && tokens.get(i + 1).isDash()
            && tokens.touchesPrevious(i + 1)
            && tokens.touchesPrevious(second)
            && isScore(tokens.get(second))
            && !isPartOfWord(tokens, i)
            && !(tokens.get(i + 3).isDash() && tokens.touchesPrevious(i + 3))
            && !isSpan(tokens, i, second);
    return shape
        ? Optional.of(
            Found.one(
                tokens,
                i,
                second + 1,
                new Value.Score(tokens.get(i).text() + "-" + tokens.get(second).text())))
        : Optional.empty();
  }

  /** "(3-2)" is a score, "F-3-2" is none. */
  private static boolean isPartOfWord(Tokens tokens, int i) {
    Token before = tokens.get(i - 1);
    return tokens.touchesPrevious(i) && (before.isWord() || before.isNumber() || before.isDash());
  }

  private static boolean isScore(Token token) {
    return token.isDigits() && token.text().length() <= MAX_DIGITS;
  }

  private static boolean isSpan(Tokens tokens, int first, int second) {
    boolean rises =
        Integer.parseInt(tokens.get(first).text()) < Integer.parseInt(tokens.get(second).text());
    boolean counts =
        Units.of(tokens.language())
            .at(tokens, second + 1)
            .filter(unit -> !RESULTS.contains(unit.value()))
            .isPresent();
    boolean magnitude =
        Numerals.of(tokens.language()).at(tokens, second + 1, Numerals.Kind.SCALE).isPresent();
    return rises && (counts || magnitude || Currencies.at(tokens, second + 1).isPresent());
  }
}
