package news.breve.writing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import java.io.IOException;
import java.util.Locale;
import news.breve.article.Json;
import news.breve.article.Options;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.brief.Draft;
import news.breve.brief.DraftException;
import news.breve.brief.DraftReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a model's answer or says, without a word of it, why it isn't one. Nothing is repaired; only
 * a code fence around one whole JSON object is peeled, which changes no character of it.
 */
final class AnswerReader {
  private static final String FENCE = "```";

  private AnswerReader() {}

  /**
   * Returns the draft.
   *
   * @throws ProblemException {@code model-failed}, saying what is wrong with the answer
   */
  static Draft read(ChatResponse response, int articleSentences) {
    refuseUnfinished(response.finishReason());
    String json = peel(text(response.aiMessage()));
    JsonNode tree = parse(json);
    Draft draft;
    try {
      draft = DraftReader.readAnswer(tree, articleSentences);
    } catch (DraftException e) {
      throw failed("is not the draft that was asked for: " + e.detail());
    }
    // More than was asked for is still a brief; more than any may ask for is a model adrift.
    if (draft.sentences().size() > Options.MAX_SENTENCES) {
      throw failed(
          "has " + draft.sentences().size() + " sentences, more than " + Options.MAX_SENTENCES);
    }
    return draft;
  }

  private static void refuseUnfinished(@Nullable FinishReason reason) {
    switch (reason) {
      case LENGTH ->
          throw failed(
              "was cut off at the token limit; " + ModelSettings.MAX_OUTPUT_TOKENS + " sets it");
      case CONTENT_FILTER -> throw failed("was withheld by the provider's content filter");
      case TOOL_EXECUTION -> throw failed("is a call of a tool, and none was offered");
      case OTHER -> throw failed("ended early: the model refused, or its context was full");
      case STOP -> {}
      // Not every compatible server says why it ended.
      case null -> {}
    }
  }

  private static String text(@Nullable AiMessage message) {
    String text = message == null ? null : message.text();
    if (text == null) {
      throw failed("has no content: the model refused or the provider left it out");
    }
    if (text.isBlank()) {
      throw failed("is empty");
    }
    return text.strip();
  }

  private static String peel(String text) {
    if (!text.startsWith(FENCE) || !text.endsWith(FENCE) || text.length() < 2 * FENCE.length()) {
      return text;
    }
    String inside = text.substring(FENCE.length(), text.length() - FENCE.length());
    int lineEnd = inside.indexOf('\n');
    String label = lineEnd < 0 ? "" : inside.substring(0, lineEnd).strip();
    boolean known = label.isEmpty() || label.toLowerCase(Locale.ROOT).equals("json");
    return lineEnd >= 0 && known ? inside.substring(lineEnd).strip() : text;
  }

  private static JsonNode parse(String text) {
    if (!text.startsWith("{")) {
      throw failed("is not a JSON object, or has text before it");
    }
    String rest = text.substring(endOfObject(text)).strip();
    if (!rest.isEmpty()) {
      throw failed(
          rest.startsWith("{")
              ? "has more than one JSON object"
              : "has text after its JSON object");
    }
    try {
      return Json.parse(text);
    } catch (ProblemException e) {
      throw failed("is not JSON: " + e.detail());
    }
  }

  /** Returns the offset after the first object, or of the end if it is malformed. */
  private static int endOfObject(String text) {
    try (JsonParser parser = Json.mapper().createParser(text)) {
      parser.nextToken();
      parser.skipChildren();
      return (int) parser.currentLocation().getCharOffset();
    } catch (IOException e) {
      return text.length();
    }
  }

  private static ProblemException failed(String fault) {
    return new ProblemException(Problem.MODEL_FAILED, "the model's answer " + fault);
  }
}
