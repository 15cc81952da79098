package news.breve.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.breve.article.Json;
import news.breve.calling.Backoff;
import news.breve.http.FakeModel;
import news.breve.writing.MisbehavingServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.Message;

/** The handler between queues of ElasticMQ and a model, each on real sockets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
final class QueueHandlerTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Backoff SHORT_PAUSES =
      new Backoff(Duration.ofMillis(900), Duration.ofMillis(900));

  @TempDir private Path folder;
  private QueueDouble queues;
  private FakeModel model;
  private QueueHandler handler;

  @BeforeAll
  void startQueues() {
    queues = new QueueDouble();
  }

  @AfterAll
  void stopQueues() {
    queues.close();
  }

  @BeforeEach
  void start() {
    queues.createQueues();
    model = new FakeModel();
    model.answer(200, MisbehavingServer.completionBody(Sherbrooke.DRAFT, "stop"), Map.of());
    handler = handler(SHORT_PAUSES);
  }

  @AfterEach
  void stop() {
    model.close();
  }

  /** A container of its own; all of them share the kept briefs, as they share the table on AWS. */
  private QueueHandler handler(Backoff pauses, String... more) {
    return handler(OutputStream.nullOutputStream(), pauses, more);
  }

  private QueueHandler handler(OutputStream log, Backoff pauses, String... more) {
    Map<String, String> variables = model.environment();
    variables.put("BREVE_CACHE", "file");
    variables.put("BREVE_CACHE_DIR", folder.resolve("briefs").toString());
    variables.put("BREVE_MODEL_TIMEOUT", "10s");
    variables.put("BREVE_RESULTS_QUEUE_URL", queues.resultsUrl());
    variables.put("BREVE_QUEUE_MAX_RECEIVES", Integer.toString(QueueDouble.MAX_RECEIVES));
    for (int i = 0; i < more.length; i += 2) {
      variables.put(more[i], more[i + 1]);
    }
    return new QueueHandler(
        new FunctionEnvironment(variables, id -> "no key is asked for"),
        queues.client(),
        pauses,
        new LogLines(log),
        Clock.systemUTC());
  }

  private void send(int first, int last) {
    IntStream.rangeClosed(first, last)
        .forEach(number -> queues.send(Sherbrooke.article(number, "article " + number)));
  }

  private static Set<String> sources(List<JsonNode> records) {
    return records.stream()
        .map(record -> record.path("source").textValue())
        .collect(Collectors.toSet());
  }

  @Test
  void batch_withPoisonInIt_isSettledAtOnceWithARecordForEach() throws Exception {
    send(1, 3);
    queues.send("{\"text\":");
    queues.send("not JSON");
    queues.send(Sherbrooke.GERMAN);
    queues.send("{\"s3\":{\"bucket\":\"somebody-else\",\"key\":\"x\"}}");
    queues.send(Sherbrooke.article(4, "unknown key").put("headline", "none of ours"));

    queues.pollToTheEnd(handler);

    List<JsonNode> records = queues.records();
    assertThat(records).hasSize(8);
    assertThat(records)
        .filteredOn(record -> record.has("problem"))
        .extracting(record -> record.at("/problem/type").textValue().substring(18))
        .containsExactlyInAnyOrder(
            "invalid-json",
            "invalid-json",
            "unsupported-language",
            "invalid-article",
            "invalid-article");
    assertThat(records)
        .filteredOn(record -> record.has("id"))
        .allSatisfy(record -> assertThat(record.path("status").textValue()).isEqualTo("verified"));
    assertThat(sources(records)).hasSize(8).contains("article 1", "german", "unknown key");
    assertThat(queues.dead()).isZero();
    assertThat(model.calls()).isEqualTo(3);
  }

  @Test
  void message_whoseModelIsDown_comesBackAndIsSettledWhenItIsUp() throws Exception {
    model.answer(500, "{}", Map.of());
    send(1, 2);

    assertThat(queues.poll(handler, LONG)).isEqualTo(2);
    assertThat(queues.records()).isEmpty();
    assertThat(queues.left()).isEqualTo(2);

    model.answer(200, MisbehavingServer.completionBody(Sherbrooke.DRAFT, "stop"), Map.of());
    queues.pollToTheEnd(handler(SHORT_PAUSES));

    assertThat(sources(queues.records())).containsExactlyInAnyOrder("article 1", "article 2");
  }

  @Test
  void message_thatStaysWithoutAnswer_goesToTheDeadLetters() throws Exception {
    model.answer(500, "{}", Map.of());
    send(1, 1);

    queues.pollToTheEnd(handler);

    assertThat(queues.dead()).isEqualTo(1);
    assertThat(queues.records()).isEmpty();
  }

  @Test
  void message_receivedForTheLastTime_isExtractiveWhereThatIsWanted() throws Exception {
    model.answer(500, "{}", Map.of());
    send(1, 1);

    queues.pollToTheEnd(handler(SHORT_PAUSES, "BREVE_MODEL_ON_FAILURE", "extractive"));

    assertThat(queues.records())
        .singleElement()
        .satisfies(record -> assertThat(record.path("status").textValue()).isEqualTo("extractive"));
    assertThat(queues.dead()).isZero();
  }

  @Test
  void message_thatMayPass_isHiddenForAPause() throws Exception {
    model.answer(500, "{}", Map.of("Retry-After", "30"));
    send(1, 1);

    queues.poll(handler, LONG);

    assertThat(queues.visible()).isZero();
    assertThat(queues.receive()).isEmpty();
  }

  /**
   * Drawn from 0 to 30 s after the first receipt, to 480 s after the fifth; the circuit adds 15.
   */
  @Test
  void pause_ofAMessage_growsWithItsReceives() throws Exception {
    model.answer(500, "{}", Map.of());
    try (AwsDouble aws = new AwsDouble()) {
      aws.answer("AmazonSQS.ChangeMessageVisibility", "{}");
      Map<String, String> variables = model.environment();
      variables.put("BREVE_BATCH_ITEMS_AT_ONCE", "40");
      QueueHandler patient =
          new QueueHandler(
              new FunctionEnvironment(variables, id -> "no key is asked for"),
              aws.client(),
              new Backoff(Duration.ofSeconds(30), Duration.ofMinutes(15)),
              new LogLines(OutputStream.nullOutputStream()),
              Clock.systemUTC());
      ObjectNode event = Json.mapper().createObjectNode();
      ArrayNode messages = event.putArray("Records");
      for (int i = 0; i < 40; i++) {
        String receives = i < 20 ? "1" : "5";
        messages
            .addObject()
            .put("messageId", "m" + i)
            .put("receiptHandle", "after " + receives)
            .put("eventSourceARN", "arn:aws:sqs:ca-central-1:123456789012:articles")
            .put("body", Sherbrooke.article(i).toString())
            .putObject("attributes")
            .put("ApproximateReceiveCount", receives);
      }

      JsonNode answer = Sherbrooke.invoke(patient, event.toString(), LONG);

      assertThat(answer.path("batchItemFailures")).hasSize(40);
      assertThat(pauses(aws, "after 1")).hasSize(20).allMatch(seconds -> seconds <= 45);
      assertThat(pauses(aws, "after 5")).hasSize(20).anyMatch(seconds -> seconds > 60);
    }
  }

  private static List<Integer> pauses(AwsDouble aws, String receipt) {
    return aws.calls.stream()
        .map(call -> Json.parse(call.substring(call.indexOf('{'))))
        .filter(call -> call.path("ReceiptHandle").asText().equals(receipt))
        .map(call -> call.path("VisibilityTimeout").intValue())
        .toList();
  }

  @Test
  void crash_inMidBatch_losesNothingAndPaysNothingTwice() throws Exception {
    send(1, 5);
    List<Message> messages = queues.receive();
    assertThat(messages).hasSize(5);
    QueueHandler dying = handler(SHORT_PAUSES, "BREVE_BATCH_ITEMS_AT_ONCE", "1");
    Thread invocation =
        Thread.ofVirtual()
            .start(() -> {
              try {
                Sherbrooke.invoke(dying, queues.event(messages), LONG);
              } catch (Exception e) {
                // Nobody hears from it any more.
              }
            });
    while (model.calls() < 2) {
      Thread.sleep(20);
    }
    CountDownLatch held = model.hold();
    while (model.calls() < 3) {
      Thread.sleep(20);
    }
    // From here on it is as good as dead: no answer of its will be used.
    int paid = queues.records().size();
    assertThat(paid).isBetween(1, 4);
    model.answer(500, "{}", Map.of());
    held.countDown();
    invocation.join();
    int calls = model.calls();
    model.answer(200, MisbehavingServer.completionBody(Sherbrooke.DRAFT, "stop"), Map.of());
    queues.timeOut(messages);
    queues.pollToTheEnd(handler(SHORT_PAUSES));

    List<JsonNode> records = queues.records();
    assertThat(sources(records)).hasSize(5);
    assertThat(records.stream().filter(record -> record.at("/cache/hit").booleanValue()).count())
        .isGreaterThanOrEqualTo(paid);
    assertThat(model.calls() - calls).isLessThanOrEqualTo(5 - paid);
    assertThat(queues.dead()).isZero();
  }

  @Test
  void crash_beforeTheResponse_isMadeGoodByHits() throws Exception {
    send(1, 4);
    List<Message> messages = queues.receive();
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws java.io.IOException {
            throw new java.io.IOException("the process was killed");
          }
        };
    assertThatThrownBy(() ->
            handler.handleRequest(
                new java.io.ByteArrayInputStream(
                    queues.event(messages).getBytes(StandardCharsets.UTF_8)),
                broken,
                Sherbrooke.context(LONG)))
        .hasMessage("the process was killed");
    queues.records();

    queues.timeOut(messages);
    queues.pollToTheEnd(handler(SHORT_PAUSES));

    assertThat(queues.records())
        .hasSize(4)
        .allSatisfy(record -> assertThat(record.at("/cache/hit").booleanValue()).isTrue());
    assertThat(model.calls()).isEqualTo(4);
  }

  @Test
  void message_thatIsDeliveredTwice_isPaidForOnce() throws Exception {
    send(1, 1);
    List<Message> messages = queues.receive();
    String event = queues.event(messages);

    JsonNode first = Sherbrooke.invoke(handler, event, LONG);
    JsonNode second = Sherbrooke.invoke(handler, event, LONG);
    queues.settle(messages, first);

    assertThat(second).isEqualTo(first);
    assertThat(queues.records())
        .extracting(record -> record.at("/cache/hit").booleanValue())
        .containsExactlyInAnyOrder(false, true);
    assertThat(model.calls()).isEqualTo(1);
  }

  @Test
  void article_thatIsSentTwice_isPaidForOnce() throws Exception {
    queues.send(Sherbrooke.article(1, "first"));
    queues.send(Sherbrooke.article(1, "second"));

    queues.pollToTheEnd(handler);

    assertThat(sources(queues.records())).containsExactlyInAnyOrder("first", "second");
    assertThat(model.calls()).isEqualTo(1);
  }

  @Test
  void batch_thatTakesTooLong_givesBackWhatItCantBegin() throws Exception {
    send(1, 4);
    model.answerAfter(Duration.ofMillis(1_200));
    QueueHandler slow = handler(SHORT_PAUSES, "BREVE_BATCH_ITEMS_AT_ONCE", "1");

    queues.poll(slow, Duration.ofMillis(15_600));

    assertThat(queues.records()).hasSizeBetween(1, 2);
    assertThat(queues.visible()).isBetween(2, 3);
    queues.pollToTheEnd(slow);
    assertThat(sources(queues.records())).hasSizeBetween(2, 3);
    assertThat(model.calls()).isEqualTo(4);
  }

  @Test
  void record_thatCantBeSent_keepsItsMessage() throws Exception {
    send(1, 1);
    QueueHandler mute =
        handler(
            SHORT_PAUSES, "BREVE_RESULTS_QUEUE_URL", queues.resultsUrl().replace("-results", "-x"));

    queues.poll(mute, LONG);
    assertThat(queues.left()).isEqualTo(1);
    queues.pollToTheEnd(handler);

    assertThat(queues.records()).hasSize(1);
    assertThat(model.calls()).isEqualTo(1);
  }

  @Test
  void record_withoutAQueueOfResults_isLogged() throws Exception {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    queues.send(Sherbrooke.GERMAN);

    queues.pollToTheEnd(handler(log, SHORT_PAUSES, "BREVE_RESULTS_QUEUE_URL", ""));

    JsonNode line = Json.parse(log.toString(StandardCharsets.UTF_8).lines().toList().getLast());
    assertThat(line.path("event").textValue()).isEqualTo("record");
    assertThat(line.path("source").textValue()).isEqualTo("german");
    assertThat(line.at("/problem/type").textValue()).endsWith("unsupported-language");
  }

  /** To answer these with an empty list would have messages deleted that nobody has read. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"Records\":{}}",
        "{\"Records\":[{\"body\":\"{}\"}]}",
        "{\"Records\":[{\"messageId\":\"a\",\"body\":\"{}\"}]}",
        "{\"text\":\"an article\"}"
      })
  void event_ofSomethingElse_isThrown(String event) {
    assertThatThrownBy(() -> Sherbrooke.invoke(handler, event, LONG))
        .satisfies(e -> assertThat(e.getClass().getName()).isEqualTo("InvalidJson"));
  }

  @Test
  void event_withoutMessages_hasNoFailures() throws Exception {
    ObjectNode none = Json.mapper().createObjectNode();
    none.putArray("batchItemFailures");

    assertThat(Sherbrooke.invoke(handler, "{\"Records\":[]}", LONG)).isEqualTo(none);
  }
}
