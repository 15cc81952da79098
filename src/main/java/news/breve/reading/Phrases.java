package news.breve.reading;

import java.util.Optional;
import java.util.Set;
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

  private final Trie<T> trie;
  private final Key key;

  Phrases(Key key, Language language) {
    this.key = key;
    this.trie = new Trie<>(language, () -> key::of);
  }

  /** Adds a phrase; the first meaning of a phrase stays. */
  Phrases<T> add(String phrase, T value) {
    trie.add(phrase, value);
    return this;
  }

  /** Adds every alternative of a table cell, separated by semicolons; a lone hyphen is none. */
  Phrases<T> addAll(String cell, T value) {
    for (String phrase : Cells.alternatives(cell)) {
      add(phrase, value);
    }
    return this;
  }

  /** Returns false if no phrase begins with a token. */
  boolean mayBegin(Token token) {
    return trie.has(key.of(token));
  }

  /** Returns the longest phrase that begins at a token. */
  Optional<Match<T>> at(Tokens tokens, int i) {
    return Optional.ofNullable(find(tokens, i));
  }

  /** Returns the longest phrase that begins at a token, null if none does. */
  @Nullable Match<T> find(Tokens tokens, int i) {
    Match<Trie.Node<T>> longest = longest(tokens, i);
    return longest == null
        ? null
        : new Match<>(longest.value().meanings().getFirst(), longest.end());
  }

  /** Returns all that the longest phrase at a token may mean, null if none begins there. */
  @Nullable Match<Set<T>> findAll(Tokens tokens, int i) {
    Match<Trie.Node<T>> longest = longest(tokens, i);
    return longest == null ? null : new Match<>(longest.value().distinct(), longest.end());
  }

  private @Nullable Match<Trie.Node<T>> longest(Tokens tokens, int i) {
    Token first = tokens.get(i);
    Trie.Node<T> node = trie.after(first, key.of(first));
    Match<Trie.Node<T>> longest = null;
    for (int j = i + 1; node != null; j++) {
      if (!node.meanings().isEmpty()) {
        longest = new Match<>(node, j);
      }
      node = tokens.get(j).isNone() ? null : node.after(key.of(tokens.get(j)));
    }
    return longest;
  }
}
