package news.breve.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.breve.article.Language;

/**
 * Finds words that affirm what a denial would deny, by {@code affirmations.tsv}: positive polarity
 * items such as some and already, and implicative verbs such as admit and disclose.
 */
public final class Affirmations {
  private static final List<List<String>> ROWS = Cells.rows("affirmations.tsv", 3);
  private static final Lexicon<Integer> FRENCH = lexicon(Language.FRENCH, 1);
  private static final Lexicon<Integer> ENGLISH = lexicon(Language.ENGLISH, 2);

  private Affirmations() {}

  private static Lexicon<Integer> lexicon(Language language, int column) {
    Lexicon<Integer> lexicon = new Lexicon<>(language);
    for (int row = 0; row < ROWS.size(); row++) {
      lexicon.addAll(ROWS.get(row).get(column), row);
    }
    return lexicon;
  }

  /** Returns how many words of each row of the table a statement has that it doesn't deny. */
  public static int[] in(Statement statement) {
    Lexicon<Integer> lexicon = statement.language() == Language.FRENCH ? FRENCH : ENGLISH;
    Tokens tokens = statement.tokens();
    Set<Integer> denied = denied(statement);
    int[] counts = new int[ROWS.size()];
    int i = 0;
    while (i < tokens.size()) {
      Optional<Lexicon.Match<Integer>> match = lexicon.allAt(tokens, statement.stems(), i);
      if (!denied.contains(tokens.get(i).start())) {
        match.ifPresent(found -> found.meanings().forEach(row -> counts[row]++));
      }
      i = match.map(Lexicon.Match::end).orElse(i + 1);
    }
    return counts;
  }

  private static Set<Integer> denied(Statement statement) {
    return statement.cues().predicates().stream()
        .filter(Predicate::denied)
        .map(predicate -> predicate.word().start())
        .collect(Collectors.toSet());
  }
}
