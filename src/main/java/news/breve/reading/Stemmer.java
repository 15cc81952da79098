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
  /** Language, infinitive and forms of irregular verbs. */
  static final List<List<String>> IRREGULAR_VERBS = Cells.rows("irregular-verbs.tsv", 3);

  private static final Map<String, String> FRENCH = lemmas("fr");
  private static final Map<String, String> ENGLISH = lemmas("en");

  /** Stems of words whose Snowball stem is another word's. */
  private static final Map<String, String> FRENCH_KEPT = kept("fr");

  private static final Map<String, String> ENGLISH_KEPT = kept("en");

  private final boolean isFrench;
  private @Nullable SnowballStemmer snowball;

  private static final Memo<String> FRENCH_STEMS = new Memo<>();
  private static final Memo<String> ENGLISH_STEMS = new Memo<>();

  Stemmer(Language language) {
    this.isFrench = language == Language.FRENCH;
  }

  private static Map<String, String> kept(String language) {
    Map<String, String> kept = new HashMap<>();
    for (List<String> row : Cells.rows("stem-exceptions.tsv", 3)) {
      if (row.get(0).equals(language)) {
        kept.put(row.get(1), row.get(2));
      }
    }
    return kept;
  }

  private static Map<String, String> lemmas(String language) {
    Map<String, String> lemmas = new HashMap<>();
    for (List<String> row : IRREGULAR_VERBS) {
      if (row.get(0).equals(language)) {
        lemmas.putIfAbsent(row.get(1), row.get(1));
        for (String form : Cells.alternatives(row.get(2))) {
          lemmas.putIfAbsent(form, row.get(1));
        }
      }
    }
    return lemmas;
  }

  /** Returns if an English word is an irregular form of a verb: {@code sold}, not {@code sell}. */
  static boolean isIrregular(String word) {
    String lemma = ENGLISH.get(word);
    return lemma != null && !lemma.equals(word);
  }

  /**
   * Returns the stem of a word.
   *
   * @param word in lower case, apostrophes straight
   */
  String stem(String word) {
    return (isFrench ? FRENCH_STEMS : ENGLISH_STEMS).of(word, this::compute);
  }

  private String compute(String word) {
    String kept = (isFrench ? FRENCH_KEPT : ENGLISH_KEPT).get(word);
    if (kept != null) {
      return kept;
    }
    String lemma = (isFrench ? FRENCH : ENGLISH).getOrDefault(word, word);
    if (snowball == null) {
      snowball = isFrench ? new frenchStemmer() : new englishStemmer();
    }
    snowball.setCurrent(lemma);
    snowball.stem();
    return snowball.getCurrent();
  }
}
