package news.breve.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sequences of words with all that each may mean, found word by word. A sequence is taken apart only
 * when a text has the word that it begins with: most of a table never is. Once filled, threads share
 * it; those that race for a word make the same.
 */
final class Trie<T> {
  /** Takes a form of a table apart into the words that are looked up. */
  interface Splitter {
    List<String> words(String form);
  }

  /** What the words up to a place may mean, and what may follow them. */
  static final class Node<T> {
    private final List<T> meanings = new ArrayList<>(1);
    private @Nullable Map<String, Node<T>> next;

    /** Returns what the words may mean, in the table's order; empty if they only begin a form. */
    List<T> meanings() {
      return meanings;
    }

    /** Returns the place after one more word, null if no form goes on so. */
    @Nullable Node<T> after(String word) {
      return next == null ? null : next.get(word);
    }

    private Node<T> make(String word) {
      if (next == null) {
        next = HashMap.newHashMap(1);
      }
      Node<T> node = next.get(word);
      if (node == null) {
        node = new Node<>();
        next.put(word, node);
      }
      return node;
    }

    private void add(T meaning) {
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

    private Node<T> node(Splitter splitter) {
      Node<T> made = node;
      if (made == null) {
        made = new Node<>();
        List<Forms<T>> all = new ArrayList<>();
        for (Forms<T> one = this; one != null; one = one.earlier) {
          all.add(one);
        }
        for (Forms<T> one : all.reversed()) {
          Node<T> end = made;
          List<String> words = splitter.words(one.form);
          for (int i = 1; i < words.size(); i++) {
            end = end.make(words.get(i));
          }
          end.add(one.meaning);
        }
        node = made;
      }
      return made;
    }
  }

  private final Map<String, Forms<T>> byFirst = new HashMap<>();
  private final Splitter splitter;

  /** Of the words that forms begin with; threads that race for it make the same. */
  private @Nullable WordFilter filter;

  Trie(Splitter splitter) {
    this.splitter = splitter;
  }

  /**
   * Adds a form.
   *
   * @param first the first of its words
   */
  void add(String first, String form, T meaning) {
    byFirst.put(first, new Forms<>(form, meaning, byFirst.get(first)));
    filter = null;
  }

  /** Returns if a form begins with a word. */
  boolean has(String first) {
    return byFirst.containsKey(first);
  }

  /** Returns the place after a first word, null if no form begins with it. */
  @Nullable Node<T> after(String first) {
    if (!mayHave(first)) {
      return null;
    }
    Forms<T> forms = byFirst.get(first);
    return forms == null ? null : forms.node(splitter);
  }

  private boolean mayHave(String first) {
    WordFilter made = filter;
    if (made == null) {
      made = new WordFilter(byFirst.keySet());
      filter = made;
    }
    return made.mayHave(first);
  }
}
