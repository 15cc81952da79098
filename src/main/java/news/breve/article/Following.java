package news.breve.article;

/**
 * What follows a mark that may end a sentence.
 *
 * @param kind what stands after the quotes, brackets, dashes and spaces
 * @param start where that stands in the line, in chars
 * @param word its letters; with the apostrophe if letters follow it ({@code L'}, {@code It'})
 * @param line the line
 * @param afterDash whether a dash stands between the mark and the word
 */
record Following(Kind kind, int start, String word, String line, boolean afterDash) {
  enum Kind {
    /** A lower-case word: the sentence goes on. */
    LOWER,
    /** A capital, or a name that begins small: iPhone. */
    CAPITAL,
    /** A digit or a currency sign. */
    DIGIT,
    /** The dot of a list in one line. */
    BULLET,
    /** An ellipsis in brackets. */
    OMISSION,
    /** The line's end, or a mark that carries the sentence on. */
    NOTHING
  }

  static Following after(String line, int mark) {
    boolean dash = false;
    int i = mark + 1;
    while (i < line.length()) {
      int c = line.codePointAt(i);
      if (Character.isLetter(c)) {
        String word = wordAt(line, i);
        return new Following(isLower(word) ? Kind.LOWER : Kind.CAPITAL, i, word, line, dash);
      }
      if (Character.isDigit(c) || Character.getType(c) == Character.CURRENCY_SYMBOL) {
        return new Following(Kind.DIGIT, i, "", line, dash);
      }
      if (c == '•') {
        return new Following(Kind.BULLET, i, "", line, dash);
      }
      if (Mark.isTerminator(c)) {
        boolean omission = line.charAt(i - 1) == '[' || line.charAt(i - 1) == '(';
        return new Following(omission ? Kind.OMISSION : Kind.NOTHING, i, "", line, dash);
      }
      if (c == ',' || c == ';' || c == ':') {
        break;
      }
      dash |= c == '—' || c == '–' || c == '-';
      i += Character.charCount(c);
    }
    return new Following(Kind.NOTHING, i, "", line, dash);
  }

  /** Returns whether this is a single letter with a full stop, as in a name. */
  boolean isInitial() {
    return word.length() == 1 && charAt(start + 1) == '.';
  }

  /** Returns whether the next word but one has a capital. */
  boolean beforeCapital() {
    int i = start + word.length();
    if (charAt(i) == ' ') {
      i++;
    }
    return Character.isUpperCase(charAt(i));
  }

  /** Returns whether a reference may be meant: 5, A12, IV, L. 121. */
  boolean isNumber() {
    if (kind == Kind.DIGIT || isInitial()) {
      return true;
    }
    int end = start + word.length();
    char after = charAt(end);
    return Character.isDigit(after)
        || (after == '-' && Character.isDigit(charAt(end + 1)))
        // “No. I did not”: the pronoun stands before a space.
        || (isRoman(word) && !(word.equals("I") && after == ' '));
  }

  static boolean isRoman(String word) {
    return !word.isEmpty() && word.chars().allMatch(c -> "IVXLCDM".indexOf(c) >= 0);
  }

  private char charAt(int i) {
    return i < line.length() ? line.charAt(i) : ' ';
  }

  private static String wordAt(String line, int start) {
    int end = start;
    while (end < line.length() && Character.isLetter(line.charAt(end))) {
      end++;
    }
    boolean elided =
        end + 1 < line.length()
            && (line.charAt(end) == '\'' || line.charAt(end) == '’')
            && Character.isLetter(line.charAt(end + 1));
    return line.substring(start, end) + (elided ? "'" : "");
  }

  private static boolean isLower(String word) {
    int first = word.isEmpty() ? 'A' : word.codePointAt(0);
    boolean brand = word.length() > 1 && Character.isUpperCase(word.charAt(1));
    return Character.isLowerCase(first) && !brand;
  }
}
