package news.breve.reading;

import java.util.concurrent.atomic.AtomicReferenceArray;
import news.breve.article.Language;
import org.jspecify.annotations.Nullable;

/**
 * The forms of the glossary in one language with their concepts, found word by word by their stems.
 * They are taken apart only when a text has a word with the stem that they begin with.
 */
final class GlossaryForms {
  private static final char SEPARATOR = '\t';

  private final Language language;
  private final PackedTable byFirst;
  private final AtomicReferenceArray<Trie.@Nullable Node<String>> nodes;

  /** What begins with a type of token. */
  private final OfType<Trie.Node<String>> starts = new OfType<>();

  /**
   * @param byFirst by the stem of the first word the forms in the order of their rows, each as
   *     {@link #text}
   */
  GlossaryForms(Language language, PackedTable byFirst) {
    this.language = language;
    this.byFirst = byFirst;
    this.nodes = new AtomicReferenceArray<>(byFirst.places());
  }

  /** Returns a form with its concept as the table by words has it. */
  static String text(String form, String concept) {
    return form + SEPARATOR + concept;
  }

  /** Returns if a form begins with a stem. */
  boolean has(String first) {
    return byFirst.has(first);
  }

  /**
   * Returns the node after a token, null if no form begins with it. It is looked up once for all
   * tokens of a type.
   *
   * @param stem the token's stem
   */
  Trie.@Nullable Node<String> after(Token token, String stem) {
    return starts.of(token, t -> after(stem));
  }

  private Trie.@Nullable Node<String> after(String first) {
    int place = byFirst.place(first);
    if (place < 0) {
      return null;
    }
    Trie.Node<String> node = nodes.get(place);
    if (node == null) {
      // Threads that race for it make the same.
      node = apart(place);
      nodes.set(place, node);
    }
    return node;
  }

  private Trie.Node<String> apart(int place) {
    Stemmer stemmer = new Stemmer(language);
    Trie.Node<String> first = new Trie.Node<>();
    for (String text : byFirst.texts(place)) {
      int separator = text.indexOf(SEPARATOR);
      Tokens tokens = Tokens.of(text.substring(0, separator), language);
      Trie.Node<String> node = first;
      for (int i = 1; i < tokens.size(); i++) {
        node = node.make(stemmer.stem(tokens.get(i).word()));
      }
      node.add(text.substring(separator + 1));
    }
    return first;
  }
}
