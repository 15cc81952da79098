package news.breve.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import news.breve.article.Json;
import news.breve.article.ProblemException;
import news.breve.batch.ItemHandler.Handled;
import news.breve.batch.ResultRecord;
import news.breve.calling.AwsCalls;
import news.breve.calling.Backoff;
import news.breve.configuration.Variables;
import org.jspecify.annotations.Nullable;

/**
 * Messages of a queue, each an item of a backfill. What is settled, by a brief or by a problem that
 * is final, gets its record in the queue of results, and only then is its message let go. What may
 * pass comes back, after a pause that grows with each receipt; once it was received too often, the
 * queue itself moves it to the dead letters.
 *
 * <p>A message that is delivered twice costs nothing: its brief is kept. Its record comes twice.
 */
public final class QueueHandler implements RequestStreamHandler {
  private static final String RESULTS = "BREVE_RESULTS_QUEUE_URL";
  private static final String MAX_RECEIVES = "BREVE_QUEUE_MAX_RECEIVES";
  private static final int MOST_RECEIVES = 1_000;

  private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(30), Duration.ofMinutes(15));

  /** SQS hides a message for twelve hours at most, counted from its receipt. */
  private static final Duration LONGEST_PAUSE = Duration.ofHours(11);

  private final Logger logger = Logger.getLogger(QueueHandler.class.getName());
  private final BatchDoor door;
  private final Queues queues;
  private final Backoff pauses;
  private final LogLines log;
  private final @Nullable URI results;
  private final int maxReceives;

  /** Made by Lambda, once per container. */
  public QueueHandler() {
    this(FunctionEnvironment.ofLambda(), new LogLines(), Clock.systemUTC());
  }

  QueueHandler(FunctionEnvironment environment, LogLines log, Clock clock) {
    this(environment, new AwsCalls(new Variables(environment.atStart())), PAUSES, log, clock);
  }

  QueueHandler(
      FunctionEnvironment environment, AwsCalls calls, Backoff pauses, LogLines log, Clock clock) {
    Variables variables = new Variables(environment.atStart());
    door = new BatchDoor(environment, log, clock, BucketArticles.from(variables, calls));
    queues = new Queues(calls);
    this.pauses = pauses;
    this.log = log;
    results = variables.url(RESULTS).map(URI::create).orElse(null);
    maxReceives = variables.integer(MAX_RECEIVES, MOST_RECEIVES, 1, MOST_RECEIVES);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, @Nullable Context context)
      throws IOException {
    door.begin(context);
    List<QueueMessage> messages;
    try {
      messages = QueueMessage.of(Json.mapper().readTree(event));
    } catch (ProblemException e) {
      throw NamedProblem.of(e);
    }
    ObjectNode response = Json.mapper().createObjectNode();
    ArrayNode failures = response.putArray("batchItemFailures");
    door.each(messages, this::settle, this::putOff).stream()
        .flatMap(Optional::stream)
        .forEach(id -> failures.addObject().put("itemIdentifier", id));
    answer.write(Json.mapper().writeValueAsBytes(response));
  }

  /** Returns the id of the message if it is to come back. */
  private Optional<String> settle(QueueMessage message) {
    Duration pause;
    try {
      record(handled(message).result());
      return Optional.empty();
    } catch (ProblemException e) {
      pause = pauses.pause(message.receives()).plus(e.retryAfter().orElse(Duration.ZERO));
    } catch (RuntimeException e) {
      logger.log(Level.SEVERE, "a message could not be settled", e);
      pause = pauses.pause(message.receives());
    }
    return comeBack(message, pause);
  }

  /** An extractive brief, where one is wanted, stands in once the model has had all its chances. */
  private Handled handled(QueueMessage message) {
    try {
      return door.brief(message.item());
    } catch (ProblemException e) {
      Handled last = message.receives() < maxReceives ? null : door.giveUp(message.item(), e);
      if (last == null || last.brief() == null) {
        throw e;
      }
      return last;
    }
  }

  /** Hands over what became of an item; where there is no queue for it, the log has it. */
  private void record(ResultRecord result) {
    URI queue = results;
    if (queue == null) {
      ObjectNode line = Json.mapper().createObjectNode().put("event", "record");
      line.setAll((ObjectNode) Json.mapper().valueToTree(result));
      log.write(line);
      return;
    }
    try {
      queues.send(queue, Json.mapper().writeValueAsString(result));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every record has a JSON form", e);
    }
  }

  /** There was no time: it comes back at once, to this function or to another. */
  private Optional<String> putOff(QueueMessage message) {
    return comeBack(message, Duration.ZERO);
  }

  private Optional<String> comeBack(QueueMessage message, Duration pause) {
    try {
      queues.hide(
          queues.url(message.queueArn()),
          message.receiptHandle(),
          pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    } catch (RuntimeException e) {
      // It comes back when the time of the queue itself is over.
      logger.log(Level.WARNING, Objects.toString(e.getMessage()));
    }
    return Optional.of(message.id());
  }
}
