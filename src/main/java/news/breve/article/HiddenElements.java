package news.breve.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector.SelectorParseException;

/**
 * The elements a reader of the page doesn't see, by their attributes, their inline style or the
 * page's own style sheet.
 */
final class HiddenElements {
  /** Of those that need a walk of their own. */
  private static final int MAX_SELECTORS = 200;

  /** A class or an id, and nothing else. */
  private static final Pattern NAME = Pattern.compile("[.#][A-Za-z_-][\\w-]*");

  /** A letter by its number, and the space that ends it. */
  private static final Pattern ESCAPE = Pattern.compile("\\\\([0-9a-fA-F]{1,6})\\s?");

  /** Blocks whose rules are for every reader of a screen. */
  private static final Pattern FOR_ALL =
      Pattern.compile(
          "@(?:layer\\b.*|supports\\b.*|media\\s+(?:only\\s+)?(?:all|screen)\\s*)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern NUMBER =
      Pattern.compile("(\\d{0,6}(?:\\.\\d{1,9})?)(px|em|rem|pt|%|vw|vh|)");

  private final Set<Element> byStyleSheet = new HashSet<>();

  private HiddenElements() {}

  /** Returns the hidden elements of a page that still has its style elements. */
  static HiddenElements of(Document page) {
    HiddenElements hidden = new HiddenElements();
    Set<String> names = new HashSet<>();
    int selectors = 0;
    for (Element style : page.select("style")) {
      for (String selector : hidingSelectors(style.data())) {
        if (NAME.matcher(selector).matches()) {
          names.add(selector);
        } else if (++selectors <= MAX_SELECTORS) {
          hidden.add(page, selector);
        }
      }
    }
    if (!names.isEmpty()) {
      page.getAllElements().stream()
          .filter(element -> isNamed(element, names))
          .forEach(hidden.byStyleSheet::add);
    }
    return hidden;
  }

  private void add(Document page, String selector) {
    try {
      byStyleSheet.addAll(page.select(selector));
    } catch (SelectorParseException | IllegalArgumentException e) {
      // Not a selector of a plain element (::before, :hover…): it hides no text of its own.
    }
  }

  /** The selectors that a page has most of, looked up in one walk however many they are. */
  private static boolean isNamed(Element element, Set<String> names) {
    return names.contains("#" + element.id())
        || element.classNames().stream().anyMatch(name -> names.contains("." + name));
  }

  /** Returns if an element is hidden in a way that scripts don't usually undo for its content. */
  boolean contains(Element element) {
    return element.hasAttr("hidden")
        || element.attr("aria-hidden").equalsIgnoreCase("true")
        || (element.normalName().equals("input") && element.attr("type").equalsIgnoreCase("hidden"))
        || hides(element.attr("style"));
  }

  /**
   * Returns if a style sheet hides an element: pages hide what their scripts show later, the story
   * too, so that this counts for less.
   */
  boolean containsByStyleSheet(Element element) {
    return byStyleSheet.contains(element);
  }

  // Rules in other blocks (@media print) are for some readers only and are passed over.
  private static List<String> hidingSelectors(String css) {
    List<String> selectors = new ArrayList<>();
    int depth = 0;
    int from = 0;
    String selector = "";
    for (int at = 0; at < css.length(); at++) {
      char c = css.charAt(at);
      if (c == '/' && css.startsWith("/*", at)) {
        int end = css.indexOf("*/", at + 2);
        at = end < 0 ? css.length() : end + 1;
        from = depth == 0 ? at + 1 : from;
      } else if (c == '{') {
        if (depth++ == 0) {
          selector = css.substring(Math.min(from, at), at).strip();
          from = at + 1;
        }
      } else if (c == '}' && depth > 0) {
        if (--depth == 0) {
          String block = css.substring(Math.min(from, at), at);
          if (FOR_ALL.matcher(selector).matches()) {
            selectors.addAll(hidingSelectors(block));
          } else if (!selector.startsWith("@") && hides(block)) {
            selectors.addAll(List.of(selector.split(",", -1)));
          }
          from = at + 1;
        }
      }
    }
    return selectors.stream().map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private static boolean hides(String declarations) {
    if (declarations.isEmpty()) {
      return false;
    }
    boolean isPositioned = false;
    boolean isFarOff = false;
    boolean isEmptyBox = false;
    boolean isClipped = false;
    String ink = "";
    String paper = "-";
    for (String declaration : plain(declarations).split(";", -1)) {
      int colon = declaration.indexOf(':');
      if (colon < 0) {
        continue;
      }
      String property = declaration.substring(0, colon).strip();
      String value = declaration.substring(colon + 1).replace("!important", "").strip();
      switch (property) {
        case "display" -> {
          if (value.equals("none")) {
            return true;
          }
        }
        case "visibility", "content-visibility" -> {
          if (value.equals("hidden") || value.equals("collapse")) {
            return true;
          }
        }
        case "opacity", "font-size" -> {
          if (isNearlyNothing(value, property.equals("opacity") ? 0.05 : 1)) {
            return true;
          }
        }
        case "transform", "filter" -> {
          if (value.matches("(?:scale[xy]?|scale3d|opacity)\\(\\s*0(?:\\.0{1,6})?\\b(?!\\.).*")) {
            return true;
          }
        }
        case "text-indent" -> {
          if (isFarOff(value)) {
            return true;
          }
        }
        case "margin-left", "margin-top" -> {
          // A margin of some hundred pixels lays one thing over another.
          if (value.startsWith("-") && value.matches("-\\d{4,7}px")) {
            return true;
          }
        }
        case "color", "-webkit-text-fill-color" -> {
          if (isTransparent(value)) {
            return true;
          }
          ink = value;
        }
        case "background", "background-color" -> paper = value;
        case "position" -> isPositioned = value.equals("absolute") || value.equals("fixed");
        case "left", "top", "right", "bottom" -> isFarOff |= isFarOff(value);
        case "width", "height", "max-width", "max-height", "line-height" ->
            isEmptyBox |= isNearlyNothing(value, 1);
        case "overflow", "overflow-x", "overflow-y" ->
            isClipped |= value.startsWith("hidden") || value.startsWith("clip");
        case "clip" -> isClipped |= value.startsWith("rect(0") || value.startsWith("rect(1px");
        case "clip-path" ->
            isClipped |=
                value.startsWith("inset(50%")
                    || value.startsWith("inset(100%")
                    || value.startsWith("circle(0");
        default -> {}
      }
    }
    return (isPositioned && (isFarOff || isClipped))
        || (isEmptyBox && isClipped)
        || ink.equals(paper);
  }

  /** Returns declarations in lower case, without the comments and escapes that break up a word. */
  private static String plain(String declarations) {
    String plain = withoutComments(declarations);
    if (plain.indexOf('\\') >= 0) {
      plain =
          ESCAPE
              .matcher(plain)
              .replaceAll(escape -> {
                int letter = Integer.parseInt(escape.group(1), 16);
                return letter > ' ' && letter < 0x7F && letter != '\\' && letter != '$'
                    ? Character.toString(letter)
                    : "";
              });
    }
    return plain.toLowerCase(Locale.ROOT);
  }

  private static String withoutComments(String css) {
    StringBuilder without = new StringBuilder(css.length());
    int at = 0;
    for (int open = css.indexOf("/*"); open >= 0; open = css.indexOf("/*", at)) {
      without.append(css, at, open);
      int close = css.indexOf("*/", open + 2);
      at = close < 0 ? css.length() : close + 2;
    }
    return without.append(css, at, css.length()).toString();
  }

  /** Returns if a length or a share is so small that nobody reads what has it: 0, 0.01em, 1px. */
  private static boolean isNearlyNothing(String value, double most) {
    Matcher number = NUMBER.matcher(value);
    if (!number.matches() || number.group(1).isEmpty()) {
      return false;
    }
    double size = Double.parseDouble(number.group(1));
    return switch (number.group(2)) {
      case "px", "pt", "" -> size <= most;
      case "%" -> size <= 5;
      default -> size <= 0.05;
    };
  }

  /** A fourth number, or one after a slash, says how much of the colour is there. */
  private static boolean isTransparent(String colour) {
    boolean hasThreeNumbers = colour.chars().filter(c -> c == ',').count() == 2;
    boolean endsInNothing =
        colour.matches("(?:rgb|hsl)a?\\(.{0,60}[,/]\\s*0(?:\\.0{1,6})?%?\\s*\\)");
    return colour.equals("transparent")
        || (endsInNothing && !hasThreeNumbers)
        || colour.matches("#(?:[0-9a-f]{3}0|[0-9a-f]{6}00)");
  }

  private static boolean isFarOff(String value) {
    return value.matches("-\\d{3,7}(\\.\\d{1,6})?(px|em|rem|pt|vw|vh|%)?|-\\d{2}(em|rem)");
  }
}
