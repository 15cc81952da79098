package news.breve.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.breve.brief.Finding;
import news.breve.brief.Finding.Severity;
import news.breve.reading.Cues;
import news.breve.reading.Denial;
import news.breve.reading.Pole;
import news.breve.reading.Predicate;

/**
 * What the evidence denies, the brief denies, and nothing else, in whatever words: not, never,
 * without, refuse to, fail to.
 */
final class NegationCheck implements Check {
  private static final String NAME = "negation";

  /** How alike the surroundings of two acts must be for them to be surely the same. */
  private static final double SURE = 0.3;

  private static final double SURE_OF_THING = 1;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> check(Case all) {
    List<Finding> findings = new ArrayList<>();
    all.claims()
        .filter(claim -> claim.ownLanguage() || claim.twin().findAny().isEmpty())
        .forEach(claim -> fault(claim).ifPresent(findings::add));
    return findings;
  }

  private static Optional<Finding> fault(Claim claim) {
    for (Predicate predicate : claim.statement().cues().predicates()) {
      Optional<Finding> fault = fault(claim, predicate);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return unfounded(claim);
  }

  private static Optional<Finding> fault(Claim claim, Predicate predicate) {
    double agreeing = -1;
    double differing = -1;
    Passage passage = null;
    Predicate other = null;
    for (Passage candidate : claim.evidence()) {
      Set<Predicate> like =
          candidate.statement().cues().like(predicate.word(), claim.ownLanguage());
      for (Predicate match : like) {
        double likeness =
            claim
                .statement()
                .surroundings()
                .likeness(
                    predicate.word().start(),
                    predicate.word().end(),
                    candidate.statement().surroundings(),
                    match.word().start(),
                    match.word().end());
        if (match.denied() == predicate.denied()) {
          agreeing = Math.max(agreeing, likeness);
        } else if (likeness > differing) {
          differing = likeness;
          passage = candidate;
          other = match;
        }
      }
    }
    if (passage == null || other == null || (agreeing >= 0 && differing < 2 * agreeing + SURE)) {
      return Optional.empty();
    }
    Cues mine = claim.statement().cues();
    Cues theirs = passage.statement().cues();
    boolean act = predicate.tense() != Predicate.Tense.NONE || other.tense() != Predicate.Tense.NONE;
    boolean excused =
        predicate.denied()
            ? denies(theirs) || agreesByOpposite(claim, predicate)
            : act ? denies(mine, predicate.clause()) : denies(mine);
    if (excused || differing < (act ? SURE : SURE_OF_THING)) {
      return Optional.empty();
    }
    String message =
        predicate.denied()
            ? "The claim denies what the cited sentences state."
            : "The claim states what the cited sentences deny.";
    Finding finding =
        claim.ownLanguage()
            ? Finding.error(NAME, claim.path(), message)
            : Finding.warning(NAME, claim.path(), message);
    return Optional.of(finding.with(predicate.word().text(), other.word().text()));
  }

  private static boolean denies(Cues cues) {
    return cues.denials().stream().anyMatch(denial -> !denial.cancelled());
  }

  private static boolean denies(Cues cues, int clause) {
    return cues.denials().stream()
        .anyMatch(denial -> denial.clause() == clause && !denial.cancelled());
  }

  /** "Is not open" is what "stays closed" says. */
  private static boolean agreesByOpposite(Claim claim, Predicate predicate) {
    return claim.statement().cues().poles().stream()
        .filter(pole -> pole.start() <= predicate.word().start() && predicate.word().end() <= pole.end())
        .anyMatch(
            pole ->
                claim.evidence().stream()
                    .flatMap(passage -> passage.statement().cues().poles().stream())
                    .anyMatch(pole::agreesWith));
  }

  /** A claim that denies where nothing in the evidence does, in any way. */
  private static Optional<Finding> unfounded(Claim claim) {
    Cues cues = claim.statement().cues();
    Optional<Denial> denial =
        cues.denials().stream()
            .filter(d -> d.kind() == Denial.Kind.GRAMMATICAL && d.bearing())
            .findFirst();
    boolean founded =
        denial.isEmpty()
            || claim.evidence().isEmpty()
            || claim.evidence().stream()
                .map(passage -> passage.statement().cues())
                .anyMatch(theirs -> denies(theirs) || agrees(cues, theirs));
    return founded
        ? Optional.empty()
        : Optional.of(
            Finding.warning(
                    NAME, claim.path(), "The claim denies something, the cited sentences don't.")
                .with(denial.map(Denial::text).orElse(null), null));
  }

  private static boolean agrees(Cues one, Cues other) {
    return one.poles().stream()
        .filter(Pole::denied)
        .anyMatch(pole -> other.poles().stream().anyMatch(pole::agreesWith));
  }

  @Override
  public List<Difference> compare(Claim french, Claim english) {
    Cues one = french.statement().cues();
    Cues two = english.statement().cues();
    List<Difference> differences = new ArrayList<>();
    lost(one, two)
        .ifPresent(denial ->
            differences.add(
                new Difference(
                    Severity.ERROR, "The French denies what the English states.", denial, null)));
    lost(two, one)
        .ifPresent(denial ->
            differences.add(
                new Difference(
                    Severity.ERROR, "The English denies what the French states.", null, denial)));
    return differences;
  }

  /** Returns the words by which one denies something where the other denies nothing. */
  private static Optional<String> lost(Cues one, Cues other) {
    for (Denial denial : one.denials()) {
      boolean strong = denial.kind() != Denial.Kind.WEAK && denial.bearing() && !denial.cancelled();
      if (strong && !denies(other) && !agrees(one, other)) {
        return Optional.of(denial.text());
      }
      boolean doubled =
          denial.cancelled()
              && other.denials().stream()
                  .anyMatch(d -> d.sense() == denial.sense() && !d.cancelled());
      if (doubled && other.denials().stream().noneMatch(Denial::cancelled)) {
        return Optional.of(denial.text());
      }
    }
    return Optional.empty();
  }
}
