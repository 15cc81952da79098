package news.breve.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import news.breve.article.Intake;
import news.breve.article.Json;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.brief.Brief;
import news.breve.brief.BriefReader;
import news.breve.brief.Draft;
import news.breve.brief.DraftException;
import news.breve.brief.DraftReader;

/** Reads what is to be checked, a draft or a brief, and tells the one from the other. */
final class CheckedFile {
  /** A draft is shorter than its article. */
  private static final int MAX_DRAFT_BYTES = Intake.MAX_BYTES;

  /** More than any brief of the largest article takes. */
  private static final int MAX_BRIEF_BYTES = 8 << 20;

  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final String name;
  private final String text;

  private CheckedFile(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /**
   * Returns a draft.
   *
   * @param name of its file; - is standard input
   * @throws ProblemException with one line that says what is wrong with it
   */
  static Draft draft(String name, InputStream standardInput) {
    return open(name, standardInput, MAX_DRAFT_BYTES).draft();
  }

  /**
   * Returns a brief whose article is the one it was made of.
   *
   * @param name of its file; - is standard input
   * @throws ProblemException with one line that says what is wrong with it, or what is missing
   *     beside it
   */
  static Brief brief(String name, InputStream standardInput) {
    return open(name, standardInput, MAX_BRIEF_BYTES).brief();
  }

  private static CheckedFile open(String name, InputStream standardInput, int limit) {
    byte[] bytes = InputFile.read(name, standardInput, limit + 1);
    String shown = name.equals(InputFile.STANDARD_INPUT) ? "standard input" : "“" + name + "”";
    if (bytes.length > limit) {
      throw new ProblemException(
          Problem.TOO_LARGE, shown + " is larger than " + limit / 1024 + " KiB");
    }
    try {
      // JSON is UTF-8 (RFC 8259, 8.1); a mark that some editors put before it may be passed over.
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new CheckedFile(shown, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      throw new ProblemException(Problem.INVALID_JSON, shown + " is not UTF-8, as JSON is");
    }
  }

  private Draft draft() {
    if (!isObject()) {
      throw invalid("is not a draft, which is a JSON object");
    }
    JsonNode json = Json.parse(text);
    if (isBrief(json)) {
      throw invalid("is a brief, which is checked alone: breve check BRIEF.json");
    }
    try {
      return DraftReader.readForeign(json);
    } catch (DraftException e) {
      throw invalid("is not a draft: " + e.detail());
    }
  }

  private Brief brief() {
    if (text.isBlank()) {
      throw invalid("is empty");
    }
    if (!isObject()) {
      throw invalid("is an article alone; the DRAFT to check is missing");
    }
    JsonNode json = Json.parse(text);
    if (isBrief(json)) {
      return BriefReader.read(json);
    }
    throw json.has("headline") && json.has("sentences")
        ? invalid("is a draft alone; the ARTICLE to check it against is missing before it")
        : invalid("is an article alone; the DRAFT to check is missing");
  }

  private boolean isObject() {
    return text.stripLeading().startsWith("{");
  }

  private static boolean isBrief(JsonNode json) {
    return json.has("schemaVersion") || (json.has("headline") && json.has("article"));
  }

  private ProblemException invalid(String fault) {
    return new ProblemException(Problem.INVALID_ARTICLE, name + " " + fault);
  }
}
