package news.breve.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import news.breve.article.Language;
import news.breve.brief.Bilingual;
import news.breve.brief.Draft;
import news.breve.brief.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A brief is plain text: no tags, entities or Markdown, no control, bidirectional or invisible
 * characters (Unicode general categories Cc, Cf, Co, Cn and Cs).
 */
final class MarkupCheck implements Check {
  private static final String NAME = "markup";

  /** A start tag, an end tag, a comment or a declaration of HTML. */
  private static final Pattern TAG = Pattern.compile("<[/!?]?[A-Za-z][^<>]{0,200}>|<!--|<!\\[");

  private static final Pattern ENTITY = Pattern.compile("&(?:[A-Za-z]{2,10}|#x?[0-9A-Fa-f]{1,6});");

  /** Emphasis, code, links, images, headings, list and quote marks. */
  private static final Pattern MARKDOWN =
      Pattern.compile(
          "\\*\\*|(?<![\\w])__(?=\\w)|```|`[^`]{1,80}`|\\]\\(|^#{1,6} |^> |^[*+-]"
              + " |(?<![\\w*])\\*(?=\\w)[^*]{1,200}(?<=\\S)\\*(?![\\w*])");

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
    if (TAG.matcher(text).find() || ENTITY.matcher(text).find()) {
      return Optional.of("HTML has no place in a brief.");
    }
    if (MARKDOWN.matcher(text).find()) {
      return Optional.of("Markdown has no place in a brief.");
    }
    return Optional.empty();
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
      default -> false;
    };
  }
}
