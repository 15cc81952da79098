package news.breve.reading;

import java.util.List;
import java.util.Optional;
import news.breve.article.Language;

/** The words of a language that numbers are made of, from {@code numerals.tsv}. */
final class Numerals {
  /** A numeral's value: {@code collective} 15 for une quinzaine. */
  record Numeral(Kind kind, long value) {}

  enum Kind {
    UNIT,
    TEN,
    HUNDRED,
    THOUSAND,
    SCALE,
    ABBREVIATION,
    DOZEN,
    COLLECTIVE
  }

  /** A whole number below a million, and the place after it. */
  record Spelled(long value, int end) {}

  private static final List<List<String>> ROWS = Cells.rows("numerals.tsv", 4);
  private static final Numerals FRENCH = new Numerals(Language.FRENCH);
  private static final Numerals ENGLISH = new Numerals(Language.ENGLISH);

  private final Phrases<Numeral> words;
  private final Phrases<Numeral> abbreviations;

  private Numerals(Language language) {
    String abbreviation = "abbreviation";
    words =
        Cells.phrases(
            ROWS,
            Phrases.Key.FOLDED,
            language,
            row -> !row.get(0).equals(abbreviation),
            Numerals::numeral);
    abbreviations =
        Cells.phrases(
            ROWS,
            Phrases.Key.NAME,
            language,
            row -> row.get(0).equals(abbreviation),
            Numerals::numeral);
  }

  private static Numeral numeral(List<String> row) {
    Kind kind = Kind.valueOf(row.get(0).toUpperCase(java.util.Locale.ROOT));
    return new Numeral(kind, Long.parseLong(row.get(1)));
  }

  static Numerals of(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }

  /** Returns how a magnitude is written: million, millions. */
  Forms scale(long value) {
    return ROWS.stream()
        .filter(row -> row.get(0).equals("scale") && row.get(1).equals(String.valueOf(value)))
        .map(row -> Cells.alternatives(row.get(this == FRENCH ? 2 : 3)))
        .map(forms -> new Forms(forms.get(0), forms.get(1)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no magnitude " + value));
  }

  /** Returns false if no numeral begins with a token. */
  boolean mayBegin(Token token) {
    return words.mayBegin(token);
  }

  Optional<Long> at(Tokens tokens, int i, Kind kind) {
    Phrases.Match<Numeral> match = words.find(tokens, i);
    return match == null || match.value().kind() != kind
        ? Optional.empty()
        : Optional.of(match.value().value());
  }

  long at(Tokens tokens, int i, Kind kind, long otherwise) {
    return at(tokens, i, kind).orElse(otherwise);
  }

  /** Returns the value of an abbreviated magnitude: M, bn, k. */
  Optional<Long> abbreviationAt(Tokens tokens, int i) {
    return abbreviations.at(tokens, i).map(match -> match.value().value());
  }
}
