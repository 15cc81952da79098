package news.breve.reading;

import java.text.Normalizer;

/**
 * A word, a number or a sign of a text.
 *
 * @param type what it is, wherever it stands
 * @param start UTF-16 offset in the text
 * @param end UTF-16 offset after it
 */
record Token(TokenType type, int start, int end) {
  enum Kind {
    WORD,
    /** Digits, with points, commas or Swiss apostrophes between them. */
    NUMBER,
    SIGN,
    /** Stands before the first and after the last token. */
    NONE
  }

  /** Latin letters from À to U+017F, without diacritics. */
  private static final String BARE =
      "AAAAAAÆCEEEEIIIIÐNOOOOO×ØUUUUYÞßaaaaaaæceeeeiiiiðnooooo÷øuuuuyþy"
          + "AaAaAaCcCcCcCcDdĐđEeEeEeEeEeGgGgGgGgHhĦħIiIiIiIiIıĲĳJjKkĸLlLlLlĿ"
          + "ŀŁłNnNnNnŉŊŋOoOoOoŒœRrRrRrSsSsSsSsTtTtŦŧUuUuUuUuUuUuWwYyYZzZzZzſ";

  static final Token NONE = new Token(TokenType.NONE, -1, -1);

  /** Returns a word without its diacritics. */
  static String fold(String word) {
    if (isAscii(word)) {
      return word;
    }
    StringBuilder folded = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c < 'À') {
        folded.append(c);
      } else if (c - 'À' < BARE.length()) {
        folded.append(BARE.charAt(c - 'À'));
      } else if (isPunctuation(c)) {
        folded.append(c);
      } else {
        return ligaturesApart(foldAny(word));
      }
    }
    return ligaturesApart(folded.toString());
  }

  private static String foldAny(String word) {
    StringBuilder folded = new StringBuilder(word.length());
    Normalizer.normalize(word, Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  private static String ligaturesApart(String word) {
    return word.replace("œ", "oe").replace("Œ", "Oe").replace("æ", "ae");
  }

  /** Dashes, quotation marks, an ellipsis. */
  private static boolean isPunctuation(char c) {
    return c >= '\u2010' && c <= '\u2027';
  }

  private static boolean isAscii(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  Kind kind() {
    return type.kind();
  }

  /** Returns it as written, apostrophes straight. */
  String text() {
    return type.text();
  }

  /** Returns it in lower case. */
  String word() {
    return type.word();
  }

  /** Returns it in lower case and without diacritics: typists drop them, above all on capitals. */
  String folded() {
    return type.folded();
  }

  /** Returns it as written, without diacritics: names keep their capitals. */
  String name() {
    return type.name();
  }

  boolean isWord() {
    return kind() == Kind.WORD;
  }

  boolean isNumber() {
    return kind() == Kind.NUMBER;
  }

  boolean isNone() {
    return kind() == Kind.NONE;
  }

  boolean is(String folded) {
    return folded().equals(folded);
  }

  boolean isCapitalised() {
    return isWord() && Character.isUpperCase(text().codePointAt(0));
  }

  boolean isHyphen() {
    return is("-") || is("\u2011") || is("\u2010");
  }

  boolean isDash() {
    return isHyphen() || is("–") || is("—") || is("\u2212");
  }

  /** Returns if it is digits and nothing else. */
  boolean isDigits() {
    if (!isNumber()) {
      return false;
    }
    String text = text();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
