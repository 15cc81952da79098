package news.breve.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.breve.article.Language;
import news.breve.brief.Finding;
import news.breve.brief.Finding.Severity;
import news.breve.reading.AttributionRelation;
import news.breve.reading.Certainty;
import news.breve.reading.Cues;
import news.breve.reading.Hedge;
import news.breve.reading.Predicate;
import news.breve.reading.Statement;

/**
 * What the evidence only plans, expects, holds possible or alleges, the brief doesn't state as a
 * fact. In a headline a missing hedge is for a person to judge.
 */
final class CertaintyCheck implements Check {
  private static final String NAME = "certainty";

  /** How alike the surroundings of two acts must be for them to be the same. */
  private static final double SURE = 0.3;

  /** What is taken off where the acts are not told in like words. */
  private static final double OTHER_WORD = 0.7;

  /** How much of a clause a claim must have to tell it. */
  private static final double TOLD = 0.4;

  /** Letters that two forms of a word share. */
  private static final int ROOT = 6;

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
    for (Predicate predicate : claim.statement().cues().predicates()) {
      Optional<Finding> fault = fault(claim, predicate);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return dropped(claim).or(() -> assured(claim));
  }

  /** A clause that leaves open what it says, told by a clause of the claim that leaves it not. */
  private static Optional<Finding> dropped(Claim claim) {
    if (!claim.ownLanguage() || claim.isBare()) {
      return Optional.empty();
    }
    List<Statement> evidence = claim.evidence().stream().map(Passage::statement).toList();
    for (Statement passage : evidence) {
      for (Hedge hedge : passage.cues().hedges()) {
        if (isLost(hedge, passage, evidence, claim)) {
          return Optional.of(
              Finding.warning(
                      NAME, claim.path(), "The claim may be surer than the cited sentences.")
                  .with(null, hedge.text()));
        }
      }
    }
    return Optional.empty();
  }

  /** Returns if a claim tells what a hedge leaves open, and leaves it not. */
  private static boolean isLost(
      Hedge hedge, Statement statement, List<Statement> among, Claim claim) {
    boolean bears = hedge.kind() == Hedge.Kind.GRAMMATICAL || hedge.kind() == Hedge.Kind.LEXICAL;
    if (!bears || hedge.certainty().compareTo(Certainty.INTENDED) < 0) {
      return false;
    }
    Statement other = claim.statement();
    Clause clause = new Clause(statement, hedge.clause(), 0, hedge.end());
    int there = clause.toldIn(other);
    if (there < 0
        || clause.told(other) < TOLD
        || !clause.isClosest(other, among)
        || isDenied(other.cues(), there)) {
      return false;
    }
    Acts acts = new Acts(hedge, statement, other, there, claim.item().isFact());
    boolean open = leavesOpen(hedge, statement.cues(), other.cues(), there);
    return switch (hedge.certainty()) {
      case POSSIBLE ->
          !open
              && !isSourced(claim, there, hedge, statement)
              && (hedge.kind() == Hedge.Kind.GRAMMATICAL ? acts.areTold() : acts.areDone());
      case ALLEGED ->
          hedge.kind() == Hedge.Kind.GRAMMATICAL
              && !open
              && acts.areTold()
              && !isAttributed(claim, there);
      default -> acts.areDone() && !acts.areDoneElsewhere();
    };
  }

  /** "He may have gone: his agent swore to it" is told by "his agent swore that he had gone". */
  private static boolean isSourced(Claim claim, int there, Hedge hedge, Statement statement) {
    Statement mine = claim.statement();
    return mine.cues().predicates().stream()
            .filter(predicate -> predicate.clause() == there)
            .anyMatch(predicate ->
                mine.attributions().stream()
                    .anyMatch(relation ->
                        relation.isClaim()
                            && relation.followsVerb()
                            && !mine.isDenial(relation)
                            && relation.covers(predicate.word().start())))
        && statement.attributions().stream()
            .noneMatch(relation -> relation.isClaim() && relation.covers(hedge.start()));
  }

  private static boolean isDenied(Cues cues, int clause) {
    return cues.denials().stream()
        .anyMatch(denial -> denial.clause() == clause && denial.isStrong());
  }

  /**
   * Returns if words in a clause or beside it leave something open as well as a hedge does; those
   * don't that stand for words beside the hedge: "might sue if it passes", "vows to sue if it
   * passes".
   */
  private static boolean leavesOpen(Hedge hedge, Cues mine, Cues theirs, int clause) {
    long loose =
        mine.hedges().stream()
            .filter(one -> one.kind() == Hedge.Kind.LOOSE && one.certainty().isOpen())
            .filter(one -> Math.abs(one.clause() - hedge.clause()) <= 1)
            .count();
    long found = 0;
    for (Hedge one : theirs.hedges()) {
      boolean as =
          one.certainty().isOpen()
              || (hedge.certainty() == Certainty.ALLEGED && one.certainty() == Certainty.INTENDED);
      if (as && haveOneRoot(one.text(), hedge.text())) {
        return true;
      }
      if (!as || one.kind() == Hedge.Kind.ATTRIBUTION || one.kind() == Hedge.Kind.REQUEST) {
        continue;
      }
      int distance = Math.abs(one.clause() - clause);
      if (one.kind() == Hedge.Kind.GRAMMATICAL ? distance <= 2 : distance <= 1) {
        if (one.kind() != Hedge.Kind.LOOSE) {
          return true;
        }
        found++;
      }
    }
    return found > loose;
  }

  /** « Probable », « probablement »: one word in two forms leaves open the same. */
  private static boolean haveOneRoot(String one, String other) {
    return one.length() >= ROOT && other.regionMatches(true, 0, one, 0, ROOT);
  }

  /** Words of certainty for what the cited sentences leave open or give to somebody. */
  private static Optional<Finding> assured(Claim claim) {
    List<Statement> evidence = claim.evidence().stream().map(Passage::statement).toList();
    boolean assured =
        evidence.stream().anyMatch(passage -> assurances(passage).findAny().isPresent());
    return !claim.ownLanguage() || assured
        ? Optional.empty()
        : assurances(claim.statement())
            .filter(assurance ->
                evidence.stream()
                    .anyMatch(passage -> isOpen(assurance, claim.statement(), passage)))
            .findFirst()
            .map(assurance ->
                Finding.warning(
                        NAME, claim.path(), "The claim may be surer than the cited sentences.")
                    .with(assurance.text(), null));
  }

  private static Stream<Hedge> assurances(Statement statement) {
    return statement.cues().hedges().stream()
        .filter(hedge -> hedge.kind() == Hedge.Kind.ASSURANCE && !isYetToAssure(hedge, statement))
        .filter(hedge -> !isDenied(statement.cues(), hedge.clause()));
  }

  /** "Has until May to prove it", « sommé de le prouver » : what is yet to be shown is not sure. */
  private static boolean isYetToAssure(Hedge hedge, Statement statement) {
    return statement.language() == Language.FRENCH
        ? hedge.text().endsWith("er")
        : statement.text().startsWith("to ", Math.max(0, hedge.start() - "to ".length()));
  }

  /** Returns if the clause that tells what is called sure is left open or given to somebody. */
  private static boolean isOpen(Hedge assurance, Statement statement, Statement other) {
    Clause clause = new Clause(statement, assurance.clause(), assurance.start(), assurance.end());
    int there = clause.toldIn(other);
    return there >= 0
        && clause.told(other) >= TOLD
        && other.cues().hedges().stream()
            .anyMatch(hedge ->
                hedge.clause() == there && hedge.certainty().compareTo(Certainty.INTENDED) >= 0);
  }

  private static boolean leavesOpen(Cues cues) {
    return cues.hedges().stream()
        .anyMatch(hedge ->
            hedge.certainty().compareTo(Certainty.INTENDED) >= 0
                && hedge.kind() != Hedge.Kind.ATTRIBUTION);
  }

  private static boolean isAttributed(Claim claim, int clause) {
    return isGiven(claim.statement())
        || claim.item().source().isPresent()
        || claim.statement().cues().hedges().stream()
            .anyMatch(hedge -> hedge.kind() == Hedge.Kind.ATTRIBUTION && hedge.clause() == clause);
  }

  /** Returns if somebody says it; "which it denies" only shows who doesn't. */
  private static boolean isGiven(Statement statement) {
    List<AttributionRelation> claims =
        statement.attributions().stream().filter(AttributionRelation::isClaim).toList();
    return statement.attribution().attributed()
        && (claims.isEmpty() || !claims.stream().allMatch(statement::isDenial));
  }

  /** Returns if somebody says what stands at a place: a semicolon parts it from other sayings. */
  private static boolean isAttributedAt(Claim claim, int offset) {
    return isAttributedAt(claim, offset, hedge -> true);
  }

  private static boolean isAttributedAt(
      Claim claim, int offset, java.util.function.Predicate<Hedge> counts) {
    Statement statement = claim.statement();
    return claim.item().source().isPresent()
        || statement.clauses().stream()
            .filter(clause -> clause.covers(offset))
            .anyMatch(clause ->
                statement.cues().hedges().stream()
                        .anyMatch(hedge ->
                            hedge.kind() == Hedge.Kind.ATTRIBUTION
                                && counts.test(hedge)
                                && clause.covers(hedge.start()))
                    || statement.attributions().stream()
                        .filter(AttributionRelation::isClaim)
                        .anyMatch(relation -> clause.covers(relation.cue().start())));
  }

  private static boolean isAnywhereAttributed(Claim claim) {
    return claim.statement().attribution().attributed()
        || claim.item().source().isPresent()
        || claim.statement().cues().hedges().stream()
            .anyMatch(hedge -> hedge.kind() == Hedge.Kind.ATTRIBUTION);
  }

  private static Optional<Finding> fault(Claim claim, Predicate predicate) {
    if (predicate.tense() == Predicate.Tense.NONE && predicate.certainty() == Certainty.STATED) {
      return Optional.empty();
    }
    double stated = -1;
    double hedged = -1;
    Predicate other = null;
    for (Passage passage : claim.evidence()) {
      Cues theirs = passage.statement().cues();
      Set<Predicate> like = theirs.like(claim.statement().cues(), predicate, claim.ownLanguage());
      for (Predicate match : theirs.predicates()) {
        boolean isLike = like.contains(match);
        boolean comparable =
            isLike
                || (like.isEmpty()
                    && (match.certainty().isOpen() || isTold(match, theirs))
                    && isBesideSameValue(claim, predicate, passage, match));
        if (!comparable || match.denied() != predicate.denied()) {
          continue;
        }
        double likeness =
            claim
                    .statement()
                    .surroundings()
                    .likeness(predicate.word(), passage.statement().surroundings(), match.word())
                - (isLike || isTold(match, theirs) ? 0 : OTHER_WORD);
        if (isTooSure(claim, predicate, match, theirs)) {
          if (likeness > hedged) {
            hedged = likeness;
            other = match;
          }
        } else if (match.tense() != Predicate.Tense.NONE || match.certainty() != Certainty.STATED) {
          stated = Math.max(stated, likeness);
        }
      }
    }
    if (other == null || hedged < SURE || (stated >= 0 && hedged < 2 * stated + SURE)) {
      return Optional.empty();
    }
    String message =
        predicate.certainty() == Certainty.STATED
            ? "The claim states as a fact what the cited sentences don't."
            : "The claim is surer than the cited sentences.";
    // "She was moved" beside "had asked to be transferred": another word may tell another act.
    boolean sameWord =
        predicate.word().stem().equals(other.word().stem())
            || haveOneRoot(predicate.word().text(), other.word().text());
    boolean sure =
        claim.ownLanguage()
            && !claim.item().isHeadline()
            && (sameWord || other.certainty() != Certainty.INTENDED);
    Finding finding = Finding.of(sure, NAME, claim.path(), message);
    return Optional.of(finding.with(predicate.word().text(), other.word().text()));
  }

  /** "It came ashore at five" tells in other words what another sentence forecasts. */
  private static boolean isTold(Predicate predicate, Cues cues) {
    return predicate.certainty() == Certainty.STATED && !leavesOpen(cues);
  }

  private static boolean isBesideSameValue(
      Claim claim, Predicate predicate, Passage passage, Predicate match) {
    return predicate.tense() == Predicate.Tense.PAST
        && match.tense() == Predicate.Tense.PAST
        && claim
            .statement()
            .surroundings()
            .isBesideSameValue(
                predicate.word().start(),
                predicate.word().end(),
                passage.statement().surroundings(),
                match.word().start(),
                match.word().end());
  }

  private static boolean isTooSure(
      Claim claim, Predicate predicate, Predicate evidence, Cues theirs) {
    Certainty claimed = predicate.certainty();
    boolean hedged = isHedged(claim.statement().cues(), predicate, theirs, evidence);
    return switch (evidence.certainty()) {
      case STATED -> false;
      case COMING ->
          claimed == Certainty.STATED
              && predicate.tense() == Predicate.Tense.PAST
              && !hedged
              && !claim.item().isFact();
      // Who would not promise has promised nothing.
      case INTENDED -> claimed == Certainty.STATED && !hedged && !evidence.denied();
      case POSSIBLE -> claimed.compareTo(Certainty.INTENDED) < 0 && !hedged;
      case ALLEGED ->
          claimed.compareTo(Certainty.INTENDED) < 0
              && !hedged
              && !isAttributedAt(
                  claim, predicate.word().start(), hedge -> !isInBoth(hedge, theirs, evidence));
    };
  }

  /**
   * Returns if words of a clause leave something open, whatever it is; not those that the evidence
   * has as well beside what leaves the verb open: "allegedly killed two men in the hope of a
   * ransom". Beside "will", only such words do as bear on the verb themselves.
   */
  private static boolean isHedged(Cues cues, Predicate predicate, Cues theirs, Predicate evidence) {
    boolean coming = predicate.certainty() == Certainty.COMING;
    return cues.hedges().stream()
        .anyMatch(hedge ->
            hedge.certainty().compareTo(Certainty.INTENDED) >= 0
                && hedge.clause() == predicate.clause()
                && hedge.kind() != Hedge.Kind.ATTRIBUTION
                && !(isBeside(hedge, predicate) && isInBoth(hedge, theirs, evidence))
                && (!coming || hedge.kind() == Hedge.Kind.GRAMMATICAL));
  }

  /** Returns if it bears on no verb, as a hope, a threat or a request does, and is not this one. */
  private static boolean isBeside(Hedge hedge, Predicate predicate) {
    boolean loose = hedge.kind() == Hedge.Kind.LOOSE || hedge.kind() == Hedge.Kind.REQUEST;
    return loose && hedge.start() != predicate.word().start();
  }

  private static boolean isInBoth(Hedge hedge, Cues theirs, Predicate evidence) {
    return theirs.hedges().stream().anyMatch(other -> isSame(hedge, other))
        && theirs.hedges().stream()
            .filter(other -> !isSame(hedge, other))
            .filter(other ->
                other.kind() == Hedge.Kind.GRAMMATICAL || other.kind() == Hedge.Kind.LEXICAL)
            .anyMatch(other ->
                other.clause() == evidence.clause() && other.certainty() == evidence.certainty());
  }

  private static boolean isSame(Hedge one, Hedge other) {
    return one.text().equalsIgnoreCase(other.text());
  }

  @Override
  public List<Difference> compare(Claim french, Claim english) {
    List<Difference> differences = new ArrayList<>();
    lost(french, english)
        .ifPresent(lost ->
            differences.add(
                new Difference(
                    lost.severity(), "The English is surer than the French.", lost.text(), null)));
    lost(english, french)
        .ifPresent(lost ->
            differences.add(
                new Difference(
                    lost.severity(), "The French is surer than the English.", null, lost.text())));
    return differences;
  }

  /** Words by which one language leaves something open, and how surely the other doesn't. */
  private record Lost(String text, Severity severity) {}

  /** Returns the words by which one leaves something open that the other does not leave open. */
  private static Optional<Lost> lost(Claim one, Claim other) {
    Cues mine = one.statement().cues();
    Cues theirs = other.statement().cues();
    Severity severity = one.item().isHeadline() ? Severity.WARNING : Severity.ERROR;
    List<Statement> among = List.of(one.statement());
    Optional<String> stated =
        leavesOpen(theirs)
            ? Optional.empty()
            : mine.hedges().stream()
                .filter(hedge -> hedge.kind() == Hedge.Kind.GRAMMATICAL)
                .filter(hedge ->
                    hedge.certainty() == Certainty.POSSIBLE
                        || (hedge.certainty() == Certainty.ALLEGED && !isAnywhereAttributed(other)))
                .filter(hedge -> isStated(hedge, mine, theirs))
                .map(Hedge::text)
                .findFirst()
                .or(() -> done(one, other));
    return stated
        .map(text -> new Lost(text, severity))
        .or(() ->
            mine.hedges().stream()
                .filter(hedge -> isLost(hedge, one.statement(), among, other))
                .map(hedge -> new Lost(hedge.text(), Severity.WARNING))
                .findFirst());
  }

  /** Returns if what a hedge leaves open is a fact in the other language. */
  private static boolean isStated(Hedge hedge, Cues mine, Cues theirs) {
    return mine.predicates().stream()
        .filter(predicate ->
            predicate.clause() == hedge.clause() && predicate.certainty() == hedge.certainty())
        .anyMatch(predicate -> isFact(predicate, theirs, false));
  }

  private static boolean isFact(Predicate predicate, Cues theirs, boolean past) {
    Set<Predicate> like = theirs.like(predicate.word(), false);
    return like.size() == 1
        && like.stream()
            .allMatch(fact ->
                fact.certainty() == Certainty.STATED
                    && fact.denied() == predicate.denied()
                    && (past
                        ? fact.tense() == Predicate.Tense.PAST
                        : fact.tense() != Predicate.Tense.NONE));
  }

  /** Returns what one expects and the other says was done. */
  private static Optional<String> done(Claim one, Claim other) {
    Cues theirs = other.statement().cues();
    return one.statement().cues().predicates().stream()
        .filter(predicate -> predicate.certainty().compareTo(Certainty.COMING) >= 0)
        .filter(predicate -> isFact(predicate, theirs, true))
        .filter(predicate ->
            theirs.like(predicate.word(), false).stream()
                .noneMatch(like ->
                    like.isImperfect()
                        || (predicate.certainty() == Certainty.ALLEGED
                            && isAttributedAt(other, like.word().start()))))
        .map(predicate -> predicate.word().text())
        .findFirst();
  }
}
