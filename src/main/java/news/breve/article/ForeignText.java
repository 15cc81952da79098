package news.breve.article;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/** Strings in other people's JSON: plain by the book, often with markup or entities in them. */
final class ForeignText {
  private static final Pattern TAG =
      Pattern.compile(
          "</?(?:p|br|div|h[1-6]|ul|ol|li|em|i|strong|b|a|span|blockquote)\\b[^<>]{0,2000}>",
          Pattern.CASE_INSENSITIVE);

  private ForeignText() {}

  static boolean holdsMarkup(String text) {
    return TAG.matcher(text).find();
  }

  /** Returns the story in a body that is plain or markup, whatever it claims to be. */
  static List<Block> blocks(String body, HtmlArticle html) {
    return holdsMarkup(body)
        ? html.read(body, null).blocks()
        : PastedText.blocks(Parser.unescapeEntities(body, false));
  }

  /** Returns a string on one line without markup; empty if the node holds none. */
  static Optional<String> line(JsonNode node) {
    if (!node.isTextual()) {
      return Optional.empty();
    }
    String raw = node.textValue();
    if (holdsMarkup(raw)) {
      MarkupLimits.check(raw);
      raw = Jsoup.parseBodyFragment(raw).text();
    } else {
      raw = Parser.unescapeEntities(raw, false);
    }
    String line = CanonicalText.line(raw);
    return line.isEmpty() ? Optional.empty() : Optional.of(line);
  }
}
