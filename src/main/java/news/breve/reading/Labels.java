package news.breve.reading;

import java.util.List;
import java.util.Optional;
import news.breve.article.Language;

/** Reads numbers that are names, and amounts of nothing: article 49.3, Bill 21, Covid-19, F-35. */
final class Labels implements ValueReader {
  private static final List<List<String>> ROWS = Cells.rows("label-words.tsv", 2);
  private static final Labels FRENCH = new Labels(Language.FRENCH);
  private static final Labels ENGLISH = new Labels(Language.ENGLISH);

  private final Phrases<Boolean> words;

  private Labels(Language language) {
    words =
        Cells.phrases(
            ROWS,
            language == Language.FRENCH ? Phrases.Key.FOLDED : Phrases.Key.NAME,
            language,
            row -> true,
            row -> true);
  }

  static Labels of(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }

  @Override
  public boolean mayBegin(Token token, Language language) {
    return token.isWord() && (token.isCapitalised() || words.mayBegin(token));
  }

  @Override
  public Optional<Found> at(Tokens tokens, int i) {
    if (!tokens.get(i).isWord()) {
      return Optional.empty();
    }
    return words
        .at(tokens, i)
        .map(Phrases.Match::end)
        .filter(number -> tokens.get(number).isNumber() && isName(tokens, i, number))
        .or(() -> hyphenated(tokens, i))
        .map(number ->
            Found.one(tokens, number, number + 1, new Value.Label(tokens.get(number).text())));
  }

  /** "Les bus 40 places" does not happen; "le vol 12 heures plus tard" does. */
  private static boolean isName(Tokens tokens, int word, int number) {
    boolean plural =
        tokens.get(word).folded().endsWith("s") && tokens.get(word).text().length() > 3;
    boolean counts = !plural && Units.of(tokens.language()).at(tokens, number + 1).isPresent();
    return !counts && !tokens.get(number + 1).is("%");
  }

  /** Covid-19, F-35, C-11: a number that a hyphen ties to a word that is no number itself. */
  private static Optional<Integer> hyphenated(Tokens tokens, int i) {
    int number = i + 2;
    boolean tied =
        tokens.afterHyphen(i + 1) == number
            && tokens.get(number).isNumber()
            && tokens.get(i).isCapitalised()
            && !FunctionWords.of(tokens.language()).has(tokens.get(i).word())
            && !tokens.get(i).is("mid")
            && !tokens.get(i).is("mi");
    return tied ? Optional.of(number) : Optional.empty();
  }
}
