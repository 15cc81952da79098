package news.breve.checking;

import java.util.List;
import java.util.stream.Stream;
import news.breve.article.Language;
import news.breve.reading.Statement;

/**
 * What one item of a draft claims in one language.
 *
 * @param item the item it belongs to
 * @param language the language of its words
 * @param statement its words, read
 * @param evidence the sentences it rests on, read, in the order of the article; all of them where
 *     the draft cites none
 * @param ownLanguage whether it is in the article's language, so that words can be compared
 */
record Claim(
    Item item,
    Language language,
    Statement statement,
    List<Passage> evidence,
    boolean ownLanguage) {
  Claim {
    evidence = List.copyOf(evidence);
  }

  /** Returns the JSON pointer to its words, such as {@code /sentences/1/en}. */
  String path() {
    return item.path() + "/" + language.code();
  }

  String text() {
    return statement.text();
  }

  /** Returns the claim of the same item in the other language, if there is one. */
  Stream<Claim> twin() {
    return item.claim(language.other()).stream();
  }

  /**
   * Returns if its words are judged against the evidence: those of the article's language, and
   * those that have no twin. Else the twin is judged, and the words are compared with the twin's.
   */
  boolean isJudgedByItsWords() {
    return ownLanguage || twin().findAny().isEmpty();
  }

  /** Returns if it is names and figures alone, as a key fact may be: it tells of no act. */
  boolean isBare() {
    return statement.words().stream()
        .allMatch(word ->
            statement.names().stream()
                    .anyMatch(name -> name.start() <= word.start() && word.end() <= name.end())
                || statement.values().stream()
                    .anyMatch(value -> value.start() <= word.start() && word.end() <= value.end()));
  }
}
