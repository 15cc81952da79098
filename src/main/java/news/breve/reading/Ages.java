package news.breve.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.breve.article.Language;

/**
 * Reads the ten years of life that somebody is in, as a label such as 70s: septuagénaires, in their
 * 70s, dans la soixantaine; from {@code ages.tsv}.
 */
final class Ages implements ValueReader {
  private static final List<List<String>> ROWS = Cells.rows("ages.tsv", 5);
  private static final Ages FRENCH = new Ages(Language.FRENCH);
  private static final Ages ENGLISH = new Ages(Language.ENGLISH);
  private static final Set<String> POSSESSIVES = ContextWords.of("possessive");
  private static final Set<String> PARTS = Set.of("early", "mid", "late", "middle");
  private static final String YEAR = "year";
  private static final int DECADE = 10;

  private final Phrases<Integer> people;
  private final Phrases<Integer> decades;

  private Ages(Language language) {
    int column = language == Language.FRENCH ? 1 : 3;
    people = new Phrases<>(Phrases.Key.FOLDED, language);
    decades = new Phrases<>(Phrases.Key.FOLDED, language);
    for (List<String> row : ROWS) {
      people.addAll(row.get(column), Integer.valueOf(row.getFirst()));
      decades.addAll(row.get(column + 1), Integer.valueOf(row.getFirst()));
    }
  }

  static Ages of(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }

  /**
   * Returns if one of some values says the age that another one does: who is 84, or about 80, is an
   * octogenarian.
   */
  static boolean say(List<Mention> values, Value age) {
    return values.stream()
        .map(Mention::value)
        .anyMatch(there -> isIn(there, age) || (isAbout(age) && isIn(age, there)));
  }

  private static boolean isAbout(Value age) {
    return age instanceof Value.Quantity years && years.approximation() == Approximation.ABOUT;
  }

  private static boolean isIn(Value years, Value decade) {
    return years instanceof Value.Quantity age
        && decade instanceof Value.Label
        && (age.unit() == null || age.unit().equals(YEAR))
        && decade.equals(label(age.amount().intValue()));
  }

  private static Value.Label label(int year) {
    return new Value.Label(year / DECADE * DECADE + "s");
  }

  @Override
  public boolean mayBegin(Token token, Language language) {
    return people.mayBegin(token)
        || (language == Language.FRENCH ? token.is("la") : POSSESSIVES.contains(token.folded()));
  }

  @Override
  public Optional<Found> at(Tokens tokens, int i) {
    return people
        .at(tokens, i)
        .or(() -> tokens.isFrench() ? french(tokens, i) : english(tokens, i))
        .map(decade -> Found.one(tokens, i, decade.end(), label(decade.value())));
  }

  /**
   * « Dans la soixantaine », not « la trentaine de blessés »; « la quarantaine » may be another.
   */
  private Optional<Phrases.Match<Integer>> french(Tokens tokens, int i) {
    return tokens.get(i).is("la") && tokens.get(i - 1).is("dans")
        ? decades
            .at(tokens, i + 1)
            .filter(decade -> !tokens.get(decade.end()).is("de"))
            .filter(decade -> !tokens.get(decade.end()).is("d'"))
        : Optional.empty();
  }

  /** Her 70s, his mid-40s, their late fifties. */
  private Optional<Phrases.Match<Integer>> english(Tokens tokens, int i) {
    if (!POSSESSIVES.contains(tokens.get(i).folded())) {
      return Optional.empty();
    }
    int at = PARTS.contains(tokens.get(i + 1).folded()) ? tokens.afterHyphen(i + 2) : i + 1;
    Token years = tokens.get(at);
    boolean digits =
        years.isDigits()
            && years.text().length() == 2
            && tokens.touchesPrevious(at + 1)
            && (tokens.get(at + 1).is("s") || tokens.get(at + 1).is("'s"));
    return digits
        ? Optional.of(new Phrases.Match<>(Integer.parseInt(years.text()), at + 2))
        : decades.at(tokens, at);
  }
}
