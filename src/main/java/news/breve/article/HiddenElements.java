package news.breve.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector.SelectorParseException;

/**
 * The elements a reader of the page doesn't see, by their attributes, their inline style or the
 * page's own style sheet.
 */
final class HiddenElements {
  private static final int MAX_SELECTORS = 200;

  private final Set<Element> byStyleSheet = new HashSet<>();

  private HiddenElements() {}

  /** Returns the hidden elements of a page that still has its style elements. */
  static HiddenElements of(Document page) {
    HiddenElements hidden = new HiddenElements();
    int selectors = 0;
    for (Element style : page.select("style")) {
      for (String selector : hidingSelectors(style.data())) {
        if (++selectors > MAX_SELECTORS) {
          return hidden;
        }
        try {
          hidden.byStyleSheet.addAll(page.select(selector));
        } catch (SelectorParseException | IllegalArgumentException e) {
          // Not a selector of a plain element (::before, :hover…): it hides no text of its own.
        }
      }
    }
    return hidden;
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

  // Rules in @media and other blocks are for some readers only and are passed over.
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
          if (!selector.startsWith("@") && hides(css.substring(Math.min(from, at), at))) {
            selectors.addAll(List.of(selector.split(",", -1)));
          }
          from = at + 1;
        }
      }
    }
    return selectors.stream().map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private static boolean hides(String declarations) {
    boolean isPositioned = false;
    boolean isFarOff = false;
    boolean isEmptyBox = false;
    boolean isClipped = false;
    for (String declaration : declarations.toLowerCase(Locale.ROOT).split(";", -1)) {
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
          if (isZero(value)) {
            return true;
          }
        }
        case "text-indent" -> {
          if (isFarOff(value)) {
            return true;
          }
        }
        case "position" -> isPositioned = value.equals("absolute") || value.equals("fixed");
        case "left", "top", "right", "bottom", "margin-left", "margin-top" ->
            isFarOff |= isFarOff(value);
        case "width", "height", "max-width", "max-height" ->
            isEmptyBox |= isZero(value) || value.equals("1px");
        case "overflow" -> isClipped |= value.equals("hidden");
        case "clip" -> isClipped |= value.startsWith("rect(0") || value.startsWith("rect(1px");
        case "clip-path" ->
            isClipped |= value.startsWith("inset(50%") || value.startsWith("inset(100%");
        default -> {}
      }
    }
    return (isPositioned && (isFarOff || isClipped)) || (isEmptyBox && isClipped);
  }

  private static boolean isZero(String value) {
    return value.matches("0{1,3}(\\.0{1,6})?(px|em|rem|pt|%)?");
  }

  private static boolean isFarOff(String value) {
    return value.matches("-\\d{3,7}(\\.\\d{1,6})?(px|em|rem|pt|vw|vh|%)?");
  }
}
