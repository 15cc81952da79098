package news.breve.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** boilerplate.tsv, read: which lines are no story text by their words alone. */
final class BoilerplateTable {
  private static final int MAX_LINE = 600;
  private static final int MAX_WORDS = 45;
  private static final String LABEL_SEPARATORS = " |·•/,–-»>&→.:…";

  private final Map<String, List<String>> phrases = new HashMap<>();
  private final Map<String, Labelled> labels = new HashMap<>();
  private final Set<Integer> labelLengths = new LinkedHashSet<>();

  /** By the first character of their fixed start; under 0 those that begin with a placeholder. */
  private final Map<Integer, List<Rule>> rules = new HashMap<>();

  BoilerplateTable() {
    List<List<String>> rows = Table.read(BoilerplateTable.class, "boilerplate.tsv", 5);
    for (List<String> row : rows) {
      phrases.computeIfAbsent(row.get(2), kind -> new ArrayList<>()).add(row.get(4));
    }
    for (List<String> row : rows) {
      switch (row.get(2)) {
        case "label" ->
            labels.put(
                row.get(4),
                new Labelled(RemovalReason.ofSlug(row.getFirst()), Where.of(row.get(3))));
        case "line" -> {
          LinePattern pattern = new LinePattern(row.get(4), phrases);
          int first = pattern.start().isEmpty() ? 0 : pattern.start().codePointAt(0);
          rules
              .computeIfAbsent(first, key -> new ArrayList<>())
              .add(new Rule(RemovalReason.ofSlug(row.getFirst()), Where.of(row.get(3)), pattern));
        }
        default -> {}
      }
    }
    labels.keySet().stream()
        .map(String::length)
        .sorted((a, b) -> Integer.compare(b, a))
        .forEach(labelLengths::add);
  }

  /** Where a cue counts. */
  private enum Where {
    ANYWHERE,
    EDGE,
    /** Not in the first line: "Explainer: …" may be the headline. */
    INSIDE;

    static Where of(String cell) {
      return valueOf(cell.toUpperCase(Locale.ROOT));
    }

    boolean isAt(Place place) {
      return switch (this) {
        case ANYWHERE -> true;
        case EDGE -> place.atEdge();
        case INSIDE -> !place.first();
      };
    }
  }

  /**
   * Where a line stands.
   *
   * @param atEdge if it stands before the first or after the last full paragraph
   * @param first if it is the first line of the text
   */
  record Place(boolean atEdge, boolean first) {}

  private record Labelled(RemovalReason reason, Where where) {}

  private record Rule(RemovalReason reason, Where where, LinePattern pattern) {}

  /** Returns the cues of a kind, such as {@code notice}. */
  List<String> phrases(String kind) {
    return phrases.getOrDefault(kind, List.of());
  }

  /**
   * Returns why a line is no story text.
   *
   * @param line folded by {@link #fold}
   */
  Optional<RemovalReason> reason(String line, Place place) {
    if (line.isEmpty() || line.length() > MAX_LINE || Lines.words(line) > MAX_WORDS) {
      return Optional.empty();
    }
    // Figures alone may be a story's; with a colon or a slash they are a time or a date.
    if (!saysMoreThanFigures(line)) {
      return Optional.empty();
    }
    String lower = line.toLowerCase(Locale.ROOT);
    return labels(line, lower, place)
        .or(() -> rule(rules.getOrDefault(lower.codePointAt(0), List.of()), line, lower, place))
        .or(() -> rule(rules.getOrDefault(0, List.of()), line, lower, place));
  }

  private static boolean saysMoreThanFigures(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (Character.isLetter(c) || ":/©".indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static Optional<RemovalReason> rule(
      List<Rule> candidates, String line, String lower, Place place) {
    for (Rule rule : candidates) {
      if (rule.where().isAt(place) && rule.pattern().matches(line, lower)) {
        return Optional.of(rule.reason());
      }
    }
    return Optional.empty();
  }

  /** A line of labels, glued together or not: « Tout AccepterTout refuser ». */
  private Optional<RemovalReason> labels(String line, String lower, Place place) {
    if (lower.length() != line.length()) {
      return Optional.empty();
    }
    RemovalReason reason = null;
    int at = 0;
    while (at < line.length()) {
      if (LABEL_SEPARATORS.indexOf(line.charAt(at)) >= 0) {
        at++;
        continue;
      }
      int length = labelAt(line, lower, at, place);
      if (length == 0) {
        return Optional.empty();
      }
      Labelled label = labels.get(lower.substring(at, at + length));
      reason = reason == null && label != null ? label.reason() : reason;
      at += length;
    }
    return Optional.ofNullable(reason);
  }

  private int labelAt(String line, String lower, int at, Place place) {
    for (int length : labelLengths) {
      int end = at + length;
      if (end <= line.length()
          && (end == line.length() || !Character.isLowerCase(line.charAt(end)))) {
        Labelled label = labels.get(lower.substring(at, end));
        if (label != null && label.where().isAt(place)) {
          return length;
        }
      }
    }
    return 0;
  }

  /**
   * Returns a line as the table writes it, in its own case: straight quotes, no space before a
   * colon or inside « », no bullet or arrow around it.
   */
  static String fold(String line) {
    StringBuilder folded = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      switch (c) {
        case '’', '‘', 'ʼ' -> folded.append('\'');
        case '“', '”' -> folded.append('"');
        case ' ' -> {
          char next = i + 1 < line.length() ? line.charAt(i + 1) : ' ';
          char before = i > 0 ? line.charAt(i - 1) : ' ';
          if (":;!?»%".indexOf(next) < 0 && before != '«') {
            folded.append(c);
          }
        }
        default -> folded.append(c);
      }
    }
    int from = 0;
    int to = folded.length();
    while (from < to && isOrnament(folded.charAt(from))) {
      from++;
    }
    while (to > from && " ►▶→›>|".indexOf(folded.charAt(to - 1)) >= 0) {
      to--;
    }
    return folded.substring(from, to);
  }

  private static boolean isOrnament(char c) {
    return " ►▶→›>*•·|–—-»▸■●".indexOf(c) >= 0 || Character.isSurrogate(c);
  }
}
