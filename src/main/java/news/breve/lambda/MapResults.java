package news.breve.lambda;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import news.breve.article.Json;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.batch.BatchItem;
import news.breve.batch.Report;
import news.breve.batch.ResultRecord;
import news.breve.calling.AwsCallException;

/**
 * What a Map state's ResultWriter leaves in the bucket: a manifest that names files, and in each of
 * them an array of child executions with their input and output. Read one execution at a time,
 * whatever the size of the files.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html">ResultWriter</a>
 */
final class MapResults {
  private static final int MAX_MANIFEST_BYTES = 4 << 20;
  private static final String SUCCEEDED = "SUCCEEDED";

  private final ObjectReader reader =
      Json.mapper().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private final BatchBucket bucket;

  MapResults(BatchBucket bucket) {
    this.bucket = bucket;
  }

  /**
   * Counts the records of all items.
   *
   * @param manifest the key of the manifest
   * @throws ProblemException {@code not-found} if there is none
   * @throws AwsCallException if S3 does not answer
   * @throws IOException if a file breaks off, or isn't what Step Functions writes
   */
  Report count(String manifest) throws IOException {
    String text = new String(bucket.read(manifest, MAX_MANIFEST_BYTES), StandardCharsets.UTF_8);
    Report.Tally tally = new Report.Tally();
    for (var files : Json.parse(text).path("ResultFiles").properties()) {
      for (JsonNode file : files.getValue()) {
        count(file.path("Key").asText(), tally);
      }
    }
    return tally.report();
  }

  private void count(String key, Report.Tally tally) throws IOException {
    try (InputStream stream = bucket.open(key);
        JsonParser executions = Json.mapper().getFactory().createParser(stream)) {
      if (executions.nextToken() != JsonToken.START_ARRAY) {
        throw new IOException("a result file is not an array of executions");
      }
      while (executions.nextToken() == JsonToken.START_OBJECT) {
        add(reader.readTree(executions), tally);
      }
    }
  }

  private static void add(JsonNode execution, Report.Tally tally) throws JsonProcessingException {
    if (execution.path("Status").asText().equals(SUCCEEDED)) {
      JsonNode records = Json.parse(execution.path("Output").asText()).path("records");
      for (JsonNode result : records) {
        tally.add(Json.mapper().treeToValue(result, ResultRecord.class));
      }
      return;
    }
    ProblemException why = problem(execution);
    for (BatchItem item : MapItems.of(Json.parse(execution.path("Input").asText()))) {
      tally.add(ResultRecord.of(item.source(), why));
    }
  }

  /** An error's cause may hold text; its name does not. */
  private static ProblemException problem(JsonNode execution) {
    String error = execution.path("Error").asText();
    String status = execution.path("Status").asText();
    for (Problem problem : Problem.values()) {
      if (NamedProblem.name(problem).equals(error)) {
        return new ProblemException(problem, "its batch was given up after all retries");
      }
    }
    return new ProblemException(
        Problem.INTERNAL,
        error.isEmpty()
            ? "its batch was not finished: " + status
            : "its batch was given up: " + error);
  }
}
