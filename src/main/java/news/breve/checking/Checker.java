package news.breve.checking;

import java.util.List;
import news.breve.article.Article;
import news.breve.brief.Draft;
import news.breve.brief.Finding;

/** Runs every check on a draft. */
public final class Checker {
  /** Changes whenever a check's judgement may change; part of every brief's id. */
  public static final String VERSION = "checks-1";

  private final List<Check> checks;

  /** Makes a checker of all the checks there are. */
  public Checker() {
    this(List.of(new EvidenceCheck(), new QuoteCheck(), new MarkupCheck()));
  }

  Checker(List<Check> checks) {
    this.checks = List.copyOf(checks);
  }

  /** Returns the names of the checks, in the order they run. */
  public List<String> names() {
    return checks.stream().map(Check::name).toList();
  }

  /** Returns all findings, check by check. */
  public List<Finding> check(Draft draft, Article article) {
    return checks.stream().flatMap(check -> check.check(draft, article).stream()).toList();
  }
}
