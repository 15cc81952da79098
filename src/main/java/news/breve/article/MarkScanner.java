package news.breve.article;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Reads a line once, from mark to mark, and keeps what a mark cannot know: what is open. */
final class MarkScanner {
  private final String line;
  private int sentence;
  private int bracket = -1;
  private boolean straightQuoteOpen;

  private MarkScanner(String line) {
    this.line = line;
  }

  /** Returns the ends, in chars, of the sentences of a line; the last is the line's length. */
  static List<Integer> scan(String line, Predicate<Mark> ends) {
    return new MarkScanner(line).scan(ends);
  }

  private List<Integer> scan(Predicate<Mark> ends) {
    List<Integer> found = new ArrayList<>();
    int i = 0;
    while (i < line.length()) {
      if (!Mark.isTerminator(line.charAt(i))) {
        track(i++);
        continue;
      }
      int end = endOfTerminators(i);
      if (isBracketed(i, end)) {
        i = end;
        continue;
      }
      Mark mark = close(i, end);
      if (ends.test(mark)) {
        found.add(mark.close());
        sentence = mark.close() + (line.charAt(mark.close()) == ' ' ? 1 : 0);
        bracket = -1;
      }
      i = mark.close();
    }
    found.add(line.length());
    return found;
  }

  private void track(int i) {
    switch (line.charAt(i)) {
      case '"' -> straightQuoteOpen = !straightQuoteOpen;
      case '(', '[' -> bracket = i;
      case ')', ']' -> bracket = -1;
      default -> {}
    }
  }

  /** Terminators may stand apart: « ?! », « ! ! », « . . . ». */
  private int endOfTerminators(int start) {
    int end = start;
    while (isTerminator(end) || (is(end, ' ') && isTerminator(end + 1))) {
      end++;
    }
    return end;
  }

  /** « (!) » and « [...] » say something about the text, they don't end it. */
  private boolean isBracketed(int start, int end) {
    return start > 0
        && (line.charAt(start - 1) == '(' || line.charAt(start - 1) == '[')
        && (is(end, ')') || is(end, ']'));
  }

  private Mark close(int start, int end) {
    boolean quotation = false;
    boolean innerBracket = false;
    int i = end;
    while (i < line.length()) {
      int closer = is(i, ' ') && isSpacedCloser(i + 1) ? i + 1 : i;
      if (isClosingQuote(closer, end)) {
        quotation = true;
      } else if (is(closer, ')') || is(closer, ']')) {
        innerBracket |= bracket > sentence;
      } else if (!isSwissDash(closer)) {
        break;
      }
      track(closer);
      i = closer + 1;
    }
    return new Mark(line, sentence, start, end, i, quotation, innerBracket);
  }

  /** French sets its closing quotes apart. */
  private boolean isSpacedCloser(int i) {
    return is(i, '»') || is(i, '›') || (is(i, '"') && straightQuoteOpen);
  }

  private boolean isClosingQuote(int i, int end) {
    return switch (charAt(i)) {
      case '»', '›', '”' -> true;
      case '’', '\'' -> !Character.isLetterOrDigit(charAt(i + 1));
      // An odd quote earlier (6'2") must not turn this one around: what touches the mark closes.
      case '"' -> straightQuoteOpen || (i == end && !Character.isLetterOrDigit(charAt(i + 1)));
      default -> false;
    };
  }

  /** « 50.- » is how Switzerland writes fifty francs: the dash belongs to the number. */
  private boolean isSwissDash(int i) {
    return (is(i, '-') || is(i, '–') || is(i, '—'))
        && is(i - 1, '.')
        && Character.isDigit(charAt(i - 2))
        && is(i + 1, ' ');
  }

  private boolean isTerminator(int i) {
    return Mark.isTerminator(charAt(i));
  }

  private boolean is(int i, char c) {
    return charAt(i) == c;
  }

  private char charAt(int i) {
    return i >= 0 && i < line.length() ? line.charAt(i) : 0;
  }
}
