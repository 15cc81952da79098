package news.breve.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.breve.article.Language;
import org.jspecify.annotations.Nullable;

/**
 * Words and phrases with all that each may mean. They are compared by their stems; a form that
 * begins with {@code =} is compared as it is written: {@code =va} is no form of {@code val}.
 */
final class Lexicon<T> {
  private static final String WRITTEN = "=";

  /** What stands between « se » and a participle. */
  private static final List<String> AUXILIARIES =
      List.of("s'est ", "se sont ", "s'était ", "s'étaient ", "se serait ", "s'être ");

  /** All that the words found at a place may mean, and the place after them. */
  record Match<T>(List<T> meanings, int end) {}

  private final Trie<T> stems;
  private final Trie<T> written;
  private final Language language;

  Lexicon(Language language) {
    this.language = language;
    this.written = new Trie<>(language, () -> token -> unelided(token.word()));
    this.stems = new Trie<>(language, () -> stems(language));
  }

  /** Adds every alternative of a table cell. */
  Lexicon<T> addAll(String cell, T meaning) {
    for (String form : Cells.alternatives(cell)) {
      add(form, meaning);
      if (language == Language.FRENCH && (form.startsWith("se ") || form.startsWith("s'"))) {
        // « S'est gardée de » is a form of « se garder de ».
        String rest = form.substring(form.startsWith("se ") ? 3 : 2);
        AUXILIARIES.forEach(auxiliary -> add(auxiliary + rest, meaning));
      }
    }
    return this;
  }

  private static Trie.Spelling stems(Language language) {
    Stemmer stemmer = new Stemmer(language);
    return token -> token.isWord() ? unelided(stemmer.stem(token.word())) : token.text();
  }

  private void add(String form, T meaning) {
    if (form.startsWith(WRITTEN)) {
      written.add(form.substring(1), meaning);
    } else {
      stems.add(form, meaning);
    }
  }

  /**
   * Returns what the longest form means that begins at a place.
   *
   * @param stems the stems of the tokens
   */
  Optional<Match<T>> at(Tokens tokens, List<String> stems, int i) {
    Match<T> asWritten = written(tokens, i);
    Match<T> stemmed = stemmed(tokens, stems, i);
    boolean longer = asWritten == null || (stemmed != null && stemmed.end() > asWritten.end());
    return Optional.ofNullable(longer ? stemmed : asWritten);
  }

  /**
   * Returns all that the longest forms mean that begin at a place, as written or by their stems.
   */
  Optional<Match<T>> allAt(Tokens tokens, List<String> stems, int i) {
    Match<T> asWritten = written(tokens, i);
    Match<T> stemmed = stemmed(tokens, stems, i);
    if (asWritten == null || stemmed == null || asWritten.end() != stemmed.end()) {
      return at(tokens, stems, i);
    }
    List<T> meanings = new ArrayList<>(asWritten.meanings());
    meanings.addAll(stemmed.meanings());
    return Optional.of(new Match<>(meanings, stemmed.end()));
  }

  private @Nullable Match<T> written(Tokens tokens, int i) {
    Match<T> longest = null;
    Trie.Node<T> node = written.after(tokens.get(i), unelided(tokens.get(i).word()));
    for (int end = i + 1; node != null; end++) {
      if (!node.meanings().isEmpty()) {
        longest = new Match<>(node.meanings(), end);
      }
      node = end < tokens.size() ? node.after(unelided(tokens.get(end).word())) : null;
    }
    return longest;
  }

  private @Nullable Match<T> stemmed(Tokens tokens, List<String> ofText, int i) {
    Match<T> longest = null;
    Trie.Node<T> node = stems.after(tokens.get(i), unelided(ofText.get(i)));
    for (int end = i + 1; node != null; end++) {
      if (!node.meanings().isEmpty()) {
        longest = new Match<>(node.meanings(), end);
      }
      node = end < ofText.size() ? node.after(unelided(ofText.get(end))) : null;
    }
    return longest;
  }

  /** {@code d'} is {@code de}. */
  private static String unelided(String word) {
    boolean elided = !word.isEmpty() && word.charAt(word.length() - 1) == '\'';
    return elided ? word.substring(0, word.length() - 1) + "e" : word;
  }
}
