package news.breve.checking;

import java.util.List;
import news.breve.reading.Statement;

/**
 * A clause of a statement, apart from some of its words: what is said, without the words that deny
 * it or leave it open.
 *
 * @param number the number of the clause in the statement
 * @param start UTF-16 offset of the words that don't count
 * @param end UTF-16 offset after them
 */
record Clause(Statement statement, int number, int start, int end) {
  /** Returns how much of it another statement tells in one clause. */
  double told(Statement other) {
    return statement.surroundings().told(number, start, end, other.surroundings());
  }

  /** Returns which clause of another statement tells most of it; −1 if none does. */
  int toldIn(Statement other) {
    return statement.surroundings().toldIn(number, start, end, other.surroundings());
  }

  /**
   * Returns if the clause that tells most of it is told nowhere better than where it stands.
   *
   * @param own the statements among which it stands
   */
  boolean isClosest(Statement other, List<Statement> own) {
    int there = toldIn(other);
    if (there < 0) {
      return false;
    }
    Clause back = new Clause(other, there, -1, -1);
    double most = own.stream().mapToDouble(back::told).max().orElse(0);
    return back.told(statement) >= most;
  }
}
