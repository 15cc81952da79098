package news.breve.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import news.breve.article.Intake;
import news.breve.article.Json;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.article.Source;
import org.jspecify.annotations.Nullable;

/**
 * One item of a batch.
 *
 * @param source what its record calls it
 * @param content what it holds
 */
public record BatchItem(String source, Content content) {
  /**
   * More than any article has, in whatever encoding: what is larger need not be read to its end.
   */
  public static final int MAX_BYTES = 1 << 20;

  /** As long as a key of S3 and the name of its bucket. */
  private static final int LONGEST_SOURCE = 1_100;

  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final String SOURCE = "source";
  private static final String S3 = "s3";

  /** What an item holds. */
  public sealed interface Content {
    /** The article itself. */
    record Sent(Source article) implements Content {}

    /** Where the article is. */
    record Elsewhere(S3Pointer pointer) implements Content {}

    /** Nothing that can be used. */
    record Refused(ProblemException why) implements Content {}
  }

  /** Returns the item that a file is, of the type that its name's ending tells. */
  public static BatchItem ofFile(String name, byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      return refused(name, tooLarge());
    }
    Source.Type type = type(name);
    return type == Source.Type.JSON
        ? ofJson(bytes, name)
        : new BatchItem(name, new Content.Sent(new Source(bytes, type, null, null)));
  }

  /**
   * Returns the item that a JSON object is.
   *
   * @param bytes an article as {@code POST /v1/briefs} takes it, or {@code {"s3":{…}}}, each with
   *     an optional {@code "source"}
   * @param name what it is called if it has no source
   */
  public static BatchItem ofJson(byte[] bytes, String name) {
    if (bytes.length > MAX_BYTES) {
      return refused(name, tooLarge());
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      JsonNode json = Json.parse(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
      return json.has(SOURCE) || json.has(S3) ? ofJson(json, name) : sent(bytes, name);
    } catch (CharacterCodingException e) {
      // The intake says which byte is wrong.
      return sent(bytes, name);
    } catch (ProblemException e) {
      return refused(name, e);
    }
  }

  /** Returns the item that a JSON object is, as {@link #ofJson(byte[], String)}. */
  public static BatchItem ofJson(JsonNode json, String name) {
    String called = name;
    try {
      String own = source(json);
      JsonNode pointer = json.path(S3);
      if (own != null) {
        called = own;
      }
      if (!pointer.isMissingNode() && !pointer.isNull()) {
        S3Pointer where = pointer(json, pointer);
        return new BatchItem(own == null ? where.uri() : own, new Content.Elsewhere(where));
      }
      return sent(Json.mapper().writeValueAsBytes(withoutSource(json)), called);
    } catch (ProblemException e) {
      return refused(called, e);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  /** Returns an item that can't be used. */
  public static BatchItem refused(String source, ProblemException why) {
    return new BatchItem(source, new Content.Refused(why));
  }

  /** Returns why an item is refused that is larger than any article. */
  public static ProblemException tooLarge() {
    return new ProblemException(
        Problem.TOO_LARGE, "the article is larger than " + Intake.MAX_BYTES / 1024 + " KiB");
  }

  static ProblemException invalid(String detail) {
    return new ProblemException(Problem.INVALID_ARTICLE, detail);
  }

  private static BatchItem sent(byte[] json, String name) {
    return new BatchItem(name, new Content.Sent(new Source(json, Source.Type.JSON, null, null)));
  }

  private static JsonNode withoutSource(JsonNode json) {
    if (!(json instanceof ObjectNode object)) {
      return json;
    }
    ObjectNode article = object.deepCopy();
    article.remove(SOURCE);
    article.remove(S3);
    return article;
  }

  private static @Nullable String source(JsonNode json) {
    JsonNode source = json.path(SOURCE);
    if (source.isMissingNode() || source.isNull()) {
      return null;
    }
    String text = source.textValue();
    if (text == null) {
      throw invalid("source is not a string");
    }
    if (text.isBlank() || text.length() > LONGEST_SOURCE) {
      throw invalid("source has no characters, or more than " + LONGEST_SOURCE);
    }
    return text;
  }

  private static S3Pointer pointer(JsonNode json, JsonNode s3) {
    json.fieldNames()
        .forEachRemaining(key -> {
          if (!key.equals(S3) && !key.equals(SOURCE)) {
            throw invalid("s3 stands beside an article; give one of them");
          }
        });
    if (!s3.isObject() || s3.size() != 2) {
      throw invalid("s3 is not an object with bucket and key");
    }
    return new S3Pointer(text(s3, "bucket"), text(s3, "key"));
  }

  private static String text(JsonNode s3, String key) {
    String text = s3.path(key).textValue();
    if (text == null || text.isBlank() || text.length() > LONGEST_SOURCE) {
      throw invalid("s3." + key + " is not the name of one");
    }
    return text;
  }

  /** Returns the type that a name's ending tells; of the others the content tells it. */
  private static Source.Type type(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "txt" -> Source.Type.PLAIN_TEXT;
      case "html", "htm", "xhtml" -> Source.Type.HTML;
      case "json", "jsonld", "ninjs" -> Source.Type.JSON;
      default -> Source.Type.UNKNOWN;
    };
  }
}
