package news.breve.reading;

import java.util.List;
import java.util.Optional;
import news.breve.article.Language;

/** Names of people that each language writes in its own way, from {@code people-names.tsv}. */
final class PeopleNames {
  private static final List<List<String>> ROWS = Cells.rows("people-names.tsv", 2);
  private static final PeopleNames FRENCH = new PeopleNames(Language.FRENCH);
  private static final PeopleNames ENGLISH = new PeopleNames(Language.ENGLISH);

  private final Phrases<Value> names;

  private PeopleNames(Language language) {
    names =
        Cells.phrases(
            ROWS,
            Phrases.Key.NAME,
            language,
            row -> true,
            row -> new Value.Person(Cells.alternatives(row.get(1)).getFirst()));
  }

  static PeopleNames of(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }

  /** Returns whose name, in whole or in part, begins at a token. */
  Optional<Phrases.Match<Value>> at(Tokens tokens, int i) {
    return names.at(tokens, i);
  }
}
