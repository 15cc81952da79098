package news.breve.reading;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.breve.article.Language;

/**
 * Which nouns name kinds of what wider nouns name, from {@code kinds.tsv}: three frigates are three
 * ships, « trois navires » too. Nouns of one kind are different things.
 */
public final class Kinds {
  private static final List<List<String>> ROWS = Cells.rows("kinds.tsv", 4);
  private static final Kinds FRENCH = new Kinds(Language.FRENCH, 0);
  private static final Kinds ENGLISH = new Kinds(Language.ENGLISH, 2);

  /** Numbers of rows by the stems of their wider nouns and of their narrower ones. */
  private final Map<String, Set<Integer>> wider = new HashMap<>();

  private final Map<String, Set<Integer>> narrower = new HashMap<>();

  private Kinds(Language language, int column) {
    Stemmer stemmer = new Stemmer(language);
    for (int row = 0; row < ROWS.size(); row++) {
      add(wider, stemmer, ROWS.get(row).get(column), row);
      add(narrower, stemmer, ROWS.get(row).get(column + 1), row);
    }
  }

  private static void add(Map<String, Set<Integer>> rows, Stemmer stemmer, String cell, int row) {
    for (String noun : Cells.alternatives(cell)) {
      rows.computeIfAbsent(stems(stemmer, noun), stem -> new HashSet<>(2)).add(row);
    }
  }

  /** The stems of a noun of several words, as a {@link Word} that is a phrase has them. */
  private static String stems(Stemmer stemmer, String noun) {
    StringBuilder stems = new StringBuilder();
    for (String word : noun.split(" ", -1)) {
      stems.append(stems.isEmpty() ? "" : " ").append(stemmer.stem(word));
    }
    return stems.toString();
  }

  /**
   * Returns if what a noun names is of the kind that another noun names.
   *
   * @param noun the noun that may be the narrower one: frigate
   * @param language its language
   * @param other the noun that may be the wider one: ship, navire
   * @param otherLanguage its language
   */
  public static boolean isKind(Word noun, Language language, Word other, Language otherLanguage) {
    Set<Integer> kinds = of(language).narrower.getOrDefault(noun.stem(), Set.of());
    return !kinds.isEmpty()
        && !Collections.disjoint(
            kinds, of(otherLanguage).wider.getOrDefault(other.stem(), Set.of()));
  }

  private static Kinds of(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }
}
