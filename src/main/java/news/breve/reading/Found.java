package news.breve.reading;

import java.util.List;

/** What a reader found at a place, and the place after it. */
record Found(List<Mention> mentions, int end) {
  /** Returns one value from one token up to another. */
  static Found one(Tokens tokens, int from, int to, Value value) {
    return new Found(List.of(mention(tokens, from, to, value)), to);
  }

  static Mention mention(Tokens tokens, int from, int to, Value value) {
    return new Mention(value, tokens.get(from).start(), tokens.get(to - 1).end());
  }

  /** Returns a place that was read and holds nothing to compare. */
  static Found nothing(int end) {
    return new Found(List.of(), end);
  }
}
