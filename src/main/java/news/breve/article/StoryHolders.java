package news.breve.article;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The elements that can't be furniture, whatever they are called, because the story is in them: a
 * wrapper of the whole page is often named after its menu.
 */
final class StoryHolders {
  private static final String MARKS = "h1, main, [role=main], [itemprop=articleBody]";

  private final Set<Element> holders = new HashSet<>();

  StoryHolders(Document page) {
    holders.add(page.body());
    page.select(MARKS).forEach(this::addWithParents);
    if (page.selectFirst("h1") == null) {
      addMostOfTheText(page);
    }
  }

  /** Returns if the story is in an element. */
  boolean hold(Element element) {
    return holders.contains(element);
  }

  private void addWithParents(Element mark) {
    for (Element each = mark; each != null && holders.add(each); each = each.parent()) {}
  }

  private void addMostOfTheText(Document page) {
    Map<Element, Integer> lengths = new HashMap<>();
    int total = 0;
    for (Element paragraph : page.select("p")) {
      int length = paragraph.text().length();
      total += length;
      for (Element each = paragraph.parent(); each != null; each = each.parent()) {
        lengths.merge(each, length, Integer::sum);
      }
    }
    int half = total / 2;
    lengths.forEach((element, length) -> {
      if (length > half) {
        holders.add(element);
      }
    });
  }
}
