package news.breve.checking;

import java.util.ArrayList;
import java.util.List;
import news.breve.brief.Finding;
import news.breve.brief.Finding.Severity;
import news.breve.reading.Statement;

/**
 * What the brief says is what the evidence says, also where no value, name or cue shows it: nobody
 * does what another did, and nothing is told that the article doesn't tell.
 */
final class SupportCheck implements Check {
  private static final String NAME = "support";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> check(Case all) {
    List<Finding> findings = new ArrayList<>();
    List<Statement> article = all.passages().stream().map(Passage::statement).toList();
    RoleReversal roles = new RoleReversal(article);
    all.claims()
        .forEach(claim -> {
          List<Statement> evidence = claim.evidence().stream().map(Passage::statement).toList();
          for (RoleReversal.Reversed reversed : roles.in(claim.statement(), evidence)) {
            findings.add(
                Finding.warning(
                        NAME, claim.path(), "The article may give this act to somebody else.")
                    .with(reversed.participant().text() + " … " + reversed.verb().text(), null));
          }
        });
    return findings;
  }

  @Override
  public List<Difference> compare(Claim french, Claim english) {
    List<Difference> differences = new ArrayList<>();
    RoleReversal roles = new RoleReversal(List.of(french.statement(), english.statement()));
    for (RoleReversal.Reversed reversed :
        roles.in(french.statement(), List.of(english.statement()))) {
      differences.add(
          new Difference(
              Severity.WARNING,
              "The two languages may not agree on who did what to whom.",
              reversed.participant().text() + " … " + reversed.verb().text(),
              null));
    }
    return differences;
  }
}
