package news.breve.article;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The abbreviations of one language's news, from {@code abbreviations.tsv}. */
final class Abbreviations {
  /** What may follow an abbreviation in the same sentence. */
  enum Kind {
    /** Anything: it never ends a sentence. */
    NEVER,
    /** A name, a number or a lower-case word. */
    NAME,
    /** A number or a lower-case word. */
    NUMBER,
    /** A weekday, a month, a time zone, a number or a lower-case word. */
    TIME
  }

  private final Map<String, Kind> kinds = new HashMap<>();

  Abbreviations(Language language) {
    List<List<String>> rows = Table.read(Abbreviations.class, "abbreviations.tsv", 4);
    // Exact rows win over derived ones: Sat. is a weekday, SAT. too, sat. is not.
    for (List<String> row : rows) {
      if (List.of(row.get(1).split(" ")).contains(language.code())) {
        kinds.put(row.getFirst(), Kind.valueOf(row.get(2).toUpperCase(Locale.ROOT)));
      }
    }
    for (Map.Entry<String, Kind> row : List.copyOf(kinds.entrySet())) {
      String abbreviation = row.getKey();
      if (abbreviation.length() > 2) {
        kinds.putIfAbsent(capitalized(abbreviation), row.getValue());
        kinds.putIfAbsent(abbreviation.toUpperCase(Locale.ROOT), row.getValue());
      }
    }
  }

  /**
   * Returns the kind of a word with its mark: {@code Mr.}, {@code Yahoo!}, {@code ex-Sen.}.
   *
   * @param word the word as written, without quotes around it
   */
  Optional<Kind> kind(String word) {
    Kind kind = kinds.get(word);
    if (kind == null && word.indexOf('-') >= 0) {
      kind = kinds.get(word.substring(word.lastIndexOf('-') + 1));
    }
    return Optional.ofNullable(kind);
  }

  private static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
