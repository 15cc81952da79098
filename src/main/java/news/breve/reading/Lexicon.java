package news.breve.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private static final class Node<T> {
    private final Map<String, Node<T>> stems = new HashMap<>();
    private final Map<String, Node<T>> written = new HashMap<>();
    private final List<T> meanings = new ArrayList<>();
  }

  /** All that the words found at a place may mean, and the place after them. */
  record Match<T>(List<T> meanings, int end) {}

  private final Node<T> root = new Node<>();
  private final Language language;
  private final Stemmer stemmer;

  /** Of the words and stems that forms begin with; threads that race for it make the same. */
  private @Nullable WordFilter first;

  Lexicon(Language language) {
    this.language = language;
    this.stemmer = new Stemmer(language);
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

  private void add(String form, T meaning) {
    boolean written = form.startsWith(WRITTEN);
    Tokens tokens = Tokens.of(written ? form.substring(1) : form, language);
    Node<T> node = root;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      node =
          written
              ? node.written.computeIfAbsent(unelided(token.word()), k -> new Node<>())
              : node.stems.computeIfAbsent(
                  token.isWord() ? unelided(stemmer.stem(token.word())) : token.text(),
                  k -> new Node<>());
    }
    if (!node.meanings.contains(meaning)) {
      node.meanings.add(meaning);
    }
    first = null;
  }

  /**
   * Returns what the longest form means that begins at a place.
   *
   * @param stems the stems of the tokens
   */
  Optional<Match<T>> at(Tokens tokens, List<String> stems, int i) {
    return mayBegin(tokens.get(i), stems.get(i))
        ? Optional.ofNullable(longest(root, tokens, stems, i))
        : Optional.empty();
  }

  private boolean mayBegin(Token token, String stem) {
    WordFilter filter = first;
    if (filter == null) {
      List<String> words = new ArrayList<>(root.stems.keySet());
      words.addAll(root.written.keySet());
      filter = new WordFilter(words);
      first = filter;
    }
    return filter.mayHave(unelided(stem)) || filter.mayHave(unelided(token.word()));
  }

  private static <T> @Nullable Match<T> longest(
      Node<T> node, Tokens tokens, List<String> stems, int i) {
    Match<T> longest = node.meanings.isEmpty() ? null : new Match<>(node.meanings, i);
    if (i < tokens.size()) {
      longest = longer(longest, node.written.get(unelided(tokens.get(i).word())), tokens, stems, i);
      longest = longer(longest, node.stems.get(unelided(stems.get(i))), tokens, stems, i);
    }
    return longest;
  }

  private static <T> @Nullable Match<T> longer(
      @Nullable Match<T> match, @Nullable Node<T> next, Tokens tokens, List<String> stems, int i) {
    Match<T> found = next == null ? null : longest(next, tokens, stems, i + 1);
    return found != null && (match == null || found.end() > match.end()) ? found : match;
  }

  /**
   * Returns all that the longest forms mean that begin at a place, as written or by their stems.
   */
  Optional<Match<T>> allAt(Tokens tokens, List<String> stems, int i) {
    List<Match<T>> matches = new ArrayList<>();
    collect(root, tokens, stems, i, matches);
    int end = matches.stream().mapToInt(Match::end).max().orElse(-1);
    List<T> meanings =
        matches.stream()
            .filter(match -> match.end() == end)
            .flatMap(match -> match.meanings().stream())
            .toList();
    return meanings.isEmpty() ? Optional.empty() : Optional.of(new Match<>(meanings, end));
  }

  private static <T> void collect(
      Node<T> node, Tokens tokens, List<String> stems, int i, List<Match<T>> matches) {
    if (!node.meanings.isEmpty()) {
      matches.add(new Match<>(node.meanings, i));
    }
    if (i < tokens.size()) {
      Node<T> written = node.written.get(unelided(tokens.get(i).word()));
      Node<T> stem = node.stems.get(unelided(stems.get(i)));
      if (written != null) {
        collect(written, tokens, stems, i + 1, matches);
      }
      if (stem != null) {
        collect(stem, tokens, stems, i + 1, matches);
      }
    }
  }

  /** {@code d'} is {@code de}. */
  private static String unelided(String word) {
    boolean elided = !word.isEmpty() && word.charAt(word.length() - 1) == '\'';
    return elided ? word.substring(0, word.length() - 1) + "e" : word;
  }
}
