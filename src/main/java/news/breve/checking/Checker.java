package news.breve.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import news.breve.article.Article;
import news.breve.brief.Draft;
import news.breve.brief.Finding;

/** Runs every check on a draft. */
public final class Checker {
  /** Changes whenever a check's judgement may change; part of every brief's id. */
  public static final String VERSION = "checks-2";

  private final List<Check> checks;
  private final ParityCheck parity;

  /** Makes a checker of all the checks there are. */
  public Checker() {
    this(
        List.of(
            new EvidenceCheck(),
            new NameCheck(),
            new NumberCheck(),
            new UnitCheck(),
            new DateCheck(),
            new QuoteCheck(),
            new NegationCheck(),
            new PolarityCheck(),
            new CertaintyCheck(),
            new SupportCheck(),
            new LanguageCheck(),
            new LengthCheck(),
            new AttributionCheck(),
            new MarkupCheck()));
  }

  Checker(List<Check> checks) {
    this.checks = List.copyOf(checks);
    this.parity = new ParityCheck(checks);
  }

  /** Returns the names of the checks, in the order they run. */
  public List<String> names() {
    return Stream.concat(checks.stream().map(Check::name), Stream.of(ParityCheck.NAME)).toList();
  }

  /** Returns all findings, check by check. */
  public List<Finding> check(Draft draft, Article article) {
    Case all = new Case(draft, article);
    List<Finding> findings = new ArrayList<>();
    checks.forEach(check -> findings.addAll(check.check(all)));
    findings.addAll(parity.check(all, findings));
    return List.copyOf(findings);
  }
}
