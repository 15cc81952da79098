package news.breve.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.breve.article.Json;
import news.breve.calling.AwsCallException;
import news.breve.calling.AwsCalls;
import news.breve.calling.Endpoints;

/** Amazon SQS: what a function does itself, beside Lambda's poller that receives and deletes. */
final class Queues {
  private static final Pattern ARN =
      Pattern.compile("arn:[a-z-]+:sqs:[a-z0-9-]+:(\\d+):([A-Za-z0-9_.-]+)");

  private final AwsCalls calls;

  Queues(AwsCalls calls) {
    this.calls = calls;
  }

  /**
   * Sends a message.
   *
   * @throws AwsCallException if the queue does not take it
   */
  void send(URI queue, String body) {
    call("SendMessage", queue, parameters(queue).put("MessageBody", body));
  }

  /**
   * Hides a received message from others for a while from now on.
   *
   * @throws AwsCallException if it can't be done; it then comes back when it would have
   */
  void hide(URI queue, String receiptHandle, Duration duration) {
    call(
        "ChangeMessageVisibility",
        queue,
        parameters(queue)
            .put("ReceiptHandle", receiptHandle)
            .put("VisibilityTimeout", duration.toSeconds()));
  }

  /**
   * Returns the URL of the queue that an ARN names.
   *
   * @throws IllegalArgumentException if it names none
   */
  URI url(String arn) {
    Matcher parts = ARN.matcher(arn);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not the ARN of a queue");
    }
    Endpoints endpoints = calls.endpoints();
    URI endpoint = endpoints.given("SQS").orElseGet(() -> endpoints.regional("sqs"));
    return URI.create(endpoint + "/" + parts.group(1) + "/" + parts.group(2));
  }

  private static ObjectNode parameters(URI queue) {
    return Json.mapper().createObjectNode().put("QueueUrl", queue.toString());
  }

  private void call(String operation, URI queue, ObjectNode parameters) {
    calls.json("sqs", "1.0", queue.resolve("/"), "AmazonSQS." + operation, parameters);
  }
}
