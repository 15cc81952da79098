package news.breve.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.breve.article.Language;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.englishStemmer;
import org.tartarus.snowball.ext.frenchStemmer;

/**
 * Reduces the forms of a word to one stem: Snowball's algorithm, with the forms of irregular verbs
 * from {@code irregular-verbs.tsv}. For one thread: the library's stemmer keeps state.
 */
final class Stemmer {
  private static final PackedTable FRENCH = PackedTables.FRENCH_LEMMAS.open();
  private static final PackedTable ENGLISH = PackedTables.ENGLISH_LEMMAS.open();

  /** Stems of words whose Snowball stem is another word's. */
  private static final PackedTable FRENCH_KEPT = PackedTables.FRENCH_STEMS.open();

  private static final PackedTable ENGLISH_KEPT = PackedTables.ENGLISH_STEMS.open();

  private static final Memo<String> FRENCH_MEMO = new Memo<>();
  private static final Memo<String> ENGLISH_MEMO = new Memo<>();

  private final boolean isFrench;
  private @Nullable SnowballStemmer snowball;

  Stemmer(Language language) {
    this.isFrench = language == Language.FRENCH;
  }

  /** Returns language, infinitive and forms of irregular verbs. */
  static List<List<String>> irregularVerbs() {
    return Cells.rows("irregular-verbs.tsv", 3);
  }

  static Map<String, List<String>> kept(Language language) {
    Map<String, List<String>> kept = new HashMap<>();
    for (List<String> row : Cells.rows("stem-exceptions.tsv", 3)) {
      if (row.get(0).equals(language.code())) {
        kept.put(row.get(1), List.of(row.get(2)));
      }
    }
    return kept;
  }

  static Map<String, List<String>> lemmas(Language language) {
    Map<String, List<String>> lemmas = new HashMap<>();
    for (List<String> row : irregularVerbs()) {
      if (row.get(0).equals(language.code())) {
        List<String> lemma = List.of(row.get(1));
        lemmas.putIfAbsent(row.get(1), lemma);
        for (String form : Cells.alternatives(row.get(2))) {
          lemmas.putIfAbsent(form, lemma);
        }
      }
    }
    return lemmas;
  }

  /** Returns if an English word is an irregular form of a verb: {@code sold}, not {@code sell}. */
  static boolean isIrregular(String word) {
    String lemma = ENGLISH.text(word);
    return lemma != null && !lemma.equals(word);
  }

  /**
   * Returns the stem of a word.
   *
   * @param word in lower case, apostrophes straight
   */
  String stem(String word) {
    return (isFrench ? FRENCH_MEMO : ENGLISH_MEMO).of(word, this::compute);
  }

  private String compute(String word) {
    String kept = (isFrench ? FRENCH_KEPT : ENGLISH_KEPT).text(word);
    if (kept != null) {
      return kept;
    }
    String lemma = (isFrench ? FRENCH : ENGLISH).text(word);
    if (snowball == null) {
      snowball = isFrench ? new frenchStemmer() : new englishStemmer();
    }
    snowball.setCurrent(lemma == null ? word : lemma);
    snowball.stem();
    return snowball.getCurrent();
  }
}
