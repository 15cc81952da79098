package news.breve.checking;

import java.util.ArrayList;
import java.util.List;
import news.breve.reading.Statement;

/**
 * Where the words of one language stand against those of the other. A translation tells the same in
 * the same order, part by part: what stands early in the one hardly stands late in the other.
 */
final class Parallel {
  private final List<Integer> some;
  private final List<Integer> others;

  Parallel(Statement one, Statement other) {
    List<Integer> here = parts(one.text());
    List<Integer> there = parts(other.text());
    boolean same = here.size() == there.size();
    some = same ? here : List.of(0, one.text().length());
    others = same ? there : List.of(0, other.text().length());
  }

  /**
   * Returns where parts begin, that signs end which a translation keeps, and where the last ends.
   */
  private static List<Integer> parts(String text) {
    List<Integer> parts = new ArrayList<>();
    parts.add(0);
    for (int i = 1; i + 1 < text.length(); i++) {
      if (text.charAt(i) == ';') {
        parts.add(i + 1);
      }
    }
    parts.add(text.length());
    return parts;
  }

  /**
   * Returns how far apart two places are, in letters; far more than any text has if they stand in
   * parts that don't belong together.
   *
   * @param one UTF-16 offset in the one statement
   * @param other UTF-16 offset in the other
   */
  int distance(int one, int other) {
    int part = part(some, one);
    if (part != part(others, other)) {
      return Integer.MAX_VALUE;
    }
    double length = some.get(part + 1) - some.get(part);
    double otherLength = others.get(part + 1) - others.get(part);
    double here = (one - some.get(part)) / length;
    double there = (other - others.get(part)) / otherLength;
    return (int) (Math.abs(here - there) * Math.min(length, otherLength));
  }

  private static int part(List<Integer> parts, int offset) {
    int part = 0;
    while (part + 2 < parts.size() && parts.get(part + 1) <= offset) {
      part++;
    }
    return part;
  }
}
