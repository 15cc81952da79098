package news.breve.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.batch.BatchItem;

/**
 * The items of a batch of a Map state: {@code {"Items":[…]}}. An item is an article, or a pointer
 * to one; a line of a file comes as {@code {"file":…,"index":…,"item":…}}, so that it can be called
 * FILE:LINE where it says nothing else.
 */
final class MapItems {
  private MapItems() {}

  /**
   * Returns the items of a batch.
   *
   * @throws ProblemException {@code invalid-json} if it is none
   */
  static List<BatchItem> of(JsonNode batch) {
    JsonNode items = batch.path("Items");
    if (!items.isArray()) {
      throw new ProblemException(
          Problem.INVALID_JSON, "the event is not a batch of a Map state: it has no Items");
    }
    List<BatchItem> all = new ArrayList<>();
    for (JsonNode item : items) {
      all.add(of(item, "Items[" + all.size() + "]"));
    }
    return all;
  }

  private static BatchItem of(JsonNode item, String name) {
    JsonNode line = item.path("item");
    JsonNode file = item.path("file");
    JsonNode index = item.path("index");
    return item.size() == 3 && !line.isMissingNode() && file.isTextual() && index.isInt()
        ? BatchItem.ofJson(line, file.textValue() + ":" + (index.intValue() + 1))
        : BatchItem.ofJson(item, name);
  }
}
