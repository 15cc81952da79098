package news.breve.checking;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.breve.reading.AttributionRelation.Form;
import news.breve.reading.AttributionRelation.Kind;

/** Who says something in the sentences that a claim cites. */
final class CitedSayings {
  /** So many words or values more are another's. */
  private static final int CLEARLY = 3;

  private final Claim claim;
  private final Wording wording;
  private final List<Wording.Saying> all;
  private final List<Wording.Saying> claims;
  private final Set<Integer> evidence;

  CitedSayings(Claim claim, Wording wording) {
    this.claim = claim;
    this.wording = wording;
    all =
        claim.evidence().stream()
            .flatMap(passage -> wording.in(passage).stream())
            .filter(saying -> saying.relation().source().form() != Form.NONE)
            .toList();
    claims =
        all.stream()
            .filter(saying ->
                saying.relation().kind() == Kind.CLAIM
                    || saying.relation().kind() == Kind.ANNOUNCEMENT)
            .toList();
    evidence = claim.evidence().stream().map(Passage::number).collect(Collectors.toSet());
  }

  /** Returns how much of some terms stands where. */
  Wording.Coverage coverage(List<Wording.Term> terms) {
    return wording.coverage(terms, evidence);
  }

  /** Returns what is said, with what is promised, refused and found. */
  Stream<Wording.Saying> all() {
    return all.stream();
  }

  /** Returns what is said, as far as it is more than an act. */
  Stream<Wording.Saying> claims() {
    return claims.stream();
  }

  /** Returns if a pronoun says something, and nobody who is named: "she told the paper". */
  boolean isByPronoun() {
    return !all.isEmpty()
        && all.stream().allMatch(saying -> saying.relation().source().form() == Form.PRONOUN);
  }

  /** Returns the sentences where something is told that nobody answers for. */
  List<Passage> hearsay() {
    return claim.evidence().stream()
        .filter(passage ->
            passage.statement().attributions().stream()
                .anyMatch(relation -> relation.kind() == Kind.HEARSAY))
        .toList();
  }

  /** Returns if a source says nearly as much of some terms as another does. */
  boolean isSaidBy(
      SourceWords source, Wording.Coverage coverage, Wording.Saying given, Sourcing sourcing) {
    return all()
        .filter(saying -> saying.relation().source().isNamed())
        .filter(saying ->
            source.mayBe(
                sourcing.of(saying.passage().statement(), saying.relation().source().span())))
        .anyMatch(saying -> coverage.of(given) < coverage.of(saying) + CLEARLY);
  }

  /** Returns the saying that has most of some terms. */
  static Optional<Wording.Saying> best(Wording.Coverage coverage, Stream<Wording.Saying> sayings) {
    return sayings
        .max(
            Comparator.<Wording.Saying>comparingInt(coverage::of)
                .thenComparingInt(saying -> saying.relation().cue().start()))
        .filter(saying -> coverage.of(saying) >= 2)
        .filter(saying -> 5 * coverage.of(saying) >= 2 * coverage.total());
  }
}
