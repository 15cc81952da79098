package news.breve.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.breve.article.Article;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.brief.Brief;
import news.breve.brief.Finding;
import news.breve.caching.StoreException;
import news.breve.lambda.MetricsLine.Unit;
import news.breve.service.BriefListener;
import news.breve.writing.Identity;
import org.jspecify.annotations.Nullable;

/**
 * One line for every brief and every call of a model, which CloudWatch also reads metrics from:
 * numbers, names and ids, never text. docs/deploy.md lists the metrics.
 */
final class BriefTelemetry implements BriefListener {
  private static final String STACK = "stack";
  private static final List<String> BY_STACK = List.of(STACK);

  private final LogLines lines;
  private final String stack;
  private final Clock clock;
  // A container answers one request at a time.
  private volatile String requestId = "";

  BriefTelemetry(LogLines lines, String stack, Clock clock) {
    this.lines = lines;
    this.stack = stack;
    this.clock = clock;
  }

  /** Tells which request the lines that follow belong to. */
  void request(@Nullable String id) {
    requestId = id == null ? "" : id;
  }

  @Override
  public void made(Brief brief, Duration took) {
    String status = brief.status().name().toLowerCase(Locale.ROOT);
    boolean hit = brief.cache().hit();
    MetricsLine line = line("brief");
    ObjectNode fields = about(line, brief.article(), took);
    fields.put("id", brief.id());
    fields.put("status", status);
    fields.put("cacheHit", hit);
    // What a hit cost was paid, and counted, when the brief was written.
    Brief.Usage usage = hit ? Brief.Usage.NONE : brief.usage();
    fields.put("calls", usage.calls());
    MetricsLine.Group counts =
        line.group(BY_STACK)
            .add("CacheHits", Unit.COUNT, hit ? 1 : 0)
            .add("Milliseconds", Unit.MILLISECONDS, took.toMillis())
            .add("InputTokens", Unit.COUNT, usage.inputTokens())
            .add("OutputTokens", Unit.COUNT, usage.outputTokens());
    if (!hit) {
      findings(brief).forEach((check, count) -> counts.add("Findings." + check, Unit.COUNT, count));
    }
    line.group(List.of(STACK, "status")).add("Briefs", Unit.COUNT, 1);
    lines.write(fields);
  }

  @Override
  public void failed(Article article, ProblemException e, Duration took) {
    MetricsLine line = line("brief");
    ObjectNode fields = about(line, article, took);
    fields.put("status", "failed");
    fields.put("problem", e.problem().slug());
    fields.put("detail", e.detail());
    line.group(List.of(STACK, "status")).add("Briefs", Unit.COUNT, 1);
    lines.write(fields);
  }

  @Override
  public void called(Identity writer, Duration took, @Nullable Problem problem) {
    MetricsLine line = line("model-call");
    ObjectNode fields = line.fields();
    fields.put("provider", writer.provider());
    fields.put("model", writer.model());
    fields.put("problem", problem == null ? null : problem.slug());
    line.group(BY_STACK)
        .add("ModelMilliseconds", Unit.MILLISECONDS, took.toMillis())
        .add("ModelFailures", Unit.COUNT, problem == null ? 0 : 1);
    lines.write(fields);
  }

  @Override
  public void storeFailed(StoreException e) {
    MetricsLine line = line("cache-failure");
    line.fields().put("detail", e.getMessage());
    line.group(BY_STACK).add("CacheFailures", Unit.COUNT, 1);
    lines.write(line.fields());
  }

  private MetricsLine line(String event) {
    MetricsLine line = new MetricsLine(clock.instant());
    line.fields().put("event", event).put("requestId", requestId).put(STACK, stack);
    return line;
  }

  private static ObjectNode about(MetricsLine line, Article article, Duration took) {
    return line.fields()
        .put("language", article.language().code())
        .put("characters", article.length())
        .put("milliseconds", took.toMillis());
  }

  /** Returns how often each check found something, in what is shown and in what was dropped. */
  private static Map<String, Long> findings(Brief brief) {
    return Stream.concat(
            brief.checks().findings().stream(),
            brief.checks().dropped().stream().flatMap(dropped -> dropped.findings().stream()))
        .collect(Collectors.groupingBy(Finding::check, TreeMap::new, Collectors.counting()));
  }
}
