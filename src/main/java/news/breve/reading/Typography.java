package news.breve.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import news.breve.article.Language;

/**
 * Sets the spaces and quotation marks of a text as its language has them, and nothing else:
 * letters, digits, hyphens and apostrophes stay as they are. A text that is set is left as it is.
 *
 * <p>French, after the Lexique of the Imprimerie nationale and the Office québécois de la langue
 * française: guillemets « » with a no-break space inside, one before a colon and a percent sign, a
 * thin one before ; ! ? and no-break spaces between a number and its unit, inside large numbers and
 * in 14 h 30. No-break spaces of another width are as right. English: “ ”, and no space before a
 * sign.
 */
public final class Typography {
  private static final char NO_BREAK = '\u00A0';
  private static final char THIN = '\u202F';

  /** Symbols and words that don't leave their number, from {@code unit-symbols.tsv}. */
  private static final Set<String> UNITS =
      Cells.rows("unit-symbols.tsv", 1).stream()
          .flatMap(row -> Cells.alternatives(row.get(0)).stream())
          .collect(Collectors.toUnmodifiableSet());

  private final StringBuilder text;

  private Typography(String text) {
    this.text = new StringBuilder(text);
  }

  /** Returns a text with the spaces and quotation marks of its language. */
  public static String set(String text, Language language) {
    Typography typography = new Typography(text);
    if (language == Language.FRENCH) {
      typography.setMarks('«', '»', '“', '”');
      typography.setFrenchSpaces();
    } else {
      typography.setMarks('“', '”', '«', '»');
      typography.setEnglishSpaces();
    }
    return typography.text.toString();
  }

  /**
   * Gives quotations their language's marks. Where one holds another, or is left open, the marks
   * stay as they are.
   */
  private void setMarks(char open, char close, char foreignOpen, char foreignClose) {
    List<Quotation> quotations = Quotations.read(text.toString());
    for (Quotation quotation : quotations) {
      int first = quotation.start();
      int last = quotation.end() - 1;
      boolean straight = text.charAt(first) == '"' && text.charAt(last) == '"';
      boolean foreign = text.charAt(first) == foreignOpen && text.charAt(last) == foreignClose;
      if ((straight || foreign) && holdsNoMarks(quotation)) {
        text.setCharAt(first, open);
        text.setCharAt(last, close);
      }
    }
  }

  private static boolean holdsNoMarks(Quotation quotation) {
    return quotation.words().chars().noneMatch(c -> "«»“”\"".indexOf(c) >= 0);
  }

  private void setFrenchSpaces() {
    for (int i = text.length() - 1; i >= 0; i = Math.min(i, text.length()) - 1) {
      switch (text.charAt(i)) {
        case '«' -> space(i + 1, endOfSpaces(i + 1), NO_BREAK);
        case '»' -> space(startOfSpaces(i), i, NO_BREAK);
        case ':' -> spaceBefore(i, NO_BREAK, endsWord(i) && !joins(i));
        case ';', '!', '?' -> spaceBefore(i, THIN, endsWord(i) && !joins(i));
        case '%', '‰', '€', '$', '£', '¥' ->
            spaceBefore(i, NO_BREAK, isDigit(beforeSpaces(i)) && !isDigit(at(i + 1)));
        case ' ' -> {
          if (staysWithNumber(i)) {
            text.setCharAt(i, NO_BREAK);
          }
        }
        case 'h' -> {
          if (isDigit(beforeSpaces(i)) && at(i + 1) == ' ' && isDigit(at(i + 2))) {
            text.setCharAt(i + 1, NO_BREAK);
          }
        }
        default -> {}
      }
    }
  }

  private void setEnglishSpaces() {
    for (int i = text.length() - 1; i >= 0; i = Math.min(i, text.length()) - 1) {
      switch (text.charAt(i)) {
        case '“' -> text.delete(i + 1, endOfSpaces(i + 1));
        case '”' -> text.delete(startOfSpaces(i), i);
        case '%' -> closeUp(i, isDigit(beforeSpaces(i)));
        case ',', '.', ';', ':', '!', '?' -> closeUp(i, endsWord(i) && !opensWord(i));
        default -> {}
      }
    }
  }

  private void closeUp(int i, boolean due) {
    if (due) {
      text.delete(startOfSpaces(i), i);
    }
  }

  private void spaceBefore(int i, char wanted, boolean due) {
    if (due) {
      space(startOfSpaces(i), i, wanted);
    }
  }

  /** Puts one no-break space between two places; one that stands there stays. */
  private void space(int start, int end, char wanted) {
    boolean isSet =
        end - start == 1 && (text.charAt(start) == NO_BREAK || text.charAt(start) == THIN);
    if (!isSet) {
      text.replace(start, end, Character.toString(wanted));
    }
  }

  /** Inside of 14:30, 2:1 and https://, a sign is no punctuation. */
  private boolean joins(int i) {
    char next = at(i + 1);
    return !isSpace(at(i - 1)) && (Character.isLetterOrDigit(next) || next == '/');
  }

  /** A sign that closes what a word, a figure, a bracket or a quotation ends. */
  private boolean endsWord(int i) {
    char before = beforeSpaces(i);
    return Character.isLetterOrDigit(before) || ")]»”’'%€$°…\"".indexOf(before) >= 0;
  }

  /** ".5", "...": what is no end of a sentence. */
  private boolean opensWord(int i) {
    char next = at(i + 1);
    return isSpace(at(i - 1)) && (Character.isLetterOrDigit(next) || next == text.charAt(i));
  }

  /** Returns if a space parts two groups of figures, or a figure and its unit. */
  private boolean staysWithNumber(int i) {
    return isDigit(at(i - 1))
        && (isGroup(i + 1) ? isGroupBefore(i) : UNITS.contains(wordAt(i + 1)));
  }

  /** Three figures and no more. */
  private boolean isGroup(int start) {
    return isDigit(at(start))
        && isDigit(at(start + 1))
        && isDigit(at(start + 2))
        && !Character.isLetterOrDigit(at(start + 3));
  }

  /** One to three figures that no decimal comma stands before. */
  private boolean isGroupBefore(int end) {
    int start = end;
    while (isDigit(at(start - 1))) {
      start--;
    }
    char before = at(start - 1);
    return end - start <= 3 && !Character.isLetter(before) && before != ',' && before != '.';
  }

  private String wordAt(int start) {
    int end = start;
    while (isOfUnit(at(end))) {
      end++;
    }
    return text.substring(Math.min(start, text.length()), Math.min(end, text.length()));
  }

  private static boolean isOfUnit(char c) {
    return Character.isLetterOrDigit(c) || c == '°' || c == '/' || c == '²' || c == '³';
  }

  private char beforeSpaces(int i) {
    return at(startOfSpaces(i) - 1);
  }

  private int startOfSpaces(int end) {
    int start = end;
    while (isSpace(at(start - 1))) {
      start--;
    }
    return start;
  }

  private int endOfSpaces(int start) {
    int end = start;
    while (isSpace(at(end))) {
      end++;
    }
    return end;
  }

  /** Returns a character, U+0000 beyond either end. */
  private char at(int i) {
    return i < 0 || i >= text.length() ? 0 : text.charAt(i);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == NO_BREAK || c == THIN || c == '\u2009';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
