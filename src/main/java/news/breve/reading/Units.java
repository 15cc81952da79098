package news.breve.reading;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.breve.article.Language;

/** What is counted and measured, from {@code counted-nouns.tsv}, and adjectives before it. */
final class Units {
  private static final List<List<String>> ROWS = Cells.rows("counted-nouns.tsv", 3);
  private static final List<List<String>> ADJECTIVES = Cells.rows("adjectives.tsv", 2);
  private static final int MAX_ADJECTIVES = 2;
  private static final Units FRENCH = new Units(Language.FRENCH);
  private static final Units ENGLISH = new Units(Language.ENGLISH);

  private final Phrases<String> nouns;
  private final Phrases<Boolean> adjectives;
  private final Map<String, Forms> written = new HashMap<>();

  private Units(Language language) {
    nouns = Cells.phrases(ROWS, Phrases.Key.FOLDED, language, row -> true, row -> row.get(0));
    adjectives = Cells.phrases(ADJECTIVES, Phrases.Key.FOLDED, language, row -> true, row -> true);
    for (List<String> row : ROWS) {
      List<String> forms = Cells.alternatives(row.get(language == Language.FRENCH ? 1 : 2));
      written.put(row.get(0), new Forms(forms.get(0), forms.get(1)));
    }
  }

  static Units of(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }

  /** Returns if a noun found in a text is in the singular there, and has a plural of its own. */
  static boolean isSingular(Tokens tokens, Phrases.Match<String> noun) {
    Forms forms = of(tokens.language()).written.get(noun.value());
    String last = tokens.get(noun.end() - 1).word();
    return forms != null && last.equals(forms.one()) && !last.equals(forms.many());
  }

  /** Returns how a unit is written, if it is one of the table. */
  Optional<Forms> forms(String unit) {
    return Optional.ofNullable(written.get(unit));
  }

  /**
   * Returns the unit that an amount at its left counts, and the place after it. In English "60
   * school nurses" are nurses: a singular after several is no more than an adjective, unless a
   * hyphen ties it to the number.
   */
  Optional<Phrases.Match<String>> at(Tokens tokens, int i, BigDecimal amount) {
    Optional<Phrases.Match<String>> found = at(tokens, i);
    boolean several = amount.compareTo(BigDecimal.TWO) >= 0 && !tokens.get(i - 1).isHyphen();
    if (tokens.isFrench() || !several || found.isEmpty() || !isAdjective(tokens, found.get())) {
      return found;
    }
    return at(tokens, found.get().end(), amount);
  }

  private static boolean isAdjective(Tokens tokens, Phrases.Match<String> noun) {
    Token next = tokens.get(noun.end());
    return isSingular(tokens, noun)
        && !Measures.isMeasure(noun.value())
        && next.isWord()
        && !FunctionWords.of(tokens.language()).has(next);
  }

  /** Returns the unit that a number at its left counts, and the place after it. */
  Optional<Phrases.Match<String>> at(Tokens tokens, int i) {
    int j = i;
    for (int skipped = 0; skipped <= MAX_ADJECTIVES; skipped++) {
      Optional<Phrases.Match<String>> noun = nouns.at(tokens, j);
      if (noun.isPresent()) {
        return noun.filter(match -> !isCompound(tokens, match.end()));
      }
      int next = afterAdjective(tokens, j);
      if (next == j) {
        return Optional.empty();
      }
      j = next;
    }
    return Optional.empty();
  }

  /** « Avions-citernes » are not any planes. */
  private static boolean isCompound(Tokens tokens, int end) {
    int next = tokens.afterHyphen(end);
    return tokens.isFrench() && next != end && tokens.get(next).isWord();
  }

  private int afterAdjective(Tokens tokens, int i) {
    Optional<Phrases.Match<Boolean>> listed = adjectives.at(tokens, i);
    if (listed.isPresent()) {
      return listed.get().end();
    }
    boolean demonym = !tokens.isFrench() && tokens.get(i).isCapitalised();
    return demonym ? i + 1 : i;
  }
}
