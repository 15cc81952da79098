package news.breve.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import news.breve.article.Language;
import org.jspecify.annotations.Nullable;

/**
 * Words and word sequences of a table, found by one look-up a word: the longest that stands at a
 * place wins.
 */
final class Phrases<T> {
  /** What counts as the same word. */
  enum Key {
    /** Capitals count, diacritics don't: {@code Etats-Unis}. */
    NAME,
    /** Neither capitals nor diacritics count. */
    FOLDED,
    /** Diacritics count: {@code annonce} is not {@code annoncé}. */
    EXACT;

    String of(Token token) {
      return switch (this) {
        case NAME -> token.name();
        case FOLDED -> token.folded();
        case EXACT -> token.word();
      };
    }
  }

  /** A phrase found, and the place after it. */
  record Match<T>(T value, int end) {}

  private static final class Node<T> {
    private final Map<String, Node<T>> next = new HashMap<>();
    private @Nullable T value;
  }

  private final Node<T> root = new Node<>();
  private final Key key;
  private final Language language;

  /** Of the words that phrases begin with; threads that race for it make the same. */
  private @Nullable WordFilter first;

  Phrases(Key key, Language language) {
    this.key = key;
    this.language = language;
  }

  /** Adds a phrase; the first meaning of a phrase stays. */
  Phrases<T> add(String phrase, T value) {
    Tokens tokens = Tokens.of(phrase, language);
    Node<T> node = root;
    for (int i = 0; i < tokens.size(); i++) {
      node = node.next.computeIfAbsent(key.of(tokens.get(i)), word -> new Node<>());
    }
    if (node.value == null) {
      node.value = value;
    }
    first = null;
    return this;
  }

  /** Adds every alternative of a table cell, separated by semicolons; a lone hyphen is none. */
  Phrases<T> addAll(String cell, T value) {
    for (String phrase : Cells.alternatives(cell)) {
      add(phrase, value);
    }
    return this;
  }

  /** Returns the longest phrase that begins at a token. */
  Optional<Match<T>> at(Tokens tokens, int i) {
    if (!mayBegin(tokens.get(i))) {
      return Optional.empty();
    }
    Node<T> node = root;
    Match<T> longest = null;
    for (int j = i; !tokens.get(j).isNone(); j++) {
      Node<T> next = node.next.get(key.of(tokens.get(j)));
      if (next == null) {
        break;
      }
      node = next;
      if (node.value != null) {
        longest = new Match<>(node.value, j + 1);
      }
    }
    return Optional.ofNullable(longest);
  }

  private boolean mayBegin(Token token) {
    WordFilter filter = first;
    if (filter == null) {
      filter = new WordFilter(root.next.keySet());
      first = filter;
    }
    return filter.mayHave(key.of(token));
  }
}
