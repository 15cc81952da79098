package news.breve.brief;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the contract's draft from JSON, strictly: what is missing, superfluous or of another type
 * is a {@link DraftException}, nothing is repaired. Only the white space around a text goes, and a
 * sentence cited twice counts once.
 */
public final class DraftReader {
  /** What may be echoed of a key that isn't ours. */
  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z0-9_@-]{1,40}");

  /** The longest text, in characters: ten times what a sentence may have at most. */
  private static final int MAX_TEXT = 2_000;

  /** More than any brief has; what is checked is compared with all of an article. */
  private static final int MAX_ITEMS = 100;

  private enum Mode {
    /** Everything is required and citations must exist. */
    ANSWER,
    /** Evidence, key facts and one language may be absent; citations are for the checks. */
    FOREIGN
  }

  private final Mode mode;

  /** How many sentences the article has; unused for a foreign draft. */
  private final int articleSentences;

  private DraftReader(Mode mode, int articleSentences) {
    this.mode = mode;
    this.articleSentences = articleSentences;
  }

  /**
   * Reads a model's answer: every field required, nothing else allowed, at least one sentence,
   * evidence from 1 to {@code articleSentences}. An empty evidence list is read; such a statement
   * falls to the checks.
   *
   * @throws DraftException never naming a key of the answer's own
   */
  public static Draft readAnswer(JsonNode json, int articleSentences) {
    return new DraftReader(Mode.ANSWER, articleSentences).draft(json);
  }

  /**
   * Reads a draft to be checked: {@code evidence}, {@code keyFacts}, {@code attribution} and one of
   * the two languages may be absent or null. A citation of a sentence that doesn't exist is read;
   * it is a finding.
   *
   * @throws DraftException naming the field
   */
  public static Draft readForeign(JsonNode json) {
    return new DraftReader(Mode.FOREIGN, 0).draft(json);
  }

  private Draft draft(JsonNode json) {
    object(json, "", "headline", "sentences", "keyFacts");
    Draft.Item headline = headline(required(json, "", "headline"));
    List<Draft.Item> sentences =
        list(required(json, "", "sentences"), "/sentences", this::sentence);
    if (sentences.isEmpty()) {
      throw new DraftException("/sentences", "is empty");
    }
    JsonNode keyFacts = mode == Mode.ANSWER ? required(json, "", "keyFacts") : json.get("keyFacts");
    return new Draft(
        headline,
        sentences,
        isAbsent(keyFacts) ? List.of() : list(keyFacts, "/keyFacts", this::fact));
  }

  private Draft.Item headline(JsonNode json) {
    object(json, "/headline", "fr", "en", "evidence");
    return item(json, "/headline");
  }

  private Draft.Item sentence(JsonNode json, String path) {
    object(json, path, "fr", "en", "evidence");
    return item(json, path);
  }

  private Draft.Fact fact(JsonNode json, String path) {
    object(json, path, "type", "fr", "en", "evidence", "attribution");
    JsonNode type = required(json, path, "type");
    FactType known =
        FactType.ofCode(type.isTextual() ? type.textValue() : "")
            .orElseThrow(() -> new DraftException(path + "/type", "is none of " + factTypes()));
    return new Draft.Fact(known, item(json, path), attribution(json, path));
  }

  private Draft.Item item(JsonNode json, String path) {
    String fr = words(json, path, "fr");
    String en = words(json, path, "en");
    if (fr == null && en == null) {
      throw new DraftException(path, "has neither fr nor en");
    }
    return new Draft.Item(fr, en, evidence(json, path));
  }

  private @Nullable String words(JsonNode json, String path, String field) {
    String text = text(json, path, field);
    if (text != null && isBlank(text)) {
      throw new DraftException(path + "/" + field, "is blank");
    }
    return text;
  }

  private @Nullable Bilingual attribution(JsonNode json, String path) {
    String here = path + "/attribution";
    JsonNode node =
        mode == Mode.ANSWER ? required(json, path, "attribution") : json.get("attribution");
    if (isAbsent(node)) {
      return null;
    }
    object(node, here, "fr", "en");
    String fr = text(node, here, "fr");
    String en = text(node, here, "en");
    boolean stated = (fr == null || isBlank(fr)) && (en == null || isBlank(en));
    return stated ? null : new Bilingual(fr, en);
  }

  private @Nullable String text(JsonNode json, String path, String field) {
    JsonNode node = mode == Mode.ANSWER ? required(json, path, field) : json.get(field);
    if (isAbsent(node)) {
      return null;
    }
    if (!node.isTextual()) {
      throw new DraftException(path + "/" + field, "is not a string");
    }
    String text = node.textValue().strip();
    if (text.length() > MAX_TEXT) {
      throw new DraftException(path + "/" + field, "is longer than " + MAX_TEXT + " characters");
    }
    return text;
  }

  private @Nullable List<Integer> evidence(JsonNode json, String path) {
    String here = path + "/evidence";
    JsonNode node = mode == Mode.ANSWER ? required(json, path, "evidence") : json.get("evidence");
    if (isAbsent(node)) {
      return null;
    }
    return List.copyOf(new LinkedHashSet<>(list(node, here, this::sentenceNumber)));
  }

  private Integer sentenceNumber(JsonNode node, String path) {
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw new DraftException(path, "is not a sentence number");
    }
    int number = node.intValue();
    if (mode == Mode.ANSWER && (number < 1 || number > articleSentences)) {
      throw new DraftException(
          path, "is out of range: the article has sentences 1 to " + articleSentences);
    }
    return number;
  }

  private static <T> List<T> list(
      JsonNode node, String path, BiFunction<JsonNode, String, T> element) {
    if (!node.isArray()) {
      throw new DraftException(path, "is not a list");
    }
    if (node.size() > MAX_ITEMS) {
      throw new DraftException(path, "has more than " + MAX_ITEMS + " elements");
    }
    List<T> elements = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      elements.add(element.apply(node.get(i), path + "/" + i));
    }
    return elements;
  }

  private void object(JsonNode node, String path, String... fields) {
    if (!node.isObject()) {
      throw new DraftException(path, "is not an object");
    }
    Set<String> allowed = Set.of(fields);
    node.fieldNames()
        .forEachRemaining(name -> {
          if (!allowed.contains(name)) {
            boolean nameIt = mode == Mode.FOREIGN && PLAIN_KEY.matcher(name).matches();
            throw nameIt
                ? new DraftException(path + "/" + name, "is not a field of a draft")
                : new DraftException(path, "has a key that a draft doesn't have");
          }
        });
  }

  private static JsonNode required(JsonNode json, String path, String field) {
    JsonNode node = json.get(field);
    if (node == null) {
      throw new DraftException(path + "/" + field, "is missing");
    }
    if (node.isNull()) {
      throw new DraftException(path + "/" + field, "is null");
    }
    return node;
  }

  private static boolean isAbsent(@Nullable JsonNode node) {
    return node == null || node.isNull();
  }

  /** Returns if nothing of a text can be seen: strip() doesn't know U+00A0 or U+200B. */
  private static boolean isBlank(String text) {
    return text.codePoints()
        .allMatch(c ->
            Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT);
  }

  private static String factTypes() {
    return Stream.of(FactType.values()).map(FactType::code).collect(Collectors.joining(", "));
  }
}
