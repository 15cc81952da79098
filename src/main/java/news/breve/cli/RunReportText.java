package news.breve.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import news.breve.batch.Report;
import news.breve.batch.RunReport;
import news.breve.rendering.Visible;

/** The report of a run in a few lines for a person. */
final class RunReportText {
  private static final int MOST_SHOWN = 20;

  private RunReportText() {}

  static String of(RunReport run, String folder) {
    Report report = run.report();
    StringBuilder text = new StringBuilder();
    text.append(counts(report)).append(costs(report, run.tokensSpent()));
    report
        .problems()
        .forEach(
            (name, count) -> text.append(String.format(Locale.ROOT, "  %,6d  %s\n", count, name)));
    List<Report.FailedItem> shown = report.failed().stream().limit(MOST_SHOWN).toList();
    if (shown.isEmpty()) {
      return text.toString();
    }
    text.append("Without a brief:\n");
    for (Report.FailedItem item : shown) {
      String detail = Visible.line(item.problem().detail());
      text.append("  " + Visible.line(item.source()) + "  " + detail + "\n");
    }
    long more = count(report, "problem") - shown.size();
    if (more > 0) {
      text.append(
          String.format(Locale.ROOT, "  … and %,d more, in %s/report.json\n", more, folder));
    }
    return text.toString();
  }

  private static String counts(Report report) {
    long failed = count(report, "problem");
    return String.format(
        Locale.ROOT,
        "%,d inputs · %,d with a brief: %,d verified, %,d to review, %,d extractive · %,d"
            + " without\n",
        report.items(),
        report.items() - failed,
        count(report, "verified"),
        count(report, "review"),
        count(report, "extractive"),
        failed);
  }

  private static String costs(Report report, long spent) {
    Report.Total usage = report.usage();
    BigDecimal cost = usage.estimatedCost();
    return String.format(
        Locale.ROOT,
        "%,d from the cache · %,d calls · %,d tokens in, %,d out%s · %,d tokens spent in all\n",
        report.hits(),
        usage.calls(),
        usage.inputTokens(),
        usage.outputTokens(),
        cost == null ? "" : " · cost " + cost.toPlainString(),
        spent);
  }

  private static long count(Report report, String name) {
    return report.counts().getOrDefault(name, 0L);
  }
}
