package news.breve.reading;

import java.math.BigDecimal;
import java.util.List;
import news.breve.article.Language;

/** Spans of time that a word says without a number: decade, semestriel; from {@code spans.tsv}. */
final class Spans {
  /** An amount of time, and the words that say it in each language. */
  private record Span(
      BigDecimal amount, String unit, Phrases<Boolean> french, Phrases<Boolean> english) {
    static Span of(List<String> row) {
      return new Span(
          new BigDecimal(row.get(0)),
          row.get(1),
          new Phrases<Boolean>(Phrases.Key.FOLDED, Language.FRENCH).addAll(row.get(2), true),
          new Phrases<Boolean>(Phrases.Key.FOLDED, Language.ENGLISH).addAll(row.get(3), true));
    }
  }

  private static final List<Span> SPANS =
      Cells.rows("spans.tsv", 4).stream().map(Span::of).toList();

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
    return SPANS.stream()
        .filter(span -> span.unit().equals(quantity.unit()))
        .filter(span -> span.amount().compareTo(quantity.amount()) == 0)
        .anyMatch(span -> hasWord(tokens, span));
  }

  private static boolean hasWord(Tokens tokens, Span span) {
    Phrases<Boolean> words = tokens.isFrench() ? span.french() : span.english();
    for (int i = 0; i < tokens.size(); i++) {
      if (words.find(tokens, i) != null) {
        return true;
      }
    }
    return false;
  }
}
