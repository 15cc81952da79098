package news.breve.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.breve.brief.Finding;
import news.breve.brief.Finding.Severity;
import news.breve.reading.Statement;

/**
 * What the brief says is what the evidence says, also where no value, name or cue shows it: nobody
 * does what another did, and nothing is told that the article doesn't tell.
 */
final class SupportCheck implements Check {
  private static final String NAME = "support";
  private static final ClaimedValues VALUES = ClaimedValues.ofNoArticle();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> check(Case all) {
    List<Finding> findings = new ArrayList<>();
    List<Statement> article = all.passages().stream().map(Passage::statement).toList();
    RoleReversal roles = new RoleReversal(article);
    Novelty.Vocabulary words = new Novelty.Vocabulary(article);
    all.claims()
        .forEach(claim -> {
          List<Statement> evidence = claim.evidence().stream().map(Passage::statement).toList();
          findings.addAll(roles(claim, evidence, roles));
          Exchanged.in(claim.statement(), evidence, VALUES).stream()
              .map(pair ->
                  Finding.warning(NAME, claim.path(), "The article may say this of the other one.")
                      .with(pair.words(), null))
              .forEach(findings::add);
          findings.addAll(clauses(claim, evidence, words));
        });
    return findings;
  }

  private static List<Finding> roles(Claim claim, List<Statement> evidence, RoleReversal roles) {
    return roles.in(claim.statement(), evidence).stream()
        .map(reversed ->
            Finding.warning(NAME, claim.path(), "The article may give this act to somebody else.")
                .with(reversed.words(), null))
        .toList();
  }

  /** Words can be compared in the article's language, links between clauses in both. */
  private static List<Finding> clauses(
      Claim claim, List<Statement> evidence, Novelty.Vocabulary article) {
    List<Finding> findings = new ArrayList<>();
    Optional<Novelty.Vocabulary> cited =
        claim.ownLanguage() ? Optional.of(new Novelty.Vocabulary(evidence)) : Optional.empty();
    cited.ifPresent(words ->
        Novelty.in(claim.statement(), words, article).stream()
            .map(segment ->
                Finding.warning(NAME, claim.path(), "The article may not say this.")
                    .with(segment.text(), null))
            .forEach(findings::add));
    if (findings.isEmpty()) {
      Novelty.link(claim.statement(), evidence, cited)
          .map(link ->
              Finding.warning(
                      NAME,
                      claim.path(),
                      "The article may not make one of these things the cause of the other.")
                  .with(link.text(), null))
          .ifPresent(findings::add);
    }
    return findings;
  }

  @Override
  public List<Difference> compare(Claim french, Claim english) {
    List<Difference> differences = new ArrayList<>();
    Statement left = french.statement();
    Statement right = english.statement();
    RoleReversal roles = new RoleReversal(List.of(left, right));
    for (RoleReversal.Reversed reversed : roles.in(left, List.of(right))) {
      differences.add(
          new Difference(
              Severity.WARNING,
              "The two languages may not agree on who did what to whom.",
              reversed.words(),
              null));
    }
    for (Exchanged.Pair pair : Exchanged.in(left, List.of(right), VALUES)) {
      differences.add(
          new Difference(
              Severity.WARNING,
              "The two languages may not say this of the same one.",
              pair.words(),
              null));
    }
    String alone = "One language may say what the other does not.";
    Novelty.without(left, right)
        .map(segment -> new Difference(Severity.WARNING, alone, segment.text(), null))
        .ifPresent(differences::add);
    Novelty.without(right, left)
        .map(segment -> new Difference(Severity.WARNING, alone, null, segment.text()))
        .ifPresent(differences::add);
    return differences;
  }
}
