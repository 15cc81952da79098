package news.breve.article;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words that decide whether a sentence begins, from {@code sentence-words.tsv}. */
final class SentenceWords {
  private final Set<String> openers;
  private final Set<String> articles;
  private final Set<String> calendar;
  private final Set<String> speech;

  SentenceWords(Language language) {
    openers = words(language, "opens");
    articles = words(language, "article");
    calendar = words(language, "calendar");
    speech = words(language, "speech");
  }

  private static Set<String> words(Language language, String use) {
    Set<String> words = new HashSet<>();
    for (List<String> row : Table.read(SentenceWords.class, "sentence-words.tsv", 3)) {
      if (row.get(1).equals(language.code()) && row.get(2).equals(use)) {
        words.add(row.getFirst());
      }
    }
    return words;
  }

  /**
   * Returns whether a sentence opens with this word rather than a name.
   *
   * @param word the word, with an apostrophe if letters follow one: {@code The}, {@code L'}, {@code
   *     It'}
   * @param beforeCapital whether a capital follows it
   */
  boolean opens(String word, boolean beforeCapital) {
    String titled = titled(word);
    String whole = titled.endsWith("'") ? titled.substring(0, titled.length() - 1) : titled;
    return openers.contains(titled)
        || openers.contains(whole)
        || (articles.contains(titled) && !beforeCapital);
  }

  /** Returns whether the word goes on with a time of day: a weekday, a month, a time zone. */
  boolean isCalendar(String word) {
    return calendar.contains(word) || calendar.contains(titled(word));
  }

  /** Returns whether the word says that somebody spoke: {@code said}. */
  boolean isSpeech(String word) {
    return speech.contains(word);
  }

  /** Headlines in capitals open with the same words. */
  private static String titled(String word) {
    return word.length() < 2 ? word : word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
  }
}
