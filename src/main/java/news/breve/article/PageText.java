package news.breve.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Walks a page and writes down its text in blocks. Block elements separate, inline ones add no
 * space: {@code l’<em>Otan</em>} is one word.
 */
final class PageText {
  private static final Set<String> NO_TEXT =
      Set.of("script", "style", "head", "link", "meta", "svg", "img", "picture", "map", "rp", "rt");
  private static final Set<String> STRUCK_OUT = Set.of("del", "s", "strike");

  /** Elements whose inline content is running text, in which names of classes say little. */
  private static final Set<String> RUNNING_TEXT =
      Set.of("p", "li", "blockquote", "td", "th", "dd", "h1", "h2", "h3", "h4", "h5", "h6");

  private static final String SUPERSCRIPT_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private final PageFurniture furniture;
  private final HiddenElements hidden;
  private final StoryHolders holders;
  private final List<Found> found = new ArrayList<>();

  private final StringBuilder line = new StringBuilder();
  private int linked;
  private boolean inLink;

  private PageText(PageFurniture furniture, HiddenElements hidden, StoryHolders holders) {
    this.furniture = furniture;
    this.hidden = hidden;
    this.holders = holders;
  }

  /**
   * A block and where it stands.
   *
   * @param element the element that holds it
   */
  record Found(Block block, Element element) {
    boolean isStory() {
      return block.isStory();
    }
  }

  /** Returns the text of a page's body in order. */
  static List<Found> of(
      Element body, PageFurniture furniture, HiddenElements hidden, StoryHolders holders) {
    PageText text = new PageText(furniture, hidden, holders);
    text.children(body, body, false);
    text.flush(body);
    return text.found;
  }

  // The depth is bounded by MarkupLimits.
  private void children(Element parent, Element block, boolean running) {
    for (Node child : parent.childNodes()) {
      switch (child) {
        case TextNode text -> append(text.getWholeText(), parent.normalName().equals("pre"));
        case Element element -> element(element, block, running);
        default -> {}
      }
    }
  }

  private void append(String text, boolean isPreformatted) {
    String kept = isPreformatted ? text : text.replace('\n', ' ').replace('\r', ' ');
    line.append(kept);
    if (inLink) {
      linked += ink(kept);
    }
  }

  private void element(Element element, Element block, boolean running) {
    if (NO_TEXT.contains(element.normalName())) {
      return;
    }
    Optional<RemovalReason> reason = reason(element, running && !element.isBlock());
    if (reason.isPresent()) {
      remove(reason.get(), element, block, running);
      return;
    }
    switch (element.normalName()) {
      case "br" -> line.append('\n');
      case "sup" -> superscript(element, block, running);
      case "q" -> {
        boolean french = element.closest("[lang^=fr]") != null;
        line.append(french ? "« " : "“");
        children(element, block, running);
        line.append(french ? " »" : "”");
      }
      case "a" -> {
        boolean outer = inLink;
        inLink |= element.hasAttr("href") && !element.attr("href").startsWith("#");
        if (element.isBlock()) {
          block(element, block);
        } else {
          children(element, block, running);
        }
        inLink = outer;
      }
      case "tr" -> row(element, block);
      default -> {
        if (element.isBlock() || RUNNING_TEXT.contains(element.normalName())) {
          block(element, block);
        } else {
          children(element, block, running);
        }
      }
    }
  }

  private void block(Element element, Element outer) {
    flush(outer);
    children(element, element, RUNNING_TEXT.contains(element.normalName()));
    flush(element);
  }

  private void row(Element row, Element outer) {
    // A cell with blocks in it is a page's layout, not a table of figures.
    if (row.selectFirst("td p, td div, td ul, td table") != null) {
      block(row, outer);
      return;
    }
    flush(outer);
    boolean first = true;
    for (Element cell : row.children()) {
      if (NO_TEXT.contains(cell.normalName())) {
        continue;
      }
      Optional<RemovalReason> reason = reason(cell, true);
      if (reason.isPresent()) {
        remove(reason.get(), cell, row, true);
        continue;
      }
      if (!first) {
        line.append(" | ");
      }
      first = false;
      children(cell, row, true);
    }
    flush(row);
  }

  private Optional<RemovalReason> reason(Element element, boolean inRunningText) {
    if (hidden.contains(element)
        || (hidden.containsByStyleSheet(element) && !holders.hold(element))) {
      return Optional.of(RemovalReason.HIDDEN);
    }
    if (STRUCK_OUT.contains(element.normalName())) {
      return Optional.of(RemovalReason.STRUCK_OUT);
    }
    Optional<PageFurniture.Use> use = furniture.byTag(element);
    if (inRunningText) {
      // A time or a name in a sentence is part of it; a button in it isn't.
      use =
          use.filter(PageText::isNeverRunningText)
              .or(() -> furniture.byName(element).filter(PageText::isHiding));
    } else {
      use =
          furniture
              .byName(element)
              .filter(named -> !(named instanceof PageFurniture.Use.Furniture))
              .or(() -> furniture.byTag(element))
              .or(() -> furniture.byName(element));
    }
    return use.flatMap(each -> reason(element, each));
  }

  private Optional<RemovalReason> reason(Element element, PageFurniture.Use use) {
    if (!(use instanceof PageFurniture.Use.Furniture(RemovalReason reason, int limit))
        || holders.hold(element)
        || belongsToStory(element)) {
      return Optional.empty();
    }
    return element.text().length() <= limit ? Optional.of(reason) : Optional.empty();
  }

  /** A quotation's footer names its speaker; a story's own header holds its standfirst. */
  private static boolean belongsToStory(Element element) {
    return switch (element.normalName()) {
      case "footer" -> element.closest("blockquote") != null;
      case "header" -> element.closest("article, main, [role=main]") != null;
      default -> false;
    };
  }

  private static boolean isNeverRunningText(PageFurniture.Use use) {
    return use instanceof PageFurniture.Use.Furniture(RemovalReason reason, int ignored)
        && (reason == RemovalReason.FORM || reason == RemovalReason.HIDDEN);
  }

  private static boolean isHiding(PageFurniture.Use use) {
    return use instanceof PageFurniture.Use.Furniture(RemovalReason reason, int ignored)
        && reason == RemovalReason.HIDDEN;
  }

  private void remove(RemovalReason reason, Element element, Element block, boolean running) {
    if (!running) {
      flush(block);
    }
    String text = CanonicalText.line(element.text());
    if (!text.isEmpty()) {
      found.add(new Found(Block.removed(reason, text), element));
    }
  }

  private void flush(Element block) {
    String text = line.toString();
    boolean isLink = linked > 0 && linked >= 0.95 * ink(text);
    line.setLength(0);
    linked = 0;
    Block.Shape shape =
        switch (block.normalName()) {
          case "h1", "h2", "h3", "h4", "h5", "h6" -> Block.Shape.HEADING;
          case "li" -> Block.Shape.LIST_ITEM;
          case "tr" -> Block.Shape.TABLE_ROW;
          default -> Block.Shape.PARAGRAPH;
        };
    for (String each : Lines.brokenByHand(text)) {
      String folded = CanonicalText.line(each);
      if (!folded.isEmpty()) {
        // Nothing but a link and no sentence: the way to another article.
        boolean leadsAway =
            isLink && !block.normalName().equals("h1") && !Lines.endsSentence(folded);
        Block whole = Block.of(shape, folded);
        found.add(new Found(leadsAway ? whole.without(RemovalReason.RELATED_LINKS) : whole, block));
      }
    }
  }

  /** Walks it as any element, for a part of it may be hidden, then raises what it added. */
  private void superscript(Element element, Element block, boolean running) {
    int from = line.length();
    children(element, block, running);
    if (from < line.length()) {
      String raised = superscript(line.substring(from));
      line.setLength(from);
      line.append(raised);
    }
  }

  private static String superscript(String text) {
    StringBuilder raised = new StringBuilder();
    for (char c : text.strip().toCharArray()) {
      if (c >= '0' && c <= '9') {
        raised.append(SUPERSCRIPT_DIGITS.charAt(c - '0'));
      } else if (c == '-' || c == '−') {
        raised.append('⁻');
      } else {
        return text;
      }
    }
    return raised.toString();
  }

  private static int ink(String text) {
    return (int) text.codePoints().filter(Character::isLetterOrDigit).count();
  }
}
