package news.breve.checking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import news.breve.brief.Finding;
import news.breve.reading.Cues;
import news.breve.reading.Denial;
import news.breve.reading.Predicate;
import news.breve.reading.Statement;

/**
 * What the evidence denies, the brief denies, and nothing else, in whatever words: not, never,
 * without, refuse to, fail to.
 */
final class NegationCheck implements Check {
  static final String NAME = "negation";

  private static final String LOST = "The cited sentences deny something, the claim doesn't.";

  /** How much of a sentence a claim must tell for what it denies to be told too. */
  private static final double TOLD = 0.35;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> check(Case all) {
    List<Finding> findings = new ArrayList<>();
    for (Item item : all.items()) {
      List<Finding> faults =
          item.claims().stream()
              .filter(Claim::isJudgedByItsWords)
              .flatMap(claim -> fault(claim).stream())
              .toList();
      findings.addAll(faults);
      if (faults.isEmpty()) {
        DeniedInNeither.in(item, NAME, LOST).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static Optional<Finding> fault(Claim claim) {
    return DenialsStated.in(claim)
        .or(() -> takenBack(claim))
        .or(() -> added(claim))
        .or(() -> lost(claim));
  }

  /** "Does not deny" where the evidence denies. */
  private static Optional<Finding> takenBack(Claim claim) {
    List<Denial> mine = claim.statement().cues().denials();
    boolean denies =
        mine.stream()
            .anyMatch(one ->
                one.kind() == Denial.Kind.GRAMMATICAL && one.standing() == Denial.Standing.HOLDS);
    List<Denial> theirs =
        claim.evidence().stream()
            .flatMap(passage -> passage.statement().cues().denials().stream())
            .toList();
    return denies
        ? Optional.empty()
        : Denial.takenBack(mine, theirs)
            .map(denial ->
                Finding.error(
                        NAME, claim.path(), "The claim takes back what the cited sentences say.")
                    .with(denial.text(), null));
  }

  /** A claim that denies an act which the evidence states, and the evidence denies nothing. */
  private static Optional<Finding> added(Claim claim) {
    boolean founded =
        claim.evidence().stream()
            .map(Passage::statement)
            .anyMatch(theirs ->
                DenialPairs.Placed.in(theirs).findAny().isPresent()
                    || claim.statement().cues().deniesOpposite(theirs.cues()));
    return claim.statement().cues().denials().stream()
        .filter(denial -> !founded && denial.isStrong() && !denial.bounded())
        .filter(denial ->
            denial.words().stream()
                .map(word -> claim.statement().cues().predicates().get(word))
                .anyMatch(predicate -> isStated(claim, predicate)))
        .findFirst()
        .map(denial ->
            Finding.warning(NAME, claim.path(), "The claim denies what the cited sentences state.")
                .with(denial.text(), null));
  }

  /** Returns if the evidence states an act near the same words as a claim. */
  private static boolean isStated(Claim claim, Predicate predicate) {
    return claim.evidence().stream()
        .map(Passage::statement)
        .anyMatch(theirs ->
            theirs.cues().like(claim.statement().cues(), predicate, claim.ownLanguage()).stream()
                .filter(match -> match.tense() != Predicate.Tense.NONE)
                .anyMatch(match ->
                    claim
                            .statement()
                            .surroundings()
                            .likeness(predicate.word(), theirs.surroundings(), match.word())
                        >= DenialsStated.SURE));
  }

  /** Words that are no more than quoted state nothing of what is said about them. */
  private static boolean isQuotation(Claim claim) {
    return claim.statement().quotations().stream()
        .anyMatch(quotation ->
            quotation.start() == 0 && quotation.end() == claim.text().strip().length());
  }

  /** What somebody denies in their own words, a claim that quotes none of them may leave out. */
  private static boolean isQuoted(DenialPairs.Placed placed) {
    return placed.statement().quotations().stream()
        .anyMatch(quotation ->
            quotation.start() < placed.denial().end() && placed.denial().start() < quotation.end());
  }

  /** A clause that denies, told by a claim that has no denial for it. */
  private static Optional<Finding> lost(Claim claim) {
    if (!claim.ownLanguage() || claim.item().isHeadline() || isQuotation(claim) || claim.isBare()) {
      return Optional.empty();
    }
    Statement mine = claim.statement();
    List<Statement> statements = claim.evidence().stream().map(Passage::statement).toList();
    List<DenialPairs.Placed> theirs =
        statements.stream()
            .flatMap(DenialPairs.Placed::in)
            .sorted(Comparator.comparingDouble(placed -> -placed.clause().told(mine)))
            .toList();
    DenialPairs.Left left =
        DenialPairs.unpaired(theirs, DenialPairs.Placed.in(mine).toList(), true);
    return left.lost().stream()
        .filter(placed -> !placed.denial().bounded() && !left.hints(placed, mine))
        .filter(placed -> placed.clause().isClosest(mine, statements))
        .filter(placed -> placed.clause().told(mine) >= TOLD && isOpenTo(placed, mine.cues()))
        .filter(placed -> !placed.cues().deniesOpposite(mine.cues()))
        .filter(placed -> !mine.quotations().isEmpty() || !isQuoted(placed))
        .map(placed -> Finding.warning(NAME, claim.path(), LOST).with(null, placed.denial().text()))
        .findFirst();
  }

  /**
   * "Without a diploma" is denied only by what has a diploma, "did not resign" by a resignation.
   */
  private static boolean isOpenTo(DenialPairs.Placed placed, Cues other) {
    return placed.denial().words().stream()
        .map(word -> placed.cues().predicates().get(word))
        .filter(predicate -> !DenialsStated.isName(predicate))
        .flatMap(predicate -> other.like(predicate.word(), true).stream())
        .anyMatch(like -> !like.denied() && !DenialsStated.isRefusal(other, like));
  }

  @Override
  public List<Difference> compare(Claim french, Claim english) {
    return DenialsCompared.of(french, english);
  }
}
