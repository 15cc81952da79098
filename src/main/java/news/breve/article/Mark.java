package news.breve.article;

/**
 * A mark that may end a sentence.
 *
 * @param line the line it stands in
 * @param sentence where the sentence begins, in chars
 * @param start where the mark begins
 * @param end after its last terminator
 * @param close after the quotes and brackets that close behind it
 * @param closesQuotation whether one of them is a quotation mark
 * @param closesInnerBracket whether one of them is a bracket that opened inside the sentence
 */
record Mark(
    String line,
    int sentence,
    int start,
    int end,
    int close,
    boolean closesQuotation,
    boolean closesInnerBracket) {
  /** Longer words are no abbreviations. */
  private static final int LONGEST_WORD = 24;

  static boolean isTerminator(int c) {
    return c == '.' || c == '!' || c == '?' || c == '…' || c == '‼' || c == '⁇' || c == '⁈'
        || c == '⁉';
  }

  /** Returns the terminators as written. */
  String text() {
    return line.substring(start, end);
  }

  int length() {
    return end - start;
  }

  /** Returns whether this is one full stop. */
  boolean isPeriod() {
    return length() == 1 && line.charAt(start) == '.';
  }

  /** Returns whether this is an ellipsis with a space before it: “He paused ... and went.” */
  boolean isDetachedEllipsis() {
    boolean ellipsis = line.charAt(start) == '…' || line.startsWith("..", start);
    return ellipsis && start > 0 && line.charAt(start - 1) == ' ';
  }

  /** Returns the word before the mark, empty if there is none or it is no abbreviation's length. */
  String word() {
    int from = wordStart();
    return start - from > LONGEST_WORD ? "" : line.substring(from, start);
  }

  /** Returns whether the sentence so far is only the word before the mark. */
  boolean wordOpensSentence() {
    return wordStart() == sentence;
  }

  private int wordStart() {
    int from = start;
    while (from > sentence && start - from <= LONGEST_WORD && isInWord(line.charAt(from - 1))) {
      from--;
    }
    return from;
  }

  private static boolean isInWord(char c) {
    return Character.isLetterOrDigit(c)
        || Character.isSurrogate(c)
        || c == '.'
        || c == '-'
        || c == '°'
        || c == '@'
        || c == '_';
  }

  /** Returns whether the sentence has at least so many words up to the mark. */
  boolean hasWords(int count) {
    int words = 1;
    for (int i = sentence; i < start && words < count; i++) {
      if (line.charAt(i) == ' ') {
        words++;
      }
    }
    return words >= count;
  }
}
