package news.breve.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.breve.article.Language;
import org.jspecify.annotations.Nullable;

/**
 * Words that stand for a place, from {@code demonyms.tsv}: « québécois », "Quebecer", "Swiss". They
 * are no names of the place, but who names one names the other.
 */
final class Demonyms {
  private static final List<List<String>> ROWS = Cells.rows("demonyms.tsv", 3);
  private static final Demonyms FRENCH = new Demonyms(Language.FRENCH);
  private static final Demonyms ENGLISH = new Demonyms(Language.ENGLISH);

  private final Phrases<Set<Value>> words;

  private Demonyms(Language language) {
    // Small in French, capital in English: "polish" and "Polish" are two words.
    boolean french = language == Language.FRENCH;
    words = new Phrases<>(french ? Phrases.Key.FOLDED : Phrases.Key.NAME, language);
    Map<String, Set<Value>> places = new HashMap<>();
    for (List<String> row : ROWS) {
      Set<Value> value =
          Cells.alternatives(row.get(0)).stream()
              .map(Value.Place::new)
              .collect(Collectors.toUnmodifiableSet());
      List<String> forms = Cells.alternatives(row.get(french ? 1 : 2));
      forms.forEach(form -> places.putIfAbsent(form, value));
      plurals(forms).forEach(form -> places.putIfAbsent(form, value));
    }
    places.forEach(words::add);
  }

  private static List<String> plurals(List<String> forms) {
    List<String> plurals = new ArrayList<>();
    for (String form : forms) {
      char last = form.charAt(form.length() - 1);
      if (last != 's' && last != 'x' && last != 'h') {
        plurals.add(form + "s");
      }
    }
    return plurals;
  }

  static Demonyms of(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }

  /** Returns the places that the longest word at a token may stand for; null if none. */
  Phrases.@Nullable Match<Set<Value>> find(Tokens tokens, int i) {
    return words.find(tokens, i);
  }

  /** Returns the places that the longest word at a token may stand for. */
  Optional<Phrases.Match<Set<Value>>> at(Tokens tokens, int i) {
    return words.at(tokens, i);
  }
}
