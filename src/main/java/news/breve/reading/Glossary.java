package news.breve.reading;

import java.util.List;
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
  private static final PackedTable ACTS = PackedTables.ACTS.open();
  private static final PackedTable THINGS = PackedTables.THINGS.open();
  private static final PackedTable KINDS_OF_BODIES = PackedTables.KINDS_OF_BODIES.open();
  private static final Glossary FRENCH =
      new Glossary(Language.FRENCH, PackedTables.FRENCH_GLOSSARY);
  private static final Glossary ENGLISH =
      new Glossary(Language.ENGLISH, PackedTables.ENGLISH_GLOSSARY);
  private static final Glossary FRENCH_NAMES =
      new Glossary(Language.FRENCH, PackedTables.FRENCH_NAMES);
  private static final Glossary ENGLISH_NAMES =
      new Glossary(Language.ENGLISH, PackedTables.ENGLISH_NAMES);

  /** Concepts found at a place, and the place after the words. */
  record Match(Set<String> concepts, int end) {}

  private final GlossaryForms forms;

  private Glossary(Language language, PackedTables table) {
    forms = new GlossaryForms(language, table.open());
  }

  static Glossary of(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }

  /** Returns what words mean inside names: bodies, offices, laws, works. */
  static Glossary ofNames(Language language) {
    return language == Language.FRENCH ? FRENCH_NAMES : ENGLISH_NAMES;
  }

  /**
   * Returns the concepts of the longest form that begins at a place.
   *
   * @param stems the stems of the tokens
   */
  Optional<Match> at(Tokens tokens, List<String> stems, int i) {
    return Optional.ofNullable(find(tokens, stems, i));
  }

  /** Returns the concepts of the longest form that begins at a place, null if none does. */
  @Nullable Match find(Tokens tokens, List<String> stems, int i) {
    Trie.Node<String> node = forms.after(tokens.get(i), stems.get(i));
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
  void collect(Tokens tokens, List<String> stems, int i, Set<String> concepts) {
    Trie.Node<String> node = forms.after(tokens.get(i), stems.get(i));
    for (int j = i + 1; node != null; j++) {
      concepts.addAll(node.meanings());
      node = j < stems.size() ? node.after(stems.get(j)) : null;
    }
  }

  /** Returns if a meaning inside names is what a body, an office or a law is, or is for. */
  static boolean isKindOfBody(String meaning) {
    return KINDS_OF_BODIES.has(meaning);
  }

  /** Returns if a concept is a thing, a person or a body rather than an act or a quality. */
  static boolean isThing(String concept) {
    return THINGS.has(concept);
  }

  /** Returns if a concept is an act: a verb and the nouns made of it. */
  static boolean isAct(String concept) {
    return ACTS.has(concept);
  }

  /** Returns if a word with this stem is a form of the tables, alone or the first of a phrase. */
  boolean knows(String stem) {
    return forms.has(stem);
  }
}
