package news.breve.reading;

import java.util.List;
import news.breve.article.Language;
import org.jspecify.annotations.Nullable;

/**
 * Names that each language writes in its own way and that are no places or bodies: of people, from
 * {@code people-names.tsv}, of peoples, creeds, feasts, prizes and events, from {@code events.tsv}.
 */
final class OtherNames {
  private static final List<List<String>> PEOPLE = Cells.rows("people-names.tsv", 2);
  private static final List<List<String>> EVENTS = Cells.rows("events.tsv", 2);
  private static final OtherNames FRENCH = new OtherNames(Language.FRENCH);
  private static final OtherNames ENGLISH = new OtherNames(Language.ENGLISH);

  private final Phrases<Value> names;

  private OtherNames(Language language) {
    names = new Phrases<>(Phrases.Key.NAME, language);
    int column = language == Language.FRENCH ? 0 : 1;
    for (List<String> row : PEOPLE) {
      add(row.get(column), new Value.Person(Cells.first(row.get(1))));
    }
    for (List<String> row : EVENTS) {
      add(row.get(column), new Value.Organization(Cells.first(row.get(1))));
    }
  }

  private void add(String cell, Value value) {
    Names.spellings(cell).forEach(form -> names.add(form, value));
  }

  static OtherNames of(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }

  /** Returns whose or what name, in whole or in part, begins at a token; null if none does. */
  Phrases.@Nullable Match<Value> find(Tokens tokens, int i) {
    return names.find(tokens, i);
  }
}
