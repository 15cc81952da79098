package news.breve.article;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * JSON as RFC 8259 has it: no duplicate keys, nothing after the value, bounded nesting. Jackson's
 * defaults accept 14 of the 188 malformed files of JSONTestSuite; with these settings, none.
 */
public final class Json {
  /** Deeper nesting than any article or brief has. */
  public static final int MAX_DEPTH = 64;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(100)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private Json() {}

  /** Returns the mapper, for records that are written and read back by us. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /**
   * Parses untrusted JSON.
   *
   * @throws ProblemException {@code invalid-json} with the place of the fault and none of the text
   */
  public static JsonNode parse(String json) {
    JsonNode node;
    try {
      node = MAPPER.readTree(json);
    } catch (StreamConstraintsException e) {
      throw invalid(
          "is nested deeper than " + MAX_DEPTH + " levels or holds an oversized value", e);
    } catch (JsonProcessingException e) {
      throw invalid(
          String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field")
              ? "has a duplicate key"
              : "is malformed",
          e);
    }
    if (node == null || node.isMissingNode()) {
      throw new ProblemException(Problem.INVALID_JSON, "the JSON is empty");
    }
    refuseHalfPairs(node);
    return node;
  }

  /** An escape can write half a surrogate pair, which is no character (RFC 7493, 2.1). */
  private static void refuseHalfPairs(JsonNode node) {
    node.fieldNames().forEachRemaining(Json::refuseHalfPair);
    if (node.isTextual()) {
      refuseHalfPair(node.textValue());
    }
    node.forEach(Json::refuseHalfPairs);
  }

  private static void refuseHalfPair(String text) {
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        throw new ProblemException(Problem.INVALID_JSON, "the JSON holds half a surrogate pair");
      }
      i += Character.charCount(c);
    }
  }

  private static ProblemException invalid(String fault, JsonProcessingException e) {
    JsonLocation place = e.getLocation();
    String where =
        place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
    return new ProblemException(Problem.INVALID_JSON, "the JSON " + fault + where);
  }
}
