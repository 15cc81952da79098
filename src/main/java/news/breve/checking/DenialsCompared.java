package news.breve.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.breve.brief.Finding.Severity;
import news.breve.reading.Cues;
import news.breve.reading.Denial;
import news.breve.reading.Predicate;
import news.breve.reading.Statement;

/** What French and English of an item deny, against each other. */
final class DenialsCompared {
  /** How much the other language must tell where it has nothing like the words denied. */
  private static final double HALF = 0.5;

  /** How much, where it is denied by a word that denies by its meaning. */
  private static final double MORE_THAN_HALF = 0.6;

  private DenialsCompared() {}

  /** Returns what one language denies and the other doesn't. */
  static List<Difference> of(Claim french, Claim english) {
    List<Difference> differences = new ArrayList<>();
    Statement one = french.statement();
    Statement two = english.statement();
    if (isQuestion(french) || isQuestion(english)) {
      return differences;
    }
    lost(one, two)
        .ifPresent(lost ->
            differences.add(
                new Difference(
                    lost.severity(),
                    "The French denies what the English states.",
                    lost.text(),
                    null)));
    lost(two, one)
        .ifPresent(lost ->
            differences.add(
                new Difference(
                    lost.severity(),
                    "The English denies what the French states.",
                    null,
                    lost.text())));
    if (differences.isEmpty()) {
      contradiction(one, two).ifPresent(differences::add);
    }
    return differences;
  }

  /** A question asks the same with a negation and without. */
  private static boolean isQuestion(Claim claim) {
    return claim.text().contains("?");
  }

  /** Words by which one language denies something, and how surely the other doesn't. */
  private record Lost(String text, Severity severity) {}

  /** Returns the words by which one denies something that nothing in the other denies. */
  private static Optional<Lost> lost(Statement one, Statement other) {
    if (one.cues().deniesOpposite(other.cues())) {
      return Optional.empty();
    }
    boolean silent = other.cues().denials().isEmpty();
    DenialPairs.Left left =
        DenialPairs.unpaired(
            DenialPairs.Placed.in(one).toList(), DenialPairs.Placed.in(other).toList(), false);
    return left.lost().stream()
        .filter(placed -> states(placed, other.cues()))
        .filter(placed -> silent || placed.denial().kind() == Denial.Kind.GRAMMATICAL)
        .map(placed ->
            new Lost(
                placed.denial().text(),
                silent && placed.denial().kind() == Denial.Kind.GRAMMATICAL
                    ? Severity.ERROR
                    : Severity.WARNING))
        .findFirst()
        .or(() -> taken(one.cues(), other.cues()))
        .or(() ->
            left.lost().stream()
                .filter(placed ->
                    placed.clause().told(other)
                        >= (placed.denial().kind() == Denial.Kind.GRAMMATICAL
                            ? HALF
                            : MORE_THAN_HALF))
                .filter(placed -> !left.hints(placed, other))
                .filter(placed -> placed.clause().isClosest(other, List.of(one)))
                .map(placed -> new Lost(placed.denial().text(), Severity.WARNING))
                .findFirst());
  }

  /** Returns if another statement has what is denied in one way only, and doesn't deny it. */
  private static boolean states(DenialPairs.Placed placed, Cues other) {
    for (int word : placed.denial().words()) {
      Set<Predicate> like = other.like(placed.cues().predicates().get(word).word(), false);
      boolean act =
          placed.denial().kind() != Denial.Kind.LEXICAL
              || like.stream().allMatch(one -> one.tense() != Predicate.Tense.NONE);
      if (act
          && like.size() == 1
          && like.stream().noneMatch(one -> one.denied() || hasDenial(other, one.clause()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasDenial(Cues cues, int clause) {
    return cues.denials().stream().anyMatch(denial -> denial.clause() == clause);
  }

  /** Returns words that one denies and the other states: « n'exclut pas », "rules out". */
  private static Optional<Lost> taken(Cues one, Cues other) {
    return one.denials().stream()
        .filter(denial ->
            denial.standing() == Denial.Standing.DENIED && denial.kind() == Denial.Kind.LEXICAL)
        .filter(denial ->
            other.denials().stream().noneMatch(Denial::cancelled)
                && other.denials().stream().anyMatch(d -> d.sense() == denial.sense()))
        .map(denial -> new Lost(denial.text(), Severity.ERROR))
        .findFirst();
  }

  /**
   * Returns an act that one language denies and the other states in a clause that denies nothing.
   */
  private static Optional<Difference> contradiction(Statement one, Statement two) {
    if (DenialPairs.Placed.in(one).count() == DenialPairs.Placed.in(two).count()
        || hintsAtDenial(one.cues())
        || hintsAtDenial(two.cues())) {
      return Optional.empty();
    }
    for (Predicate predicate : one.cues().predicates()) {
      if (predicate.tense() == Predicate.Tense.NONE) {
        continue;
      }
      Set<Predicate> like = two.cues().like(predicate.word(), false);
      Predicate opposite = like.size() == 1 ? like.iterator().next() : null;
      if (opposite != null && contradicts(predicate, opposite, one, two)) {
        return Optional.of(
            new Difference(
                Severity.WARNING,
                "One language denies what the other states.",
                predicate.word().text(),
                opposite.word().text()));
      }
    }
    return Optional.empty();
  }

  private static boolean contradicts(
      Predicate predicate, Predicate opposite, Statement one, Statement two) {
    return predicate.denied() != opposite.denied()
        && opposite.tense() != Predicate.Tense.NONE
        && !(predicate.denied() ? denies(two, opposite.clause()) : denies(one, predicate.clause()));
  }

  private static boolean denies(Statement statement, int clause) {
    return DenialPairs.Placed.in(statement).anyMatch(placed -> placed.denial().clause() == clause);
  }

  private static boolean hintsAtDenial(Cues cues) {
    return cues.denials().stream().anyMatch(denial -> denial.kind() == Denial.Kind.IMPLICIT);
  }
}
