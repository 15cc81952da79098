package news.breve.reading;

import java.util.Set;

/** Cuts a statement into clauses, roughly: at signs, and before words that open one. */
final class Clauses {
  private static final Set<String> FRENCH =
      Set.of("mais", "qui", "dont", "où", "lorsque", "lorsqu'", "tandis", "puisque");
  private static final Set<String> ENGLISH =
      Set.of("but", "who", "which", "while", "whereas", "whose", "when", "although", "though");

  private final int[] numbers;

  Clauses(Tokens tokens) {
    Set<String> openers = tokens.isFrench() ? FRENCH : ENGLISH;
    numbers = new int[tokens.size()];
    int number = 0;
    for (int i = 0; i < numbers.length; i++) {
      Token token = tokens.get(i);
      boolean sign =
          !token.isWord()
              && !token.isNumber()
              && !token.is("'")
              && !token.is("%")
              && !token.is("$")
              && !token.is("€")
              && !token.is("£")
              && !isQuotationMark(token)
              && tokens.afterHyphen(i) == i
              && !(token.is(".") && isAbbreviation(tokens.get(i - 1)));
      if (sign || openers.contains(token.word())) {
        number++;
      }
      numbers[i] = number;
    }
  }

  /**
   * "Had “never seen” it", "is not (yet) ready": words in marks are of the clause they stand in.
   */
  private static boolean isQuotationMark(Token token) {
    return token.text().length() == 1 && "«»“”\"„‘[]".contains(token.text());
  }

  /** M., Gov., J.: the point ends no clause. */
  private static boolean isAbbreviation(Token token) {
    return token.isCapitalised() && token.text().length() <= 4;
  }

  int of(int token) {
    return numbers[token];
  }

  /** Returns if two tokens stand in one clause; no place outside of the text stands in any. */
  boolean isSame(int one, int other) {
    return isInside(one) && isInside(other) && numbers[one] == numbers[other];
  }

  private boolean isInside(int token) {
    return token >= 0 && token < numbers.length;
  }
}
