package news.breve.checking;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.breve.brief.Finding;
import news.breve.reading.Certainty;
import news.breve.reading.Cues;
import news.breve.reading.Denial;
import news.breve.reading.Predicate;
import news.breve.reading.WordTable;

/** Acts and things that a claim states and its evidence denies: "signed", "has not signed". */
final class DenialsStated {
  /** How alike the surroundings of two acts must be for them to be surely the same. */
  static final double SURE = 0.3;

  private static final double SURE_OF_THING = 1;

  /** Words before what would be otherwise. */
  private static final Set<String> WITHOUT = Set.of("sans", "without", "Sans", "Without");

  private DenialsStated() {}

  /** Returns what a claim states and its evidence denies. */
  static Optional<Finding> in(Claim claim) {
    if (claim.evidence().stream().noneMatch(passage -> passage.statement().cues().denies())) {
      return Optional.empty();
    }
    WordTable light = WordTable.lightWords(claim.language());
    return claim.statement().cues().predicates().stream()
        .filter(predicate -> !predicate.denied() && !light.has(predicate.word()))
        .flatMap(predicate -> fault(claim, predicate).stream())
        .findFirst();
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
        } else if (likeness > differing
            && !isName(match)
            && !isSupposed(candidate.statement().cues(), match)) {
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
            || (isRefusal(mine, predicate) && !isSameWord(predicate, other) && refuses(claim));
    boolean mentioned = !told && (isMentioned(mine, predicate) || isObject(theirs, other));
    if (excused || mentioned || differing < (act && told ? SURE : SURE_OF_THING)) {
      return Optional.empty();
    }
    Finding finding =
        Finding.of(
            claim.ownLanguage() && told,
            NegationCheck.NAME,
            claim.path(),
            "The claim states what the cited sentences deny.");
    return Optional.of(finding.with(predicate.word().text(), other.word().text()));
  }

  /** "Without the cuts, it would close" doesn't deny that there are any. */
  private static boolean isSupposed(Cues cues, Predicate thing) {
    return thing.tense() == Predicate.Tense.NONE
        && denialsOf(thing, cues).allMatch(denial -> WITHOUT.contains(denial.text()))
        && cues.predicates().stream()
            .filter(predicate -> Math.abs(predicate.clause() - thing.clause()) <= 1)
            .anyMatch(predicate ->
                predicate.certainty().compareTo(Certainty.COMING) >= 0
                    && predicate.certainty() != Certainty.ALLEGED);
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

  /** "Keeps her shares" and "refuses to sell her shares": it is the sale that is denied. */
  private static boolean isObject(Cues cues, Predicate predicate) {
    int word = cues.predicates().indexOf(predicate);
    return denialsOf(predicate, cues)
        .filter(denial -> denial.kind() == Denial.Kind.LEXICAL)
        .flatMap(denial -> denial.words().stream())
        .anyMatch(denied -> denied < word);
  }

  /** Returns if a word is itself one of refusing or denying. */
  static boolean isRefusal(Cues cues, Predicate predicate) {
    return cues.denials().stream()
        .anyMatch(denial ->
            denial.kind() == Denial.Kind.LEXICAL && denial.start() == predicate.word().start());
  }

  private static boolean isSameWord(Predicate one, Predicate other) {
    return one.word().stem().equals(other.word().stem());
  }

  /** "River Electric" has no power to lose. */
  static boolean isName(Predicate predicate) {
    return predicate.word().start() > 0
        && Character.isUpperCase(predicate.word().text().codePointAt(0));
  }
}
