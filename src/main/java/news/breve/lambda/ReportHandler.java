package news.breve.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import news.breve.article.Json;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.batch.Report;
import news.breve.calling.AwsCallException;
import news.breve.calling.AwsCalls;
import news.breve.configuration.ConfigurationException;
import news.breve.configuration.Variables;
import org.jspecify.annotations.Nullable;

/**
 * The last step of a backfill: {@code report.json} beside what the state machine wrote. It is asked
 * by the state machine when a run ends well, and by EventBridge when one fails.
 *
 * <p>{@code itemsRead} is what Step Functions counted by itself. The counts of the records and
 * {@code withoutRecord}, the items of a run that ended before they were begun, add up to it.
 */
public final class ReportHandler implements RequestStreamHandler {
  private static final String RESULTS = "results/";

  private final Logger logger = Logger.getLogger(ReportHandler.class.getName());
  private final BatchBucket bucket;
  private final MapResults results;
  private final MapRuns runs;

  /** Made by Lambda, once per container. */
  public ReportHandler() {
    this(new Variables(System.getenv()), new LogLines());
  }

  private ReportHandler(Variables variables, LogLines log) {
    this(variables, new AwsCalls(variables), log);
  }

  ReportHandler(Variables variables, AwsCalls calls, LogLines log) {
    LibraryLogs.install(log);
    bucket =
        new BatchBucket(
            calls,
            variables
                .text(BatchBucket.VARIABLE)
                .orElseThrow(() ->
                    new ConfigurationException(
                        BatchBucket.VARIABLE, "must name the bucket of backfills")));
    results = new MapResults(bucket);
    runs = new MapRuns(calls);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, @Nullable Context context)
      throws IOException {
    try {
      answer.write(
          Json.mapper().writeValueAsBytes(report(Ended.of(Json.mapper().readTree(event)))));
    } catch (ProblemException e) {
      throw NamedProblem.of(e);
    } catch (AwsCallException | IOException e) {
      logger.log(Level.WARNING, "the report could not be written", e);
      throw NamedProblem.of(
          new ProblemException(Problem.INTERNAL, "the report could not be written; see the log"));
    }
  }

  /**
   * A run that has ended.
   *
   * @param execution its ARN
   * @param key what it was to read
   * @param status as Step Functions has it
   * @param mapRun the ARN of its Map run, null if it has to be looked for
   * @param manifest where its results are, null if that is to be worked out
   */
  private record Ended(
      String execution,
      String key,
      String status,
      @Nullable String mapRun,
      @Nullable String manifest) {
    static Ended of(JsonNode event) {
      JsonNode detail = event.path("detail");
      return detail.isMissingNode()
          ? new Ended(
              required(event, "executionArn"),
              required(event, "key"),
              "SUCCEEDED",
              event.path("mapRunArn").textValue(),
              event.path("manifest").textValue())
          : new Ended(
              required(detail, "executionArn"),
              key(Json.parse(detail.path("input").asText("{}"))),
              detail.path("status").asText("FAILED"),
              null,
              null);
    }

    /** Returns the key that an execution was started with, by S3's event or by hand. */
    private static String key(JsonNode input) {
      return input.at("/detail/object/key").asText(input.path("key").asText("unknown"));
    }

    private static String required(JsonNode json, String field) {
      String text = json.path(field).textValue();
      if (text == null || text.isEmpty()) {
        throw new ProblemException(
            Problem.INVALID_JSON, "the event names no " + field + " of a backfill");
      }
      return text;
    }
  }

  private ObjectNode report(Ended run) throws IOException {
    Optional<String> mapRun = Optional.ofNullable(run.mapRun()).or(() -> runs.of(run.execution()));
    String folder = RESULTS + lastPart(mapRun.orElse(run.execution())) + "/";
    Report report =
        mapRun.isEmpty()
            ? Report.EMPTY
            : count(run.manifest() == null ? folder + "manifest.json" : run.manifest(), run);
    long itemsRead = mapRun.isEmpty() ? 0 : runs.itemsRead(mapRun.get());
    ObjectNode whole = Json.mapper().createObjectNode();
    whole.put("key", run.key());
    whole.put("execution", run.execution());
    whole.put("status", run.status());
    whole.put("itemsRead", itemsRead);
    whole.put("withoutRecord", itemsRead - report.items());
    whole.setAll((ObjectNode) Json.mapper().valueToTree(report));
    String key = folder + "report.json";
    bucket.write(key, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(whole));
    // A state's output and a mail have no room for a list.
    whole.remove("failed");
    whole.put("report", "s3://" + bucket.name() + "/" + key);
    return whole;
  }

  /** Of a run that was stopped, there may be no results. */
  private Report count(String manifest, Ended run) throws IOException {
    try {
      return results.count(manifest);
    } catch (ProblemException e) {
      if (e.problem() == Problem.NOT_FOUND && run.manifest() == null) {
        return Report.EMPTY;
      }
      throw e;
    }
  }

  private static String lastPart(String arn) {
    return arn.substring(arn.lastIndexOf(':') + 1);
  }
}
