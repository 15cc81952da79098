package news.breve.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import news.breve.article.Language;

/** A text as words, numbers and signs. Reading beyond either end gives {@link Token#NONE}. */
final class Tokens {
  private final String text;
  private final Language language;
  private final Token[] tokens;

  private Tokens(String text, Language language, List<Token> tokens) {
    this.text = text;
    this.language = language;
    this.tokens = tokens.toArray(Token[]::new);
  }

  static Tokens of(String text, Language language) {
    List<Token> tokens = new ArrayList<>();
    BiFunction<Token.Kind, String, TokenType> types = TokenType.shared(language);
    for (int i = 0; i < text.length(); ) {
      Token token = at(text, i, language, types);
      if (token.isNone()) {
        i += Character.charCount(text.codePointAt(i));
      } else {
        tokens.add(token);
        i = token.end();
      }
    }
    return new Tokens(text, language, tokens);
  }

  /**
   * Returns the first token of a form of a table alone, {@link Token#NONE} if it has none. Most
   * forms are in no text: its type is not shared.
   */
  static Token first(String text, Language language) {
    Token token = Token.NONE;
    for (int i = 0; i < text.length() && token.isNone(); i++) {
      token = at(text, i, language, TokenType::new);
    }
    return token;
  }

  /** Returns the token that begins at a place, {@link Token#NONE} if a space stands there. */
  private static Token at(
      String text, int i, Language language, BiFunction<Token.Kind, String, TokenType> types) {
    int c = text.codePointAt(i);
    Token.Kind kind = Token.Kind.SIGN;
    int end = i + Character.charCount(c);
    if (isDigit(c)) {
      kind = Token.Kind.NUMBER;
      end = endOfNumber(text, i);
    } else if (Character.isLetter(c)) {
      kind = Token.Kind.WORD;
      end = endOfWord(text, i, language);
    } else if (isApostrophe(c) && language == Language.ENGLISH && isPossessive(text, i)) {
      kind = Token.Kind.WORD;
      end = i + 2;
    } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      return Token.NONE;
    }
    return new Token(types.apply(kind, text.substring(i, end)), i, end);
  }

  private static int endOfNumber(String text, int start) {
    int i = start;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean goesOn =
          isDigit(c)
              || ((c == '.' || c == ',') && digitsAt(text, i + 1) > 0)
              || (isApostrophe(c) && digitsAt(text, i + 1) == 3);
      if (!goesOn) {
        break;
      }
      i++;
    }
    return i;
  }

  /** Returns how many digits stand at a place; four means more than three. */
  private static int digitsAt(String text, int start) {
    int digits = 0;
    while (digits < 4 && start + digits < text.length() && isDigit(text.charAt(start + digits))) {
      digits++;
    }
    return digits;
  }

  /** Letters and digits; in French up to and with an elision's apostrophe: {@code d'}. */
  private static int endOfWord(String text, int start, Language language) {
    int i = start;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (isApostrophe(c)) {
        boolean inside = i + 1 < text.length() && Character.isLetter(text.codePointAt(i + 1));
        boolean end = i + 1 == text.length();
        // « parle d’« un recul » »: a quotation may follow the elision.
        boolean elision = inside || end || "«“\"".indexOf(text.charAt(i + 1)) >= 0;
        if (language == Language.FRENCH && elision) {
          boolean today = text.substring(start, i).equalsIgnoreCase("aujourd");
          if (!today) {
            return i + 1;
          }
        } else if (!inside || isPossessive(text, i)) {
          break;
        }
      } else if (!Character.isLetterOrDigit(c)
          && Character.getType(c) != Character.NON_SPACING_MARK) {
        break;
      }
      i += Character.charCount(c);
    }
    return i;
  }

  private static boolean isPossessive(String text, int apostrophe) {
    int s = apostrophe + 1;
    return s < text.length()
        && (text.charAt(s) == 's' || text.charAt(s) == 'S')
        && (s + 1 == text.length() || !Character.isLetterOrDigit(text.codePointAt(s + 1)));
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isApostrophe(int c) {
    return c == '\'' || c == '’';
  }

  String text() {
    return text;
  }

  Language language() {
    return language;
  }

  boolean isFrench() {
    return language == Language.FRENCH;
  }

  int size() {
    return tokens.length;
  }

  Token get(int i) {
    return i < 0 || i >= tokens.length ? Token.NONE : tokens[i];
  }

  /** Returns the first token that begins at an offset or after it. */
  int from(int offset) {
    int low = 0;
    int high = tokens.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens[middle].start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Returns if nothing stands between a token and the one before it. */
  boolean touchesPrevious(int i) {
    return !get(i).isNone() && !get(i - 1).isNone() && get(i - 1).end() == get(i).start();
  }

  /** Returns if one space, of whatever width, stands between a token and the one before it. */
  boolean isOneSpaceAfterPrevious(int i) {
    Token previous = get(i - 1);
    Token token = get(i);
    return !previous.isNone() && !token.isNone() && token.start() - previous.end() == 1;
  }

  /**
   * Returns the place of the next part of a hyphenated word, or {@code i} if there is no hyphen.
   */
  int afterHyphen(int i) {
    boolean joins = get(i).isHyphen() && touchesPrevious(i) && touchesPrevious(i + 1);
    return joins ? i + 1 : i;
  }

  /** Returns if a token opens a sentence or a quotation, where a capital means nothing. */
  boolean opensSentence(int i) {
    Token previous = get(i - 1);
    return previous.isNone()
        || (previous.kind() == Token.Kind.SIGN && ".!?…«»“”\"‘:;•".contains(previous.text()));
  }

  /** Returns the text from one token up to another. */
  String slice(int from, int to) {
    return from >= to ? "" : text.substring(get(from).start(), get(to - 1).end());
  }
}
