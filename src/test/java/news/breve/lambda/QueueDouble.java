package news.breve.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import news.breve.article.Json;
import news.breve.calling.AwsCalls;
import news.breve.calling.Credentials;
import news.breve.configuration.Variables;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * ElasticMQ, a queue of articles with its dead letters and its results, and the poller that Lambda
 * is between them and a handler: it deletes what a batch response does not name, and nothing at all
 * if there is none.
 */
final class QueueDouble implements AutoCloseable {
  static final int MAX_RECEIVES = 3;

  /** Longer than any test takes: what comes back in time was sent back by the handler. */
  private static final Duration VISIBILITY = Duration.ofMinutes(10);

  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "x"));

  private final SQSRestServer server;
  private final URI endpoint;
  private final SqsClient sqs;
  private String articles = "";
  private String deadLetters = "";
  private String results = "";

  QueueDouble() {
    server = SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
    InetSocketAddress address = server.waitUntilStarted().localAddress();
    endpoint = URI.create("http://127.0.0.1:" + address.getPort());
    sqs =
        SqsClient.builder()
            .endpointOverride(endpoint)
            .region(Region.CA_CENTRAL_1)
            .credentialsProvider(CREDENTIALS)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  /** Begins anew with empty queues. */
  void createQueues() {
    String name = UUID.randomUUID().toString();
    deadLetters = sqs.createQueue(r -> r.queueName(name + "-dead")).queueUrl();
    results = sqs.createQueue(r -> r.queueName(name + "-results")).queueUrl();
    String policy =
        Json.mapper()
            .createObjectNode()
            .put("deadLetterTargetArn", arn(deadLetters))
            .put("maxReceiveCount", MAX_RECEIVES)
            .toString();
    articles =
        sqs.createQueue(r ->
                r.queueName(name)
                    .attributes(
                        Map.of(
                            QueueAttributeName.VISIBILITY_TIMEOUT,
                            Long.toString(VISIBILITY.toSeconds()),
                            QueueAttributeName.REDRIVE_POLICY,
                            policy)))
            .queueUrl();
  }

  private String arn(String url) {
    return attribute(url, QueueAttributeName.QUEUE_ARN);
  }

  AwsCalls client() {
    return new AwsCalls(
        new Variables(Map.of("AWS_ENDPOINT_URL_SQS", endpoint.toString())),
        () -> new Credentials("x", "x", null),
        Region.CA_CENTRAL_1.id(),
        Clock.systemUTC());
  }

  String resultsUrl() {
    return results;
  }

  void send(String body) {
    sqs.sendMessage(r -> r.queueUrl(articles).messageBody(body));
  }

  void send(JsonNode body) {
    send(body.toString());
  }

  /** Receives up to ten messages, as Lambda does for one invocation. */
  List<Message> receive() {
    return sqs.receiveMessage(r ->
            r.queueUrl(articles)
                .maxNumberOfMessages(10)
                .waitTimeSeconds(1)
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  /** Returns the event that Lambda makes of messages. */
  String event(List<Message> messages) {
    ObjectNode event = Json.mapper().createObjectNode();
    ArrayNode records = event.putArray("Records");
    String arn = arn(articles);
    for (Message message : messages) {
      ObjectNode one =
          records
              .addObject()
              .put("messageId", message.messageId())
              .put("receiptHandle", message.receiptHandle())
              .put("body", message.body())
              .put("eventSource", "aws:sqs")
              .put("eventSourceARN", arn);
      ObjectNode attributes = one.putObject("attributes");
      message.attributes().forEach((key, value) -> attributes.put(key.toString(), value));
    }
    return event.toString();
  }

  /** Deletes the messages that the response of a batch does not name. */
  void settle(List<Message> messages, JsonNode response) {
    Set<String> failures =
        response
            .path("batchItemFailures")
            .valueStream()
            .map(failure -> failure.path("itemIdentifier").textValue())
            .collect(Collectors.toSet());
    if (!messages.stream().map(Message::messageId).toList().containsAll(failures)) {
      throw new AssertionError("an identifier that no message has: to Lambda, a total failure");
    }
    for (Message message : messages) {
      if (!failures.contains(message.messageId())) {
        sqs.deleteMessage(r -> r.queueUrl(articles).receiptHandle(message.receiptHandle()));
      }
    }
  }

  /** One invocation; returns how many messages it was for. */
  int poll(RequestStreamHandler handler, Duration time) throws Exception {
    List<Message> messages = receive();
    if (!messages.isEmpty()) {
      settle(messages, Sherbrooke.invoke(handler, event(messages), time));
    }
    return messages.size();
  }

  /** Goes on until the queue has no message left, hidden or not. */
  void pollToTheEnd(RequestStreamHandler handler) throws Exception {
    while (left() > 0) {
      poll(handler, Duration.ofMinutes(5));
    }
  }

  /** Makes received messages visible again, as the queue does when their time is over. */
  void timeOut(List<Message> messages) {
    for (Message message : messages) {
      sqs.changeMessageVisibility(
          r -> r.queueUrl(articles).receiptHandle(message.receiptHandle()).visibilityTimeout(0));
    }
  }

  /** Returns how many messages the queue of articles holds. */
  int left() {
    return count(articles, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)
        + count(articles, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
  }

  int visible() {
    return count(articles, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
  }

  int dead() {
    return count(deadLetters, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
  }

  private int count(String url, QueueAttributeName name) {
    return Integer.parseInt(attribute(url, name));
  }

  private String attribute(String url, QueueAttributeName name) {
    return Objects.requireNonNull(
        sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(name)).attributes().get(name));
  }

  /** Returns all records that came, and empties their queue. */
  List<JsonNode> records() {
    List<JsonNode> records = new ArrayList<>();
    List<Message> messages;
    do {
      messages = sqs.receiveMessage(r -> r.queueUrl(results).maxNumberOfMessages(10)).messages();
      messages.forEach(message -> records.add(Json.parse(message.body())));
    } while (!messages.isEmpty());
    return records;
  }

  @Override
  public void close() {
    sqs.close();
    server.stopAndWait();
  }
}
