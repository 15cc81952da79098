package news.breve.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.breve.article.Language;

/**
 * What words of the news say the same, within a language and across both, from the tables {@code
 * glossary-*.tsv}: a row is a concept, known by its first English form. Words are compared by their
 * stems.
 */
final class Glossary {
  private static final List<String> TABLES =
      List.of("glossary-verbs.tsv", "glossary-nouns.tsv", "glossary-adjectives.tsv");
  private static final List<String> IN_NAMES =
      List.of("institution-words.tsv", "institution-qualities.tsv");
  private static final Set<String> THINGS;
  private static final Set<String> ACTS;
  private static final Set<String> KINDS_OF_BODIES;
  private static final Glossary FRENCH;
  private static final Glossary ENGLISH;
  private static final Glossary FRENCH_NAMES;
  private static final Glossary ENGLISH_NAMES;

  static {
    // Each table is read once for all that is made of it.
    Map<String, List<List<String>>> tables = new HashMap<>();
    for (String table : TABLES) {
      tables.put(table, Cells.rows(table, 2));
    }
    for (String table : IN_NAMES) {
      tables.put(table, Cells.rows(table, 2));
    }
    THINGS = keys(rows(List.of("glossary-nouns.tsv"), tables));
    ACTS = keys(rows(List.of("glossary-verbs.tsv"), tables));
    KINDS_OF_BODIES = keys(rows(List.of("institution-words.tsv"), tables));
    FRENCH = new Glossary(Language.FRENCH, rows(TABLES, tables));
    ENGLISH = new Glossary(Language.ENGLISH, rows(TABLES, tables));
    FRENCH_NAMES = new Glossary(Language.FRENCH, rows(IN_NAMES, tables));
    ENGLISH_NAMES = new Glossary(Language.ENGLISH, rows(IN_NAMES, tables));
  }

  /** Concepts found at a place, and the place after the words. */
  record Match(Set<String> concepts, int end) {}

  private final Trie<String> forms;

  private Glossary(Language language, List<List<String>> rows) {
    forms = new Trie<>(language, () -> stems(language));
    for (List<String> row : rows) {
      String key = key(row);
      for (String form : Cells.alternatives(row.get(language == Language.FRENCH ? 0 : 1))) {
        forms.add(form, key);
      }
    }
  }

  private static List<List<String>> rows(
      List<String> names, Map<String, List<List<String>>> tables) {
    List<List<String>> rows = new ArrayList<>();
    for (String name : names) {
      rows.addAll(tables.getOrDefault(name, List.of()));
    }
    return rows;
  }

  private static String key(List<String> row) {
    return Cells.first(row.get(1));
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
    Trie.Node<String> node = forms.after(stems.get(i));
    List<String> longest = List.of();
    int end = i;
    for (int j = i + 1; node != null; j++) {
      if (!node.meanings().isEmpty()) {
        longest = node.meanings();
        end = j;
      }
      node = j < stems.size() ? node.after(stems.get(j)) : null;
    }
    return longest.isEmpty() ? Optional.empty() : Optional.of(new Match(Set.copyOf(longest), end));
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

  /** Returns every concept of the tables, for tests of other tables that name them. */
  static Set<String> concepts() {
    Set<String> keys = new LinkedHashSet<>();
    TABLES.forEach(table -> keys.addAll(keys(Cells.rows(table, 2))));
    return keys;
  }

  private static Set<String> keys(List<List<String>> rows) {
    Set<String> keys = new LinkedHashSet<>();
    for (List<String> row : rows) {
      keys.add(key(row));
    }
    return keys;
  }
}
