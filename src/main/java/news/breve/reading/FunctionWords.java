package news.breve.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.breve.article.Language;
import org.jspecify.annotations.Nullable;

/** Words that only tie others together, from {@code function-words.tsv}. */
final class FunctionWords {
  private static final List<List<String>> ROWS = Cells.rows("function-words.tsv", 3);
  private static final FunctionWords FRENCH = new FunctionWords(1);
  private static final FunctionWords ENGLISH = new FunctionWords(2);

  private final Set<String> words = new HashSet<>();

  /** True for a token that is one of them, or that is but a letter or a sign. */
  private final OfType<Boolean> small = new OfType<>();

  private final Set<String> negations = new HashSet<>();
  private final Set<String> determiners = new HashSet<>();

  private FunctionWords(int column) {
    ROWS.forEach(row -> words.addAll(Cells.alternatives(row.get(column))));
    ROWS.stream()
        .filter(row -> row.get(0).equals("determiner"))
        .forEach(row -> determiners.addAll(Cells.alternatives(row.get(column))));
    ROWS.stream()
        .filter(row -> row.get(0).equals("negation"))
        .forEach(row -> negations.addAll(Cells.alternatives(row.get(column))));
  }

  static FunctionWords of(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }

  /** Returns if a word denies: pas, jamais, not, never, hasn't. */
  boolean denies(Token token) {
    return negations.contains(token.word()) || token.word().endsWith("n't");
  }

  /** Returns if a word determines a noun: les, ces, the, its. */
  boolean determines(Token token) {
    return determiners.contains(token.word());
  }

  boolean has(Token token) {
    return small.of(token, this::read) != null;
  }

  private @Nullable Boolean read(Token token) {
    boolean single = token.text().length() == 1 && !token.isNumber();
    return (single || has(token.word())) ? true : null;
  }

  boolean has(String word) {
    return words.contains(word);
  }
}
