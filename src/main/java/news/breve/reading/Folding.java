package news.breve.reading;

import java.text.Normalizer;

/** Takes diacritics off words, so that Etats-Unis is États-Unis; ligatures come apart. */
final class Folding {
  /** Latin letters from À to U+017F, without diacritics. */
  private static final String BARE =
      "AAAAAAÆCEEEEIIIIÐNOOOOO×ØUUUUYÞßaaaaaaæceeeeiiiiðnooooo÷øuuuuyþy"
          + "AaAaAaCcCcCcCcDdĐđEeEeEeEeEeGgGgGgGgHhĦħIiIiIiIiIıĲĳJjKkĸLlLlLlĿ"
          + "ŀŁłNnNnNnŉŊŋOoOoOoŒœRrRrRrSsSsSsSsTtTtŦŧUuUuUuUuUuUuWwYyYZzZzZzſ";

  private Folding() {}

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
}
