package news.breve.reading;

import java.util.List;
import java.util.Optional;
import news.breve.article.Language;

/** Words of the calendar, from {@code calendar.tsv}. */
final class Calendar {
  /** What a word of the calendar says: {@code month} 4 for avril. */
  record Entry(String kind, int value) {}

  private static final List<List<String>> ROWS = Cells.rows("calendar.tsv", 4);
  private static final Calendar FRENCH = new Calendar(Language.FRENCH);
  private static final Calendar ENGLISH = new Calendar(Language.ENGLISH);

  private final Language language;
  private final Phrases<Entry> words;

  private Calendar(Language language) {
    this.language = language;
    // "May" and "Sun." are calendar words by their capital; French ones are small, or stand first.
    words =
        Cells.phrases(
            ROWS,
            language == Language.FRENCH ? Phrases.Key.FOLDED : Phrases.Key.NAME,
            language,
            row -> true,
            row -> new Entry(row.get(0), Integer.parseInt(row.get(1))));
  }

  static Calendar of(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }

  /** Returns if a word of the calendar stands at a token. */
  boolean has(Tokens tokens, int i) {
    return words.find(tokens, i) != null;
  }

  /** Returns false if no word of the calendar begins with a token. */
  boolean mayBegin(Token token) {
    return words.mayBegin(token);
  }

  Optional<Phrases.Match<Integer>> at(Tokens tokens, int i, String kind) {
    Phrases.Match<Entry> match = words.find(tokens, i);
    return match == null || !match.value().kind().equals(kind)
        ? Optional.empty()
        : Optional.of(new Phrases.Match<>(match.value().value(), match.end()));
  }

  /** Returns the word we write for a month, a season or a quarter. */
  String name(String kind, int value) {
    int column = language == Language.FRENCH ? 2 : 3;
    return ROWS.stream()
        .filter(row -> row.get(0).equals(kind) && row.get(1).equals(String.valueOf(value)))
        .map(row -> Cells.alternatives(row.get(column)).getFirst())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no " + kind + " " + value));
  }
}
