package news.breve.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import news.breve.article.Language;
import org.jspecify.annotations.Nullable;

/**
 * Forms of a table with all that each may mean, found word by word. Forms are taken apart only when
 * a text has the word that they begin with: most of a table never are. Once filled, threads share
 * it; those that race for a word make the same.
 */
final class Trie<T> {
  /** What is looked up for a word: itself, its stem. For one thread. */
  interface Spelling {
    String of(Token token);
  }

  /** What the words up to a place may mean, and what may follow them. */
  static final class Node<T> {
    private final List<T> meanings = new ArrayList<>(1);
    private @Nullable Map<String, Node<T>> next;

    /**
     * A bit for each word that may follow, by its hash: most words that do follow go on no form.
     */
    private long following;

    private volatile @Nullable Set<T> distinct;

    /** Returns the meanings as a set, made when first asked for. */
    Set<T> distinct() {
      Set<T> made = distinct;
      if (made == null) {
        made = Set.copyOf(meanings);
        distinct = made;
      }
      return made;
    }

    /** Returns what the words may mean, in the table's order; empty if they only begin a form. */
    List<T> meanings() {
      return meanings;
    }

    /** Returns the node after one more word, null if no form goes on so. */
    @Nullable Node<T> after(String word) {
      return next == null || (following & bit(word)) == 0 ? null : next.get(word);
    }

    private static long bit(String word) {
      int hash = word.hashCode();
      return 1L << (hash ^ hash >>> 16);
    }

    Node<T> make(String word) {
      if (next == null) {
        next = HashMap.newHashMap(1);
      }
      following |= bit(word);
      return next.computeIfAbsent(word, w -> new Node<>());
    }

    void add(T meaning) {
      if (!meanings.contains(meaning)) {
        meanings.add(meaning);
      }
    }
  }

  /** The last form that begins with a word, and those before it. */
  private static final class Forms<T> {
    private final String form;
    private final T meaning;
    private final @Nullable Forms<T> earlier;
    private volatile @Nullable Node<T> node;

    private Forms(String form, T meaning, @Nullable Forms<T> earlier) {
      this.form = form;
      this.meaning = meaning;
      this.earlier = earlier;
    }
  }

  private final Language language;
  private final Supplier<Spelling> spellings;
  private final Spelling ofFirst;
  private final Map<String, Forms<T>> byFirst = new HashMap<>();

  /** What begins with a type of token; made anew when forms are added. */
  private @Nullable OfType<Node<T>> starts;

  /**
   * Makes an empty one.
   *
   * @param spellings makes a spelling, the same each time
   */
  Trie(Language language, Supplier<Spelling> spellings) {
    this.language = language;
    this.spellings = spellings;
    this.ofFirst = spellings.get();
  }

  void add(String form, T meaning) {
    Token first = Tokens.first(form, language);
    if (!first.isNone()) {
      String word = ofFirst.of(first);
      byFirst.put(word, new Forms<>(form, meaning, byFirst.get(word)));
      starts = null;
    }
  }

  /** Returns if a form begins with a word. */
  boolean has(String first) {
    return byFirst.containsKey(first);
  }

  /** Returns the node after a first word, null if no form begins with it. */
  @Nullable Node<T> after(String first) {
    Forms<T> forms = byFirst.get(first);
    if (forms == null) {
      return null;
    }
    Node<T> node = forms.node;
    if (node == null) {
      node = apart(forms);
      forms.node = node;
    }
    return node;
  }

  /**
   * Returns the node after a token, null if no form begins with it. It is looked up once for all
   * tokens of a type.
   *
   * @param first what the token's word is looked up by, the same each time
   */
  @Nullable Node<T> after(Token token, String first) {
    OfType<Node<T>> made = starts;
    if (made == null) {
      made = new OfType<>();
      starts = made;
    }
    return made.of(token, t -> after(first));
  }

  private Node<T> apart(Forms<T> last) {
    List<Forms<T>> all = new ArrayList<>();
    for (Forms<T> one = last; one != null; one = one.earlier) {
      all.add(one);
    }
    Spelling spelling = spellings.get();
    Node<T> first = new Node<>();
    for (Forms<T> one : all.reversed()) {
      Tokens tokens = Tokens.of(one.form, language);
      Node<T> node = first;
      for (int i = 1; i < tokens.size(); i++) {
        node = node.make(spelling.of(tokens.get(i)));
      }
      node.add(one.meaning);
    }
    return first;
  }
}
