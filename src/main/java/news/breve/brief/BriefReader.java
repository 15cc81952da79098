package news.breve.brief;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.regex.Pattern;
import news.breve.article.Article;
import news.breve.article.Intake;
import news.breve.article.Json;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.article.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Reads a brief that comes back from outside, strictly: what the contract doesn't have is refused,
 * and so is a text that was changed since. Whether the brief is true of its text is for the checks.
 */
public final class BriefReader {
  /** What may be echoed of a key that isn't ours. */
  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z0-9_@-]{1,40}");

  /** No amount of an article has more digits before or after its decimal point. */
  private static final int MAX_SCALE = 100;

  private static final ObjectReader READER =
      Json.mapper().readerFor(Brief.class).without(DeserializationFeature.ACCEPT_FLOAT_AS_INT);

  private BriefReader() {}

  /**
   * Returns the brief.
   *
   * @throws ProblemException {@code invalid-article} naming the field, or {@code too-large}
   */
  public static Brief read(JsonNode json) {
    JsonNode version = json.path("schemaVersion");
    if (version.isNumber() && version.doubleValue() != Brief.SCHEMA_VERSION) {
      throw invalid("schemaVersion is not " + Brief.SCHEMA_VERSION);
    }
    refuseEndlessNumbers(json);
    requireFields(Brief.class, json, "");
    Brief brief = parse(json);
    verify(brief.article());
    return brief;
  }

  private static Brief parse(JsonNode json) {
    try {
      return READER.readValue(json);
    } catch (UnrecognizedPropertyException e) {
      throw invalid(pointer(e) + " is not a field of a brief");
    } catch (JsonMappingException e) {
      throw invalid(pointer(e) + " is not what a brief has there");
    } catch (IOException e) {
      throw new UncheckedIOException("a tree can always be read", e);
    }
  }

  /** A few characters, 1E+999999999, would be written out with a gigabyte of zeros. */
  private static void refuseEndlessNumbers(JsonNode node) {
    if (node.isBigDecimal() && Math.abs(node.decimalValue().scale()) > MAX_SCALE) {
      throw invalid("it holds a number out of range");
    }
    node.forEach(BriefReader::refuseEndlessNumbers);
  }

  /** The records themselves say what may be null; Jackson, left alone, doesn't ask them. */
  private static void requireFields(Class<?> type, JsonNode json, String path) {
    if (!json.isObject()) {
      throw invalid((path.isEmpty() ? "it" : path) + " is not an object");
    }
    for (RecordComponent field : type.getRecordComponents()) {
      JsonNode value = json.path(field.getName());
      String here = path + "/" + field.getName();
      if (value.isMissingNode() || value.isNull()) {
        if (!field.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
          throw invalid(here + " is missing");
        }
      } else if (field.getType().isRecord()) {
        requireFields(field.getType(), value, here);
      } else if (field.getGenericType() instanceof ParameterizedType list) {
        requireElements((Class<?>) list.getActualTypeArguments()[0], value, here);
      }
    }
  }

  private static void requireElements(Class<?> type, JsonNode json, String path) {
    if (!json.isArray()) {
      throw invalid(path + " is not a list");
    }
    for (int i = 0; i < json.size(); i++) {
      if (type.isRecord()) {
        requireFields(type, json.get(i), path + "/" + i);
      } else if (json.get(i).isNull()) {
        throw invalid(path + "/" + i + " is null");
      }
    }
  }

  private static void verify(Article article) {
    String text = article.text();
    if (!article.sha256().equals(Article.sha256(text))) {
      throw invalid("/article/text no longer has the digest /article/sha256: one was changed");
    }
    // UTF-8 takes three bytes a char at most; the exact limit was measured when it came in.
    if (text.length() > Intake.MAX_BYTES) {
      throw new ProblemException(
          Problem.TOO_LARGE,
          "the brief's article is larger than " + Intake.MAX_BYTES / 1024 + " KiB");
    }
    int end = 0;
    for (int i = 0; i < article.sentences().size(); i++) {
      Sentence sentence = article.sentences().get(i);
      if (sentence.start() < end || sentence.end() > article.length()) {
        throw invalid(
            "/article/sentences/" + i + " is not a span of the text after the one before");
      }
      end = sentence.end();
    }
  }

  private static String pointer(JsonMappingException e) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      String key = step.getFieldName();
      if (key == null) {
        pointer.append('/').append(step.getIndex());
      } else if (PLAIN_KEY.matcher(key).matches()) {
        pointer.append('/').append(key);
      } else {
        pointer.append("/(a key)");
      }
    }
    return pointer.isEmpty() ? "it" : pointer.toString();
  }

  private static ProblemException invalid(String fault) {
    return new ProblemException(Problem.INVALID_ARTICLE, "the brief can't be checked: " + fault);
  }
}
