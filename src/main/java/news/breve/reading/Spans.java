package news.breve.reading;

import java.math.BigDecimal;
import java.util.List;
import news.breve.article.Language;

/** Spans of time that a word says without a number: decade, semestriel; from {@code spans.tsv}. */
final class Spans {
  private static final List<List<String>> ROWS = Cells.rows("spans.tsv", 4);

  private Spans() {}

  /** Returns if a word of a text says an amount of time; "one quarter" is a share or one. */
  static boolean says(Tokens tokens, Value value) {
    return switch (value) {
      case Value.Quantity quantity -> says(tokens, quantity);
      case Value.Fraction(int quarters, int parts, var _) ->
          parts == 4
              && says(tokens, new Value.Quantity(BigDecimal.valueOf(3L * quarters), "month"));
      default -> false;
    };
  }

  private static boolean says(Tokens tokens, Value.Quantity quantity) {
    return ROWS.stream()
        .filter(row -> row.get(1).equals(quantity.unit()))
        .filter(row -> new BigDecimal(row.get(0)).compareTo(quantity.amount()) == 0)
        .anyMatch(row -> hasWord(tokens, row));
  }

  private static boolean hasWord(Tokens tokens, List<String> row) {
    Phrases<Boolean> words = new Phrases<>(Phrases.Key.FOLDED, tokens.language());
    words.addAll(row.get(tokens.language() == Language.FRENCH ? 2 : 3), true);
    for (int i = 0; i < tokens.size(); i++) {
      if (words.at(tokens, i).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
