package news.breve.checking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.breve.brief.Finding;
import news.breve.reading.Certainty;
import news.breve.reading.Cues;
import news.breve.reading.Denial;
import news.breve.reading.LightWords;
import news.breve.reading.Predicate;
import news.breve.reading.Statement;

/**
 * What the evidence denies, the brief denies, and nothing else, in whatever words: not, never,
 * without, refuse to, fail to.
 */
final class NegationCheck implements Check {
  private static final String NAME = "negation";

  /** How alike the surroundings of two acts must be for them to be surely the same. */
  private static final double SURE = 0.3;

  private static final double SURE_OF_THING = 1;

  /** How much of a sentence a claim must tell for what it denies to be told too. */
  private static final double TOLD = 0.35;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> check(Case all) {
    List<Finding> findings = new ArrayList<>();
    all.claims()
        .filter(Claim::isJudgedByItsWords)
        .forEach(claim -> fault(claim).ifPresent(findings::add));
    return findings;
  }

  private static Optional<Finding> fault(Claim claim) {
    LightWords light = LightWords.of(claim.language());
    for (Predicate predicate : claim.statement().cues().predicates()) {
      if (predicate.denied() || light.has(predicate.word())) {
        continue;
      }
      Optional<Finding> fault = fault(claim, predicate);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return takenBack(claim).or(() -> added(claim)).or(() -> lost(claim));
  }

  private static Optional<Finding> fault(Claim claim, Predicate predicate) {
    Cues mine = claim.statement().cues();
    double agreeing = -1;
    double differing = -1;
    Passage passage = null;
    Predicate other = null;
    for (Passage candidate : claim.evidence()) {
      for (Predicate match :
          candidate.statement().cues().like(mine, predicate, claim.ownLanguage())) {
        double likeness =
            claim
                .statement()
                .surroundings()
                .likeness(predicate.word(), candidate.statement().surroundings(), match.word());
        if (!match.denied()) {
          agreeing = Math.max(agreeing, likeness);
        } else if (likeness > differing && !isName(match)) {
          differing = likeness;
          passage = candidate;
          other = match;
        }
      }
    }
    if (passage == null || other == null || (agreeing >= 0 && differing < 2 * agreeing + SURE)) {
      return Optional.empty();
    }
    Cues theirs = passage.statement().cues();
    boolean act =
        predicate.tense() != Predicate.Tense.NONE || other.tense() != Predicate.Tense.NONE;
    // An infinitive or a noun of the claim may only be spoken of: "a chance to appeal".
    boolean told =
        predicate.tense() != Predicate.Tense.NONE
            || (other.tense() == Predicate.Tense.NONE && !isRefused(theirs, other));
    boolean isOfSubject = isSubject(theirs, other);
    boolean excused =
        theirs.deniesOpposite(mine)
            || mine.denials().stream()
                .anyMatch(denial ->
                    !denial.cancelled()
                        && (!act || denial.clause() == predicate.clause())
                        && (denial.kind() != Denial.Kind.IMPLICIT
                            || (!act && denial.clause() == predicate.clause() && isOfSubject))
                        && denial.start() != predicate.word().start())
            || isYetToCome(predicate, other)
            || (isRefusal(mine, predicate) && !predicate.word().stem().equals(other.word().stem()) && refuses(claim));
    boolean mentioned = !told && (isMentioned(mine, predicate) || isObject(theirs, other));
    if (excused || mentioned || differing < (act && told ? SURE : SURE_OF_THING)) {
      return Optional.empty();
    }
    Finding finding =
        Finding.of(
            claim.ownLanguage() && told,
            NAME,
            claim.path(),
            "The claim states what the cited sentences deny.");
    return Optional.of(finding.with(predicate.word().text(), other.word().text()));
  }

  /** "None of the boats left": it is the leaving that is denied. */
  private static boolean isSubject(Cues cues, Predicate predicate) {
    return denialsOf(predicate, cues)
        .flatMap(denial -> denial.words().stream())
        .anyMatch(word -> cues.predicates().get(word).tense() != Predicate.Tense.NONE);
  }

  /** Returns what denies a word. */
  private static Stream<Denial> denialsOf(Predicate predicate, Cues cues) {
    int word = cues.predicates().indexOf(predicate);
    return cues.denials().stream().filter(denial -> denial.words().contains(word));
  }

  /** "Remains to be written" is no contradiction of what was not, or is yet unwritten. */
  private static boolean isYetToCome(Predicate predicate, Predicate other) {
    return predicate.certainty().compareTo(Certainty.INTENDED) >= 0
        && other.certainty() == Certainty.STATED
        && other.tense() == Predicate.Tense.PAST;
  }

  /** "Moving the pit would kill the project" doesn't say that it is moved. */
  private static boolean isMentioned(Cues cues, Predicate predicate) {
    return cues.hedges().stream()
        .anyMatch(hedge ->
            hedge.clause() == predicate.clause()
                && hedge.start() > predicate.word().start()
                && hedge.certainty().compareTo(Certainty.INTENDED) >= 0);
  }

  /** "Refuses to sell her shares" says of shares, and of a sale spoken of, no more than that. */
  private static boolean isRefused(Cues cues, Predicate predicate) {
    return denialsOf(predicate, cues).anyMatch(denial -> denial.kind() == Denial.Kind.LEXICAL);
  }

  /** Who did not reject the idea but rules out paying for it does refuse something. */
  private static boolean refuses(Claim claim) {
    return claim.evidence().stream()
        .flatMap(passage -> passage.statement().cues().denials().stream())
        .anyMatch(denial -> denial.kind() == Denial.Kind.LEXICAL && !denial.cancelled());
  }

  private static boolean isRefusal(Cues cues, Predicate predicate) {
    return cues.denials().stream()
        .anyMatch(denial ->
            denial.kind() == Denial.Kind.LEXICAL && denial.start() == predicate.word().start());
  }

  /** "Keeps her shares" and "refuses to sell her shares": it is the sale that is denied. */
  private static boolean isObject(Cues cues, Predicate predicate) {
    int word = cues.predicates().indexOf(predicate);
    return denialsOf(predicate, cues)
        .filter(denial -> denial.kind() == Denial.Kind.LEXICAL)
        .flatMap(denial -> denial.words().stream())
        .anyMatch(denied -> denied < word);
  }

  /** "River Electric" has no power to lose. */
  private static boolean isName(Predicate predicate) {
    return predicate.word().start() > 0
        && Character.isUpperCase(predicate.word().text().codePointAt(0));
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
        .filter(denial -> denial.words().stream()
            .map(word -> claim.statement().cues().predicates().get(word))
            .anyMatch(predicate -> isStated(claim, predicate)))
        .findFirst()
        .map(denial ->
            Finding.warning(
                    NAME, claim.path(), "The claim denies what the cited sentences state.")
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
                        >= SURE));
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
        .map(placed ->
            Finding.warning(
                    NAME, claim.path(), "The cited sentences deny something, the claim doesn't.")
                .with(null, placed.denial().text()))
        .findFirst();
  }

  /**
   * "Without a diploma" is denied only by what has a diploma, "did not resign" by a resignation.
   */
  private static boolean isOpenTo(DenialPairs.Placed placed, Cues other) {
    return placed.denial().words().stream()
        .map(word -> placed.cues().predicates().get(word))
        .filter(predicate -> !isName(predicate))
        .flatMap(predicate -> other.like(predicate.word(), true).stream())
        .anyMatch(like -> !like.denied() && !isRefusal(other, like));
  }

  @Override
  public List<Difference> compare(Claim french, Claim english) {
    return DenialsCompared.of(french, english);
  }
}
