package news.breve.brief;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a draft in the form of the contract; {@link DraftReader} reads it. */
public final class DraftJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private DraftJson() {}

  /** Returns the draft's JSON object: what is absent is left out, but no field of a fact. */
  public static ObjectNode of(Draft draft) {
    ObjectNode json = JSON.objectNode();
    json.set("headline", item(JSON.objectNode(), draft.headline()));
    ArrayNode sentences = json.putArray("sentences");
    draft.sentences().forEach(sentence -> sentences.add(item(JSON.objectNode(), sentence)));
    ArrayNode facts = json.putArray("keyFacts");
    draft.keyFacts().forEach(fact -> facts.add(fact(fact)));
    return json;
  }

  private static ObjectNode fact(Draft.Fact fact) {
    ObjectNode json = item(JSON.objectNode().put("type", fact.type().code()), fact.words());
    Bilingual source = fact.attribution();
    json.putObject("attribution")
        .put("fr", source == null ? "" : orEmpty(source.fr()))
        .put("en", source == null ? "" : orEmpty(source.en()));
    return json;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static ObjectNode item(ObjectNode json, Draft.Item item) {
    if (item.fr() != null) {
      json.put("fr", item.fr());
    }
    if (item.en() != null) {
      json.put("en", item.en());
    }
    List<Integer> evidence = item.evidence();
    if (evidence != null) {
      ArrayNode numbers = json.putArray("evidence");
      evidence.forEach(numbers::add);
    }
    return json;
  }
}
