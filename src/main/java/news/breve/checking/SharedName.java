package news.breve.checking;

import news.breve.reading.Mention;
import news.breve.reading.Statement;

/** A number that is part of a name, which other words have as it is: Three Creeks Dairy. */
final class SharedName {
  private SharedName() {}

  /** Returns if a number in words opens a name of at least two words that others have alike. */
  static boolean holds(Statement statement, Mention mention, Statement other) {
    String text = statement.text();
    int start = mention.start();
    int next = text.indexOf(' ', start) + 1;
    if (next == 0
        || next == text.length()
        || !Character.isUpperCase(text.charAt(start))
        || !Character.isUpperCase(text.charAt(next))) {
      return false;
    }
    int end = next;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return other.text().contains(text.substring(start, end));
  }
}
