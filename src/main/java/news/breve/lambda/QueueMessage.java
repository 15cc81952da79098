package news.breve.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.batch.BatchItem;

/**
 * A message as Lambda hands it over from a queue.
 *
 * @param id what a partial batch response names it by
 * @param receiptHandle what the queue knows this receipt by
 * @param receives how often it was received, this time included
 * @param queueArn the queue it came from
 */
record QueueMessage(
    String id, String receiptHandle, int receives, String queueArn, BatchItem item) {
  /**
   * Returns the messages of an event.
   *
   * @throws ProblemException {@code invalid-json} if it isn't one of a queue: to answer it with an
   *     empty list of failures would have messages deleted that nobody has read
   */
  static List<QueueMessage> of(JsonNode event) {
    JsonNode records = event.path("Records");
    if (!records.isArray()) {
      throw notAQueues();
    }
    List<QueueMessage> messages = new ArrayList<>();
    for (JsonNode message : records) {
      messages.add(of(text(message, "messageId"), message));
    }
    return messages;
  }

  private static QueueMessage of(String id, JsonNode message) {
    return new QueueMessage(
        id,
        text(message, "receiptHandle"),
        Math.max(1, message.at("/attributes/ApproximateReceiveCount").asInt(1)),
        text(message, "eventSourceARN"),
        item(id, message.path("body")));
  }

  private static BatchItem item(String id, JsonNode body) {
    return body.isTextual()
        ? BatchItem.ofJson(body.textValue().getBytes(StandardCharsets.UTF_8), id)
        : BatchItem.refused(
            id, new ProblemException(Problem.INVALID_JSON, "the message has no body"));
  }

  private static String text(JsonNode message, String field) {
    String text = message.path(field).textValue();
    if (text == null || text.isEmpty()) {
      throw notAQueues();
    }
    return text;
  }

  private static ProblemException notAQueues() {
    return new ProblemException(Problem.INVALID_JSON, "the event is not one of a queue");
  }
}
