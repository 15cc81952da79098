package news.breve.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import news.breve.article.Ignorable;
import news.breve.article.Language;
import news.breve.brief.Bilingual;
import news.breve.brief.Draft;
import news.breve.brief.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A brief is plain text: no tags, entities, Markdown, BBCode, links or escapes of a program, no
 * control, bidirectional or invisible characters (Unicode general categories Cc, Cf, Co, Cn, Cs, Zl
 * and Zp, and what draws nothing though it is a letter or a mark).
 */
final class MarkupCheck implements Check {
  private static final String NAME = "markup";

  /** A start tag, even one left open, an end tag, a comment or a declaration of HTML. */
  private static final Pattern TAG =
      Pattern.compile(
          "<[/!?]?[A-Za-z][^<>]{0,200}>|<[A-Za-z]{1,12}\\s{1,9}[a-zA-Z-]{1,20}=|<!--|<!\\[");

  /** By name or number; a number needs no semicolon. "AT&amp;T;" and "M&amp;Ms;" are no names. */
  private static final Pattern ENTITY =
      Pattern.compile("&(?:[a-z]{2,10};|[A-Z][a-z]{3,9};|#[0-9]{2,7}|#[xX][0-9A-Fa-f]{2,6})");

  private static final Pattern LINK =
      Pattern.compile("(?i)\\b[a-z][a-z0-9+.-]{1,10}://|\\b(?:mailto|javascript):\\S");

  /**
   * Emphasis, code, links, images, headings, list, quote and table marks. A sign before a figure is
   * arithmetic: « + 3 % ».
   */
  private static final Pattern MARKDOWN =
      Pattern.compile(
          "\\*\\*|~~|```|`[^`]{1,80}`|\\]\\(|\\]\\[|!\\[|^#{1,6} (?!\\d)|^> (?!\\d)|^[*+-]"
              + " (?!\\d)|^\\||(?<!\\w)_{1,2}(?=\\w)[^_]{1,200}(?<=\\S)_{1,2}(?!\\w)"
              + "|(?<![\\w*])\\*(?=\\w)[^*]{1,200}(?<=\\S)\\*(?![\\w*])");

  /** [b]bold[/b] */
  private static final Pattern BBCODE = Pattern.compile("\\[/[A-Za-z]{1,10}\\]");

  /** The number of a sentence as the prompt writes it, left at the end of one. */
  private static final Pattern CITATION =
      Pattern.compile("\\[\\d{1,3}(?:, ?\\d{1,3}){0,20}\\](?=[.,;:!?]|$)");

  /** What JSON and programs write for a character, or for a value. */
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:[nrt\"\\\\]|[ux][0-9A-Fa-f]{2,4})|\\{\\{|\\$\\{");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> check(Case all) {
    Draft draft = all.draft();
    List<Finding> findings = new ArrayList<>();
    for (Draft.Located located : draft.items()) {
      for (Language language : Language.values()) {
        check(located.item().in(language), located.path() + "/" + language.code(), findings);
      }
    }
    for (int i = 0; i < draft.keyFacts().size(); i++) {
      Bilingual attribution = draft.keyFacts().get(i).attribution();
      if (attribution != null) {
        for (Language language : Language.values()) {
          check(
              attribution.in(language),
              "/keyFacts/" + i + "/attribution/" + language.code(),
              findings);
        }
      }
    }
    return findings;
  }

  private static void check(@Nullable String text, String path, List<Finding> findings) {
    if (text != null) {
      fault(text).ifPresent(message -> findings.add(Finding.error(NAME, path, message)));
    }
  }

  private static Optional<String> fault(String text) {
    if (text.codePoints().anyMatch(MarkupCheck::isInvisible)) {
      return Optional.of("Control, invisible or bidirectional characters are not text.");
    }
    if (isPlain(text)) {
      return Optional.empty();
    }
    if (TAG.matcher(text).find() || ENTITY.matcher(text).find()) {
      return Optional.of("HTML has no place in a brief.");
    }
    if (LINK.matcher(text).find()) {
      return Optional.of("A link has no place in a brief.");
    }
    if (MARKDOWN.matcher(text).find() || BBCODE.matcher(text).find()) {
      return Optional.of("Markdown has no place in a brief.");
    }
    if (CITATION.matcher(text).find()) {
      return Optional.of("The number of a sentence has no place in a brief's words.");
    }
    if (ESCAPE.matcher(text).find()) {
      return Optional.of("Escapes of a program are not text.");
    }
    return Optional.empty();
  }

  /** Most texts have none of the signs that markup is made of. */
  private static boolean isPlain(String text) {
    if (text.isEmpty() || "#>+-*|".indexOf(text.charAt(0)) >= 0) {
      return text.isEmpty();
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean link = c == ':' && i + 1 < text.length() && text.charAt(i + 1) > ' ';
      if (link || "<&*_`~[]\\{".indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isInvisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> isBlank(codePoint);
    };
  }

  /** Besides what is ignorable, the empty Braille pattern. U+FE0F only asks for an emoji. */
  private static boolean isBlank(int c) {
    return c == 0x2800 || (Ignorable.is(c) && !Ignorable.isEmojiStyle(c));
  }
}
