package news.breve.article;

import java.util.Locale;
import java.util.Set;

/**
 * Refuses markup that takes a parser long, before it is parsed: 100,000 nested tags are half a
 * megabyte to send and more than a second to parse.
 */
final class MarkupLimits {
  static final int MAX_TAGS = 20_000;
  static final int MAX_DEPTH = 512;

  /** Elements that never nest by themselves: void, or closed by the next of their kind. */
  private static final Set<String> FLAT =
      Set.of(
          "area",
          "base",
          "br",
          "col",
          "dd",
          "dt",
          "embed",
          "hr",
          "img",
          "input",
          "li",
          "link",
          "meta",
          "optgroup",
          "option",
          "p",
          "param",
          "path",
          "source",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "tr",
          "track",
          "wbr");

  /** Elements whose content is no markup. */
  private static final Set<String> RAW = Set.of("script", "style", "textarea", "title");

  private MarkupLimits() {}

  /**
   * @throws ProblemException {@code invalid-article} if there are more tags than {@value
   *     #MAX_TAGS}, or they nest deeper than {@value #MAX_DEPTH}
   */
  static void check(String markup) {
    int tags = 0;
    int depth = 0;
    for (int at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at)) {
      if (markup.startsWith("<!--", at)) {
        at = after(markup, "-->", at + 4);
        continue;
      }
      boolean closing = markup.startsWith("</", at);
      int from = closing ? at + 2 : at + 1;
      int to = from;
      while (to < markup.length() && Character.isLetterOrDigit(markup.charAt(to))) {
        to++;
      }
      at = Math.max(to, at + 1);
      if (to == from) {
        continue;
      }
      if (++tags > MAX_TAGS) {
        throw tooMuch("holds more than " + MAX_TAGS + " tags");
      }
      String name = markup.substring(from, Math.min(to, from + 20)).toLowerCase(Locale.ROOT);
      if (FLAT.contains(name)) {
        continue;
      }
      if (closing) {
        depth = Math.max(0, depth - 1);
      } else if (RAW.contains(name)) {
        at = Math.max(at, skipTo(markup, "</" + name, at));
      } else if (++depth > MAX_DEPTH) {
        throw tooMuch("nests deeper than " + MAX_DEPTH + " tags");
      }
    }
  }

  private static int after(String markup, String end, int from) {
    int at = markup.indexOf(end, from);
    return at < 0 ? markup.length() : at + end.length();
  }

  /** Returns where the closing tag is passed: the end if there is none, as a parser has it. */
  private static int skipTo(String markup, String end, int from) {
    for (int at = markup.indexOf("</", from); at >= 0; at = markup.indexOf("</", at + 2)) {
      if (markup.regionMatches(true, at, end, 0, end.length())) {
        return at + end.length();
      }
    }
    return markup.length();
  }

  private static ProblemException tooMuch(String what) {
    return new ProblemException(Problem.INVALID_ARTICLE, "the HTML " + what);
  }
}
