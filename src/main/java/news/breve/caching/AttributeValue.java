package news.breve.caching;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.Optional;
import news.breve.article.Json;

/**
 * What an attribute of an item of DynamoDB holds, with its type: {@code {"S": "text"}}, {@code
 * {"N": "12"}}, {@code {"B": "Base64"}}. One of another type is kept as it came.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html">AttributeValue</a>
 */
record AttributeValue(JsonNode json) {
  static AttributeValue text(String text) {
    return of("S", text);
  }

  static AttributeValue number(long number) {
    return of("N", Long.toString(number));
  }

  static AttributeValue bytes(byte[] bytes) {
    return of("B", Base64.getEncoder().encodeToString(bytes));
  }

  private static AttributeValue of(String type, String value) {
    return new AttributeValue(Json.mapper().createObjectNode().put(type, value));
  }

  /** Returns the text; empty if it is none. */
  Optional<String> text() {
    return value("S");
  }

  /** Returns the number as it is written; empty if it is none. */
  Optional<String> number() {
    return value("N");
  }

  /** Returns the bytes; empty if they are none. */
  Optional<byte[]> bytes() {
    try {
      return value("B").map(Base64.getDecoder()::decode);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<String> value(String type) {
    return Optional.ofNullable(json.path(type).textValue());
  }
}
