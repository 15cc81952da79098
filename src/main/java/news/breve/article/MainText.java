package news.breve.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * Finds the element that holds the story: the one a page marks as such, if it holds enough of the
 * page's running text; else where that text is densest.
 */
final class MainText {
  /** Shorter blocks are as often a page's as a story's and don't weigh. */
  private static final int RUNNING_TEXT = 40;

  /** A marked element with less of the page's text is a teaser, or one post of many. */
  private static final double ENOUGH = 0.4;

  /** Down to a child that holds nearly everything: a lead beside it would be lost. */
  private static final double NEARLY_ALL = 0.85;

  private final PageFurniture furniture;

  MainText(PageFurniture furniture) {
    this.furniture = furniture;
  }

  /** Returns the blocks with those outside the story marked as such. */
  List<PageText.Found> mark(List<PageText.Found> found, Element body) {
    Element root = root(found, body);
    List<PageText.Found> marked = new ArrayList<>();
    for (PageText.Found each : found) {
      boolean isInside = isInside(each.element(), root) || isLead(each.element(), body);
      boolean isHeadline = each.element().normalName().equals("h1");
      marked.add(
          isInside || isHeadline || !each.isStory()
              ? each
              : new PageText.Found(
                  each.block().without(RemovalReason.OUTSIDE_STORY), each.element()));
    }
    return marked;
  }

  private Element root(List<PageText.Found> found, Element body) {
    Map<Element, Integer> weights = weights(found, body);
    int enough = (int) (ENOUGH * weights.getOrDefault(body, 0));
    Stream<List<Element>> candidates =
        Stream.of(
            body.select("article"),
            body.getAllElements().stream().filter(this::isStory).collect(Collectors.toList()),
            body.select("main, [role=main]"));
    return candidates
        .flatMap(each -> heaviest(each, weights).stream())
        .filter(each -> weights.getOrDefault(each, 0) > Math.max(enough, RUNNING_TEXT))
        .findFirst()
        .orElseGet(() -> densest(body, weights));
  }

  private static Map<Element, Integer> weights(List<PageText.Found> found, Element body) {
    Map<Element, Integer> weights = new HashMap<>();
    for (PageText.Found each : found) {
      int length = each.block().text().length();
      if (each.isStory() && length >= RUNNING_TEXT) {
        for (Element at = each.element(); at != null; at = at.parent()) {
          weights.merge(at, length, Integer::sum);
          if (at.equals(body)) {
            break;
          }
        }
      }
    }
    return weights;
  }

  /** Of two that weigh the same, the outer one, which has the standfirst too. */
  private static Optional<Element> heaviest(
      List<Element> candidates, Map<Element, Integer> weights) {
    Comparator<Element> byWeight = Comparator.comparingInt(each -> weights.getOrDefault(each, 0));
    return candidates.stream().reduce((a, b) -> byWeight.compare(b, a) > 0 ? b : a);
  }

  private static Element densest(Element body, Map<Element, Integer> weights) {
    Element at = body;
    while (true) {
      double most = NEARLY_ALL * weights.getOrDefault(at, 0);
      Optional<Element> next =
          at.children().stream()
              .filter(child -> child.isBlock() && !child.normalName().equals("p"))
              .filter(child -> weights.getOrDefault(child, 0) > most)
              .findFirst();
      if (next.isEmpty()) {
        return at;
      }
      at = next.get();
    }
  }

  private boolean isStory(Element element) {
    return furniture.byName(element).filter(PageFurniture.Use.Story.class::isInstance).isPresent();
  }

  private boolean isLead(Element element, Element body) {
    for (Element at = element; at != null && !at.equals(body); at = at.parent()) {
      if (furniture.byName(at).filter(PageFurniture.Use.Lead.class::isInstance).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInside(Element element, Element root) {
    for (Element at = element; at != null; at = at.parent()) {
      if (at.equals(root)) {
        return true;
      }
    }
    return false;
  }
}
