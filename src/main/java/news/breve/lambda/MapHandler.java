package news.breve.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import news.breve.article.Json;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.batch.BatchItem;
import news.breve.batch.ItemHandler.Handled;
import news.breve.batch.ResultRecord;
import news.breve.calling.AwsCalls;
import news.breve.configuration.Variables;
import org.jspecify.annotations.Nullable;

/**
 * Batches of a Map state: {@code {"Items":[…]}} comes in, {@code {"records":[…]}} goes out. If one
 * item has a problem that may pass, the others are finished all the same, and then it is thrown by
 * its name for the state machine to try the batch again, which costs nothing for what is kept.
 *
 * <p>{@code retry} and {@code retries} beside the items, where the state machine sends them, tell
 * how often the batch was tried again and how often at most: after the last try an extractive brief
 * stands in, where one is wanted.
 */
public final class MapHandler implements RequestStreamHandler {
  private final BatchDoor door;

  /** Made by Lambda, once per container. */
  public MapHandler() {
    this(FunctionEnvironment.ofLambda(), new LogLines(), Clock.systemUTC());
  }

  MapHandler(FunctionEnvironment environment, LogLines log, Clock clock) {
    this(environment, new AwsCalls(new Variables(environment.atStart())), log, clock);
  }

  MapHandler(FunctionEnvironment environment, AwsCalls calls, LogLines log, Clock clock) {
    Variables variables = new Variables(environment.atStart());
    door = new BatchDoor(environment, log, clock, BucketArticles.from(variables, calls));
  }

  /** What came of an item: its record, or what may pass. */
  private record Tried(@Nullable ResultRecord result, @Nullable ProblemException problem) {}

  @Override
  public void handleRequest(InputStream event, OutputStream answer, @Nullable Context context)
      throws IOException {
    door.begin(context);
    ObjectNode response = Json.mapper().createObjectNode();
    ArrayNode records = response.putArray("records");
    try {
      JsonNode batch = Json.mapper().readTree(event);
      boolean last =
          batch.has("retries") && batch.path("retry").asInt() >= batch.path("retries").asInt();
      List<Tried> tried =
          door.each(
              MapItems.of(batch),
              item -> brief(item, last),
              item -> new Tried(null, BatchDoor.putOff()));
      mostPatient(tried)
          .ifPresent(e -> {
            throw e;
          });
      tried.forEach(one -> records.addPOJO(Objects.requireNonNull(one.result())));
    } catch (ProblemException e) {
      throw NamedProblem.of(e);
    }
    answer.write(Json.mapper().writeValueAsBytes(response));
  }

  private Tried brief(BatchItem item, boolean last) {
    try {
      return new Tried(door.brief(item).result(), null);
    } catch (ProblemException e) {
      Handled instead = last ? door.giveUp(item, e) : null;
      return instead == null || instead.brief() == null
          ? new Tried(null, e)
          : new Tried(instead.result(), null);
    }
  }

  /** Of several problems that may pass, a spent budget takes longest. */
  private static Optional<ProblemException> mostPatient(List<Tried> tried) {
    return tried.stream()
        .map(Tried::problem)
        .filter(Objects::nonNull)
        .max(Comparator.comparing(e -> e.problem() == Problem.BUDGET_EXHAUSTED));
  }
}
