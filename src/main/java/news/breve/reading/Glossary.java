package news.breve.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.breve.article.Language;
import org.jspecify.annotations.Nullable;

/**
 * What words of the news say the same, within a language and across both, from the tables {@code
 * glossary-*.tsv}: a row is a concept, known by its first English form, and by a number after it
 * where an earlier row begins with the same: the anchor of a ship is no anchor of a programme.
 * Words are compared by their stems.
 */
final class Glossary {
  private static final List<String> TABLES_OF_ACTS =
      List.of("glossary-verbs.tsv", "glossary-acts.tsv");
  private static final List<String> TABLES_OF_THINGS =
      List.of(
          "glossary-nouns.tsv",
          "glossary-people.tsv",
          "glossary-objects.tsv",
          "glossary-society.tsv",
          "glossary-relations.tsv");
  private static final List<String> TABLES_OF_QUALITIES =
      List.of("glossary-adjectives.tsv", "glossary-qualities.tsv");
  private static final List<Row> ROWS_OF_ACTS;
  private static final Set<String> THINGS;
  private static final Set<String> ACTS;
  private static final Set<String> KINDS_OF_BODIES;
  private static final Glossary FRENCH;
  private static final Glossary ENGLISH;
  private static final Glossary FRENCH_NAMES;
  private static final Glossary ENGLISH_NAMES;

  static {
    // Each table is read once for all that is made of it.
    Map<String, Integer> taken = new HashMap<>();
    ROWS_OF_ACTS = rows(TABLES_OF_ACTS, taken);
    List<Row> things = rows(TABLES_OF_THINGS, taken);
    List<Row> all = new ArrayList<>(ROWS_OF_ACTS);
    all.addAll(things);
    all.addAll(rows(TABLES_OF_QUALITIES, taken));
    ACTS = concepts(ROWS_OF_ACTS);
    THINGS = concepts(things);
    FRENCH = new Glossary(Language.FRENCH, all);
    ENGLISH = new Glossary(Language.ENGLISH, all);

    List<Row> bodies = rows(List.of("institution-words.tsv"), new HashMap<>());
    List<Row> names = new ArrayList<>(bodies);
    names.addAll(rows(List.of("institution-qualities.tsv"), new HashMap<>()));
    KINDS_OF_BODIES = concepts(bodies);
    FRENCH_NAMES = new Glossary(Language.FRENCH, names);
    ENGLISH_NAMES = new Glossary(Language.ENGLISH, names);
  }

  /** A row of a table: French forms and English ones, separated by semicolons. */
  record Row(String concept, String french, String english) {
    List<String> forms(Language language) {
      return Cells.alternatives(language == Language.FRENCH ? french : english);
    }
  }

  /** Concepts found at a place, and the place after the words. */
  record Match(Set<String> concepts, int end) {}

  private final Trie<String> forms;

  private Glossary(Language language, List<Row> rows) {
    forms = new Trie<>(language, () -> stems(language));
    for (Row row : rows) {
      for (String form : row.forms(language)) {
        forms.add(form, row.concept());
      }
    }
  }

  private static List<Row> rows(List<String> tables, Map<String, Integer> taken) {
    List<Row> rows = new ArrayList<>();
    for (String table : tables) {
      for (List<String> cells : Cells.rows(table, 2)) {
        String first = Cells.first(cells.get(1));
        int times = taken.merge(first, 1, Integer::sum);
        rows.add(new Row(times == 1 ? first : first + " " + times, cells.get(0), cells.get(1)));
      }
    }
    return rows;
  }

  static Glossary of(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }

  /** Returns what words mean inside names: bodies, offices, laws, works. */
  static Glossary ofNames(Language language) {
    return language == Language.FRENCH ? FRENCH_NAMES : ENGLISH_NAMES;
  }

  private static Trie.Spelling stems(Language language) {
    Stemmer stemmer = new Stemmer(language);
    return token -> stemmer.stem(token.word());
  }

  /**
   * Returns the concepts of the longest form that begins at a place.
   *
   * @param stems the stems of a text, word by word
   */
  Optional<Match> at(List<String> stems, int i) {
    return Optional.ofNullable(find(stems, i));
  }

  /** Returns the concepts of the longest form that begins at a place, null if none does. */
  @Nullable Match find(List<String> stems, int i) {
    Trie.Node<String> node = forms.after(stems.get(i));
    Trie.Node<String> longest = null;
    int end = i;
    for (int j = i + 1; node != null; j++) {
      if (!node.meanings().isEmpty()) {
        longest = node;
        end = j;
      }
      node = j < stems.size() ? node.after(stems.get(j)) : null;
    }
    return longest == null ? null : new Match(longest.distinct(), end);
  }

  /** Adds to a set the concepts of every form, long or short, that begins at a place. */
  void collect(List<String> stems, int i, Set<String> concepts) {
    Trie.Node<String> node = forms.after(stems.get(i));
    for (int j = i + 1; node != null; j++) {
      concepts.addAll(node.meanings());
      node = j < stems.size() ? node.after(stems.get(j)) : null;
    }
  }

  /** Returns if a meaning inside names is what a body, an office or a law is, or is for. */
  static boolean isKindOfBody(String meaning) {
    return KINDS_OF_BODIES.contains(meaning);
  }

  /** Returns if a concept is a thing, a person or a body rather than an act or a quality. */
  static boolean isThing(String concept) {
    return THINGS.contains(concept);
  }

  /** Returns if a concept is an act: a verb and the nouns made of it. */
  static boolean isAct(String concept) {
    return ACTS.contains(concept);
  }

  /** Returns if a word with this stem is a form of the tables, alone or the first of a phrase. */
  boolean knows(String stem) {
    return forms.has(stem);
  }

  /** Returns the rows of verbs, the nouns made of them, and their phrases. */
  static List<Row> acts() {
    return ROWS_OF_ACTS;
  }

  /** Returns every row of the tables, for tests of them and of other tables that name concepts. */
  static List<Row> rows() {
    Map<String, Integer> taken = new HashMap<>();
    List<Row> rows = new ArrayList<>(rows(TABLES_OF_ACTS, taken));
    rows.addAll(rows(TABLES_OF_THINGS, taken));
    rows.addAll(rows(TABLES_OF_QUALITIES, taken));
    return rows;
  }

  private static Set<String> concepts(List<Row> rows) {
    Set<String> concepts = HashSet.newHashSet(rows.size());
    for (Row row : rows) {
      concepts.add(row.concept());
    }
    return concepts;
  }
}
