package news.breve.batch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import news.breve.brief.Brief.Usage;
import news.breve.brief.Status;
import news.breve.rendering.ProblemDocument;
import org.jspecify.annotations.Nullable;

/**
 * What came of many items. The sum of the counts is the number of items.
 *
 * @param items how many there were
 * @param counts briefs by their status; beside them, the items that have none
 * @param problems the latter by the name of what stood against them
 * @param hits briefs that cost nothing: they were in the cache
 * @param usage what the other briefs cost; the cost is null unless it is known of all of them
 * @param failed items without a brief, in the order they came, as many as a report may list
 * @param failedNotListed how many more there are
 */
public record Report(
    long items,
    Map<String, Long> counts,
    Map<String, Long> problems,
    long hits,
    Total usage,
    List<FailedItem> failed,
    long failedNotListed) {
  /** Of more, results.jsonl and the records of the cloud tell. */
  static final int MOST_LISTED = 10_000;

  /** Nothing came in. */
  public static final Report EMPTY = new Tally().report();

  private static final String PROBLEM = "problem";

  public Report {
    counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    problems = Collections.unmodifiableMap(new TreeMap<>(problems));
    failed = List.copyOf(failed);
  }

  /** An item without a brief, and why. */
  public record FailedItem(String source, ProblemDocument problem) {}

  /**
   * What briefs cost.
   *
   * @param calls model calls
   * @param estimatedCost null unless it is known of all of them
   */
  public record Total(
      long calls, long inputTokens, long outputTokens, @Nullable BigDecimal estimatedCost) {
    static final Total NONE = new Total(0, 0, 0, null);

    static Total of(Usage usage) {
      return new Total(
          usage.calls(), usage.inputTokens(), usage.outputTokens(), usage.estimatedCost());
    }

    Total plus(Total other) {
      return new Total(
          calls + other.calls,
          inputTokens + other.inputTokens,
          outputTokens + other.outputTokens,
          cost(other));
    }

    /** What no model was called for spoils no knowledge of the cost. */
    private @Nullable BigDecimal cost(Total other) {
      if (calls == 0) {
        return other.estimatedCost;
      }
      if (other.calls == 0) {
        return estimatedCost;
      }
      return estimatedCost == null || other.estimatedCost == null
          ? null
          : estimatedCost.add(other.estimatedCost);
    }
  }

  /** Returns if every item has its brief. */
  @JsonIgnore
  public boolean isComplete() {
    return problems.isEmpty();
  }

  /** Returns the report of the items of this and then of another. */
  public Report plus(Report other) {
    Tally tally = new Tally();
    tally.add(this);
    tally.add(other);
    return tally.report();
  }

  /** Counts records one by one. */
  public static final class Tally {
    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, Long> problems = new TreeMap<>();
    private final List<FailedItem> failed = new ArrayList<>();
    private long items;
    private long hits;
    private Total usage = Total.NONE;
    private long failedNotListed;

    /** Makes a tally of nothing, in which each status is counted, if as none. */
    public Tally() {
      for (Status status : Status.values()) {
        counts.put(name(status), 0L);
      }
      counts.put(PROBLEM, 0L);
    }

    /** Counts a record. */
    public void add(ResultRecord result) {
      items++;
      ProblemDocument problem = result.problem();
      if (problem != null) {
        counts.merge(PROBLEM, 1L, Long::sum);
        problems.merge(name(problem), 1L, Long::sum);
        list(new FailedItem(result.source(), problem));
        return;
      }
      if (result.status() != null) {
        counts.merge(name(result.status()), 1L, Long::sum);
      }
      if (result.cache() != null && result.cache().hit()) {
        hits++;
      } else if (result.usage() != null) {
        usage = usage.plus(Total.of(result.usage()));
      }
    }

    /** Counts what another report counted. */
    public void add(Report report) {
      items += report.items;
      report.counts.forEach((name, count) -> counts.merge(name, count, Long::sum));
      report.problems.forEach((name, count) -> problems.merge(name, count, Long::sum));
      hits += report.hits;
      usage = usage.plus(report.usage);
      report.failed.forEach(this::list);
      failedNotListed += report.failedNotListed;
    }

    private void list(FailedItem item) {
      if (failed.size() < MOST_LISTED) {
        failed.add(item);
      } else {
        failedNotListed++;
      }
    }

    /** Returns what was counted so far. */
    public Report report() {
      return new Report(items, counts, problems, hits, usage, failed, failedNotListed);
    }

    private static String name(Status status) {
      return status.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the last part of {@code urn:breve:problem:NAME}. */
    private static String name(ProblemDocument problem) {
      return problem.type().substring(problem.type().lastIndexOf(':') + 1);
    }
  }
}
