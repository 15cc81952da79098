package news.breve.article;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of boilerplate.tsv for a whole line. Placeholders are bounded and separated by spaces,
 * so that matching takes time in proportion to the line.
 */
final class LinePattern {
  private static final Pattern PLACEHOLDER = Pattern.compile("( ?)\\{([a-z]+)(\\??)}");
  private static final String NO_SENTENCE_END = "(?<![.!…»\"])";
  private static final String NAME = "(?-i:\\p{Lu}[\\p{L}.'-]{0,30}+)";

  private final String cue;
  private final Map<String, ? extends Collection<String>> classes;
  private final String start;
  private final String literal;

  /** Of few cues, for most lines don't have the literal of any. */
  private volatile @Nullable Pattern pattern;

  /**
   * Reads a cue.
   *
   * @param classes the words of {@code {network}}, {@code {agency}} and {@code {when}}
   */
  LinePattern(String cue, Map<String, ? extends Collection<String>> classes) {
    this.cue = cue;
    this.classes = classes;
    this.start = fixed(cue, 0);
    String longest = start.strip();
    for (int end = cue.indexOf('}'); end >= 0; end = cue.indexOf('}', end + 1)) {
      String fixed = fixed(cue, end + 1).strip();
      longest = fixed.length() > longest.length() ? fixed : longest;
    }
    // A line that matches holds it.
    this.literal = longest;
  }

  /** Returns the words up to the next placeholder and the space before it. */
  private static String fixed(String cue, int from) {
    int open = cue.indexOf('{', from);
    int end = open > from && cue.charAt(open - 1) == ' ' ? open - 1 : open;
    return cue.substring(from, open < 0 ? cue.length() : end);
  }

  /** Returns the words it begins with, empty if a placeholder comes first. */
  String start() {
    return start;
  }

  private Pattern pattern() {
    Pattern made = pattern;
    if (made == null) {
      made = Pattern.compile(regex(cue, classes), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
      pattern = made;
    }
    return made;
  }

  private static String regex(String cue, Map<String, ? extends Collection<String>> classes) {
    StringBuilder regex = new StringBuilder();
    Matcher placeholder = PLACEHOLDER.matcher(cue);
    int from = 0;
    while (placeholder.find()) {
      regex.append(Pattern.quote(cue.substring(from, placeholder.start())));
      String body = regexOf(placeholder.group(2), classes);
      boolean isOptional = !placeholder.group(3).isEmpty();
      // "sur{network}": pasted text often loses the space before a link.
      String space = placeholder.group(2).equals("network") ? " ?" : placeholder.group(1);
      if (isOptional) {
        regex.append("(?:[ .,:;!?|–-]").append(body).append(")?[.!]?");
      } else {
        regex.append(space).append(body);
      }
      from = placeholder.end();
    }
    return regex.append(Pattern.quote(cue.substring(from))).toString();
  }

  /**
   * Returns if a whole line has this shape.
   *
   * @param line folded by {@link Boilerplate}, in its own case
   * @param lower the same in lower case
   */
  boolean matches(String line, String lower) {
    return lower.startsWith(start) && lower.contains(literal) && pattern().matcher(line).matches();
  }

  private static String regexOf(String name, Map<String, ? extends Collection<String>> classes) {
    return switch (name) {
      case "some" -> "\\S+(?: \\S+){0,5}?";
      case "short" -> "\\S+(?: \\S+){0,11}" + NO_SENTENCE_END;
      case "caption" -> "\\S+(?: \\S+){0,39}?";
      case "title" -> ".{1,300}" + NO_SENTENCE_END;
      case "rest" -> ".{0,400}";
      case "number" -> "\\d(?:[\\d .,]{0,9}\\d)?";
      case "byname" ->
          NAME
              + "(?:(?:,? | ?/ ?)(?:"
              + NAME
              + "|et|and|de|du|des|van|von|le|la|der|for|pour|in|à)){0,9}(?:, [^.!?]{1,40})?";
      case "when" ->
          "(?:(?:"
              + anyOf(classes, name)
              + "|\\d[\\d:./h,]{0,11}+)(?:st|nd|rd|th)?[ ,|·()–-]{0,3}){1,16}";
      default -> "(?:" + anyOf(classes, name) + ")";
    };
  }

  private static String anyOf(Map<String, ? extends Collection<String>> classes, String name) {
    Collection<String> words = classes.get(name);
    if (words == null) {
      throw new IllegalStateException("boilerplate.tsv: no placeholder {" + name + "}");
    }
    // The longest first, so that "sept." isn't read as "sept" with a stop left over.
    return List.copyOf(words).stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .map(word -> Pattern.quote(word.toLowerCase(Locale.ROOT)))
        .collect(Collectors.joining("|"));
  }
}
