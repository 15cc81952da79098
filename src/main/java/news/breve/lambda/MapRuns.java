package news.breve.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Optional;
import news.breve.article.Json;
import news.breve.calling.AwsCalls;
import news.breve.calling.Endpoints;

/** AWS Step Functions: what it counted of the items of a Map run. */
final class MapRuns {
  private final AwsCalls calls;

  MapRuns(AwsCalls calls) {
    this.calls = calls;
  }

  /** Returns the ARN of the Map run of an execution; empty if it failed before one began. */
  Optional<String> of(String executionArn) {
    JsonNode runs =
        call("ListMapRuns", Json.mapper().createObjectNode().put("executionArn", executionArn));
    return Optional.ofNullable(runs.at("/mapRuns/0/mapRunArn").textValue());
  }

  /** Returns how many items Step Functions read. */
  long itemsRead(String mapRunArn) {
    JsonNode run =
        call("DescribeMapRun", Json.mapper().createObjectNode().put("mapRunArn", mapRunArn));
    return run.at("/itemCounts/total").longValue();
  }

  private JsonNode call(String operation, JsonNode parameters) {
    Endpoints endpoints = calls.endpoints();
    URI endpoint = endpoints.given("SFN").orElseGet(() -> endpoints.regional("states"));
    return calls.json("states", "1.0", endpoint, "AWSStepFunctions." + operation, parameters);
  }
}
