package news.breve.rendering;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A stretch of words that all carry the same marks.
 *
 * @param text as a browser may show it
 * @param classes what it is marked as, separated by spaces; empty if not at all
 * @param pairs which matches it is of, separated by spaces; empty if of none
 */
record Segment(String text, String classes, String pairs) {
  /**
   * A mark on some words.
   *
   * @param start UTF-16 offset
   * @param end UTF-16 offset after it
   * @param style what it is marked as
   * @param pair which match it is of, empty if none
   */
  record Mark(int start, int end, String style, String pair) {}

  boolean isMarked() {
    return !classes.isEmpty();
  }

  /** Returns the stretches of a text between the ends of its marks. */
  static List<Segment> of(String text, List<Mark> marks) {
    Set<Integer> ends = new TreeSet<>(List.of(0, text.length()));
    for (Mark mark : marks) {
      ends.add(Math.clamp(mark.start(), 0, text.length()));
      ends.add(Math.clamp(mark.end(), 0, text.length()));
    }
    List<Integer> cuts = List.copyOf(ends);
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i + 1 < cuts.size(); i++) {
      segments.add(between(cuts.get(i), cuts.get(i + 1), text, marks));
    }
    return segments;
  }

  private static Segment between(int from, int to, String text, List<Mark> marks) {
    Set<String> styles = new LinkedHashSet<>();
    Set<String> pairs = new LinkedHashSet<>();
    for (Mark mark : marks) {
      if (mark.start() <= from && to <= mark.end()) {
        styles.add(mark.style());
        if (!mark.pair().isEmpty()) {
          pairs.add(mark.pair());
        }
      }
    }
    return new Segment(
        Visible.escaped(text.substring(from, to)),
        String.join(" ", styles),
        String.join(" ", pairs));
  }
}
