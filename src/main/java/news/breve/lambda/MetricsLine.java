package news.breve.lambda;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import news.breve.article.Json;

/**
 * A log line that CloudWatch also reads metrics from, in its embedded metric format.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">the
 *     specification</a>
 */
final class MetricsLine {
  private static final String NAMESPACE = "Breve";

  /** How CloudWatch counts a metric. */
  enum Unit {
    COUNT("Count"),
    MILLISECONDS("Milliseconds");

    private final String label;

    Unit(String label) {
      this.label = label;
    }
  }

  private final ObjectNode line = Json.mapper().createObjectNode();
  private final ArrayNode directives;

  MetricsLine(Instant time) {
    ObjectNode metadata = line.putObject("_aws");
    metadata.put("Timestamp", time.toEpochMilli());
    directives = metadata.putArray("CloudWatchMetrics");
  }

  /** Returns the fields of the line; a dimension and a metric need one of their name. */
  ObjectNode fields() {
    return line;
  }

  /**
   * Begins a group of metrics that are kept by the same dimensions.
   *
   * @param dimensions names of fields
   */
  Group group(List<String> dimensions) {
    ObjectNode directive = directives.addObject();
    directive.put("Namespace", NAMESPACE);
    ArrayNode set = directive.putArray("Dimensions").addArray();
    dimensions.forEach(set::add);
    return new Group(directive.putArray("Metrics"));
  }

  /** Metrics kept by the same dimensions. */
  final class Group {
    private final ArrayNode metrics;

    private Group(ArrayNode metrics) {
      this.metrics = metrics;
    }

    /** Adds a metric. */
    Group add(String name, Unit unit, long value) {
      metrics.addObject().put("Name", name).put("Unit", unit.label);
      line.put(name, value);
      return this;
    }
  }
}
