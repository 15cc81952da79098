package news.breve.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import news.breve.article.Article;
import news.breve.brief.Brief;
import news.breve.brief.Draft;
import news.breve.brief.Finding;

/** Runs every check on a draft. */
public final class Checker {
  /** Changes whenever a check's judgement may change; part of every brief's id. */
  public static final String VERSION = "checks-6";

  private final List<Check> checks;
  private final ParityCheck parity;

  /** Makes a checker of all the checks there are. */
  public Checker() {
    this(
        List.of(
            new EvidenceCheck(),
            new NumberCheck(),
            new UnitCheck(),
            new DateCheck(),
            new NameCheck(),
            new NegationCheck(),
            new QuoteCheck(),
            new AttributionCheck(),
            new PolarityCheck(),
            new CertaintyCheck(),
            new LanguageCheck(),
            new SupportCheck(),
            new LengthCheck(),
            new MarkupCheck()));
  }

  Checker(List<Check> checks) {
    this.checks = List.copyOf(checks);
    this.parity = new ParityCheck(checks);
  }

  /** Returns the names of the checks, in the order of the contract. */
  public List<String> names() {
    List<String> names = new ArrayList<>(checks.stream().map(Check::name).toList());
    names.add(names.indexOf(LanguageCheck.NAME) + 1, ParityCheck.NAME);
    return List.copyOf(names);
  }

  /** Returns all findings, check by check. */
  public List<Finding> check(Draft draft, Article article) {
    return check(new Case(draft, article), List.of());
  }

  /** Returns all findings on a brief, judged from itself alone: what it carries comes first. */
  public List<Finding> check(Brief brief) {
    Case all = new Case(brief.draft(), brief.article());
    return check(all, CarriedProof.faults(brief, all.passages()));
  }

  private List<Finding> check(Case all, List<Finding> carried) {
    List<Finding> found = new ArrayList<>();
    checks.forEach(check -> found.addAll(check.check(all)));
    List<Finding> differences = parity.check(all, found);
    return Stream.of(carried, found, differences).flatMap(List::stream).toList();
  }
}
