package news.breve.article;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Tells a consent banner's paragraphs from a story about cookies: a banner speaks to its reader for
 * its publisher and reports nothing; and where the story itself is about cookies, more is asked.
 */
final class ConsentNotice {
  private static final int ENOUGH = 2;

  /** In characters; what is shorter is a button. */
  private static final int SHORTEST = 25;

  private static final int ENOUGH_IN_A_STORY_ON_COOKIES = 4;

  private final List<String> notices;
  private final List<String> readers;
  private final List<String> publishers;
  private final List<String> reports;

  ConsentNotice(BoilerplateTable table) {
    notices = cues(table, "notice");
    readers = cues(table, "reader");
    publishers = cues(table, "publisher");
    reports = cues(table, "report");
  }

  /** Cues as they begin in a text of words. */
  private static List<String> cues(BoilerplateTable table, String kind) {
    return table.phrases(kind).stream().map(cue -> " " + cue).toList();
  }

  /**
   * Returns if a paragraph is a banner's.
   *
   * @param story gives other text of the same article, in which nothing looks like a notice; it is
   *     asked where the paragraph has all the words of one
   */
  boolean isOne(String paragraph, Supplier<Stream<String>> story) {
    if (paragraph.length() < SHORTEST) {
      return false;
    }
    String text = words(paragraph);
    long cues = count(notices, text);
    if (cues < ENOUGH || holdsAny(reports, text)) {
      return false;
    }
    boolean forPublisher = holdsAny(publishers, text);
    if (!forPublisher && !holdsAny(readers, text)) {
      return false;
    }
    boolean isStoryOnCookies = story.get().anyMatch(each -> count(notices, words(each)) >= ENOUGH);
    return !isStoryOnCookies || (forPublisher && cues >= ENOUGH_IN_A_STORY_ON_COOKIES);
  }

  /** Returns if a paragraph has the words of a notice, whoever speaks in it. */
  boolean soundsLikeOne(String paragraph) {
    String text = words(paragraph);
    return count(notices, text) >= ENOUGH
        && !holdsAny(reports, text)
        && (holdsAny(readers, text) || holdsAny(publishers, text));
  }

  private static long count(List<String> cues, String text) {
    long count = 0;
    for (String cue : cues) {
      count += holds(text, cue) ? 1 : 0;
    }
    return count;
  }

  private static boolean holdsAny(List<String> cues, String text) {
    for (String cue : cues) {
      if (holds(text, cue)) {
        return true;
      }
    }
    return false;
  }

  /** A cue at the beginning of a word; the plural may follow. */
  private static boolean holds(String text, String cue) {
    for (int at = text.indexOf(cue); at >= 0; at = text.indexOf(cue, at + 1)) {
      int end = at + cue.length();
      if (text.charAt(end) == ' ' || text.startsWith("s ", end)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the words between single spaces, in lower case, without punctuation. */
  private static String words(String paragraph) {
    StringBuilder words = new StringBuilder(" ");
    String lower = BoilerplateTable.fold(paragraph).toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      boolean isWord = Character.isLetterOrDigit(c) || c == '\'' || c == '-';
      if (isWord) {
        words.append(c);
      } else if (words.charAt(words.length() - 1) != ' ') {
        words.append(' ');
      }
    }
    return words.append(' ').toString();
  }
}
