package news.breve.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.brief.Brief;
import news.breve.brief.Status;
import news.breve.rendering.JsonText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ReportTest {
  private static final List<Problem> PROBLEMS = List.of(Problem.values());
  private static final List<Status> STATUSES = List.of(Status.values());

  private static ResultRecord brief(Status status, boolean hit, @Nullable String cost) {
    BigDecimal known = cost == null ? null : new BigDecimal(cost);
    return new ResultRecord(
        "a", "b1-x", status, new Brief.Usage(1, 900, 200, known), new Brief.Cache(hit), null);
  }

  private static ResultRecord problem(String source, Problem problem) {
    return ResultRecord.of(source, new ProblemException(problem, "why"));
  }

  private static Report report(ResultRecord... records) {
    Report.Tally tally = new Report.Tally();
    for (ResultRecord result : records) {
      tally.add(result);
    }
    return tally.report();
  }

  @Test
  void report_asJson() {
    Report report =
        report(
            brief(Status.VERIFIED, false, "0.01"),
            brief(Status.REVIEW, true, "0.01"),
            problem("feed.jsonl:3", Problem.INVALID_JSON));
    assertThat(JsonText.of(report))
        .isEqualTo(
            """
            {
              "items" : 3,
              "counts" : {
                "extractive" : 0,
                "problem" : 1,
                "review" : 1,
                "verified" : 1
              },
              "problems" : {
                "invalid-json" : 1
              },
              "hits" : 1,
              "usage" : {
                "calls" : 1,
                "inputTokens" : 900,
                "outputTokens" : 200,
                "estimatedCost" : 0.01
              },
              "failed" : [
                {
                  "source" : "feed.jsonl:3",
                  "problem" : {
                    "type" : "urn:breve:problem:invalid-json",
                    "title" : "The JSON can't be read",
                    "status" : 400,
                    "detail" : "why"
                  }
                }
              ],
              "failedNotListed" : 0
            }
            """);
    assertThat(report.isComplete()).isFalse();
  }

  @Test
  void plus_isTheReportOfAll_andTheSumOfCountsIsTheItems() {
    Random random = new Random(1);
    Report sum = Report.EMPTY;
    Report.Tally all = new Report.Tally();
    for (int part = 0; part < 20; part++) {
      Report.Tally tally = new Report.Tally();
      for (int i = random.nextInt(30); i > 0; i--) {
        ResultRecord result =
            switch (random.nextInt(3)) {
              case 0 -> problem("s" + i, PROBLEMS.get(random.nextInt(PROBLEMS.size())));
              case 1 -> brief(STATUSES.get(random.nextInt(3)), random.nextBoolean(), "0.5");
              default -> brief(Status.VERIFIED, false, "0.25");
            };
        tally.add(result);
        all.add(result);
      }
      sum = sum.plus(tally.report());
    }
    assertThat(sum).isEqualTo(all.report());
    assertThat(sum.counts().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(sum.items());
    assertThat(sum.problems().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(sum.failed().size());
  }

  @Test
  void cost_isNullUnlessKnownOfAll() {
    assertThat(
            report(brief(Status.VERIFIED, false, "1"), brief(Status.VERIFIED, false, null))
                .usage()
                .estimatedCost())
        .isNull();
    assertThat(Report.EMPTY.usage().estimatedCost()).isNull();
  }

  @Test
  void failed_areListedUpToALimit_andCountedBeyondIt() {
    Report.Tally tally = new Report.Tally();
    for (int i = 0; i < Report.MOST_LISTED + 5; i++) {
      tally.add(problem("s" + i, Problem.INVALID_ARTICLE));
    }
    Report report = tally.report().plus(report(problem("t", Problem.INVALID_ARTICLE)));
    assertThat(report.failed()).hasSize(Report.MOST_LISTED);
    assertThat(report.failedNotListed()).isEqualTo(6);
    assertThat(report.items()).isEqualTo(Report.MOST_LISTED + 6);
  }
}
