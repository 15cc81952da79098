package news.breve.reading;

import java.util.ArrayList;
import java.util.List;
import news.breve.reading.ClauseWords.Kind;

/** Cuts a statement into segments. */
final class Segments {
  private static final List<Kind> BREAKS =
      List.of(Kind.BREAK, Kind.AND, Kind.BUT, Kind.WHO, Kind.WHICH, Kind.WHOM);

  private Segments() {}

  static List<Segment> of(Statement statement) {
    List<Segment> segments = new ArrayList<>();
    List<Word> words = new ArrayList<>();
    Tokens tokens = statement.tokens();
    int last = 0;
    for (Word word : statement.words()) {
      int start = tokens.from(word.start());
      if (!words.isEmpty() && breaks(statement, last, start)) {
        add(segments, words, statement);
      }
      words.add(word);
      last = tokens.from(word.end());
    }
    add(segments, words, statement);
    return List.copyOf(segments);
  }

  private static void add(List<Segment> segments, List<Word> words, Statement statement) {
    if (!words.isEmpty()) {
      int start = words.getFirst().start();
      int end = words.getLast().end();
      segments.add(new Segment(statement.text().substring(start, end), words, start, end));
      words.clear();
    }
  }

  private static boolean breaks(Statement statement, int from, int to) {
    ClauseWords words = ClauseWords.of(statement.language());
    for (int i = from; i < to; i++) {
      Token token = statement.tokens().get(i);
      boolean sign = token.kind() == Token.Kind.SIGN && !token.isHyphen() && !token.is("%");
      if (sign || BREAKS.stream().anyMatch(kind -> words.is(kind, token))) {
        return true;
      }
    }
    return statement.causalLinks().stream()
        .filter(CausalLink::isOutright)
        .anyMatch(link -> isBetween(link, statement.tokens(), from, to));
  }

  private static boolean isBetween(CausalLink link, Tokens tokens, int from, int to) {
    return link.start() >= tokens.get(from).start() && link.start() < tokens.get(to).start();
  }
}
