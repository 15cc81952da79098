package news.breve.reading;

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

  static final Token NONE = new Token(TokenType.NONE, -1, -1);

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
