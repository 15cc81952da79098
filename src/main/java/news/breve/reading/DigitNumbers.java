package news.breve.reading;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Numbers in digits. The comma is decimal in French and groups thousands in English; spaces of any
 * width and the Swiss apostrophe group in both.
 */
final class DigitNumbers {
  /** Longer runs of digits are serial numbers, not amounts. */
  private static final int MAX_LENGTH = 30;

  /** A number, and the place after its last digits. */
  record Digits(BigDecimal amount, int end) {}

  private DigitNumbers() {}

  static Optional<Digits> at(Tokens tokens, int i) {
    Token token = tokens.get(i);
    if (!token.isNumber()) {
      return Optional.empty();
    }
    StringBuilder digits = new StringBuilder(token.text());
    int end = i + 1;
    if (token.isDigits() && digits.length() <= 3 && digits.charAt(0) != '0') {
      while (isGroup(tokens, end)) {
        boolean last = !tokens.get(end).isDigits();
        digits.append(tokens.get(end).text());
        end++;
        if (last) {
          break;
        }
      }
    }
    String grouped = digits.toString().replace("'", "");
    if (grouped.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    int next = end;
    return normal(grouped, tokens.isFrench())
        .flatMap(plain -> plusVulgarFraction(tokens, new BigDecimal(plain), next));
  }

  /** Three digits after one space: "12 400", also "12 400,5". */
  private static boolean isGroup(Tokens tokens, int i) {
    Token token = tokens.get(i);
    if (!token.isNumber() || !tokens.isOneSpaceAfterPrevious(i)) {
      return false;
    }
    int digits = 0;
    while (digits < token.text().length() && Character.isDigit(token.text().charAt(digits))) {
      digits++;
    }
    return digits == 3 && token.text().indexOf('\'') < 0;
  }

  /** Returns the number with a decimal point and no grouping, if it is one number. */
  private static Optional<String> normal(String text, boolean french) {
    char decimal = french ? ',' : '.';
    char group = french ? '.' : ',';
    int decimals = count(text, decimal);
    int groups = count(text, group);
    if (decimals > 1) {
      // "1,234,567" in French, "1.234.567" in English: the other convention, beyond doubt.
      return groups == 0 && isGrouped(text, decimal)
          ? Optional.of(text.replace(String.valueOf(decimal), ""))
          : Optional.empty();
    }
    if (groups > 0) {
      String whole = decimals == 0 ? text : text.substring(0, text.indexOf(decimal));
      if (isGrouped(whole, group)) {
        return Optional.of(text.replace(String.valueOf(group), "").replace(decimal, '.'));
      }
      return groups == 1 && decimals == 0
          ? Optional.of(text.replace(group, '.'))
          : Optional.empty();
    }
    return Optional.of(text.replace(decimal, '.'));
  }

  private static int count(String text, char sign) {
    return (int) text.chars().filter(c -> c == sign).count();
  }

  private static boolean isGrouped(String text, char separator) {
    int first = text.indexOf(separator);
    if (first < 1 || first > 3 || text.charAt(0) == '0') {
      return false;
    }
    int sinceSeparator = 0;
    for (int i = first + 1; i < text.length(); i++) {
      if (text.charAt(i) == separator) {
        if (sinceSeparator != 3) {
          return false;
        }
        sinceSeparator = 0;
      } else {
        sinceSeparator++;
      }
    }
    return sinceSeparator == 3;
  }

  /** "1½" is one number; one that has no finite decimals is not read at all. */
  private static Optional<Digits> plusVulgarFraction(Tokens tokens, BigDecimal amount, int end) {
    if (!tokens.touchesPrevious(end)) {
      return Optional.of(new Digits(amount, end));
    }
    return switch (tokens.get(end).text()) {
      case "½" -> Optional.of(new Digits(amount.add(new BigDecimal("0.5")), end + 1));
      case "¼" -> Optional.of(new Digits(amount.add(new BigDecimal("0.25")), end + 1));
      case "¾" -> Optional.of(new Digits(amount.add(new BigDecimal("0.75")), end + 1));
      case "⅓", "⅔", "⅛" -> Optional.empty();
      default -> Optional.of(new Digits(amount, end));
    };
  }
}
