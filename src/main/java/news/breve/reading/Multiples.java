package news.breve.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import news.breve.article.Language;

/** Reads how many times as much: le triple, doubled, twice. Two times is read as an amount. */
final class Multiples implements ValueReader {
  private static final List<List<String>> ROWS = Cells.rows("multiples.tsv", 3);
  private static final Multiples FRENCH = new Multiples(Language.FRENCH);
  private static final Multiples ENGLISH = new Multiples(Language.ENGLISH);
  private static final String UNIT = "time";

  private final Phrases<BigDecimal> words;

  private Multiples(Language language) {
    words =
        Cells.phrases(
            ROWS, Phrases.Key.EXACT, language, row -> true, row -> new BigDecimal(row.get(0)));
  }

  static Multiples of(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }

  @Override
  public boolean mayBegin(Token token, Language language) {
    return isArticle(token)
        || words.mayBegin(token)
        || Approximations.of(language).mayBeginMultiple(token);
  }

  @Override
  public Optional<Found> at(Tokens tokens, int i) {
    Phrases.Match<Approximation> said = Approximations.of(tokens).beforeMultiple(tokens, i);
    int at = isArticle(tokens.get(said.end())) ? said.end() + 1 : said.end();
    return words
        .at(tokens, at)
        .map(match -> {
          Phrases.Match<Approximation> after =
              Approximations.of(tokens).after(tokens, match.end(), said.value());
          return Found.one(
              tokens, i, after.end(), new Value.Quantity(match.value(), UNIT, after.value()));
        });
  }

  private static boolean isArticle(Token token) {
    return token.is("le") || token.is("du") || token.is("a");
  }
}
