package news.breve.checking;

import java.util.List;
import java.util.Optional;
import news.breve.brief.Finding;
import news.breve.brief.Finding.Severity;
import news.breve.reading.Movements.Movement;

/** An amount moves the same way in the evidence, in French and in English. */
final class MovementsCompared {
  private static final String ITSELF =
      "The words say up where the figures go down, or the reverse.";

  private MovementsCompared() {}

  /** Returns the amount of a claim that moves the other way in its evidence, or in itself. */
  static Optional<Finding> in(Claim claim, String check, String message) {
    List<Movement> mine = claim.statement().movements();
    if (mine.isEmpty()) {
      return Optional.empty();
    }
    List<Movement> theirs =
        claim.evidence().stream()
            .flatMap(passage -> passage.statement().movements().stream())
            .toList();
    for (Movement one : mine) {
      // What the other language reverses is told between the two.
      Optional<Movement> other =
          claim.isJudgedByItsWords() ? reverse(one, theirs) : Optional.empty();
      if (other.isPresent()) {
        return Optional.of(
            Finding.error(check, claim.path(), message).with(one.text(), other.get().text()));
      }
      if (one.contradictsItself()) {
        return Optional.of(Finding.warning(check, claim.path(), ITSELF).with(one.text(), null));
      }
    }
    return Optional.empty();
  }

  /** Returns the amount that moves one way in French and the other in English. */
  static Optional<Difference> of(Claim french, Claim english, String message) {
    List<Movement> theirs = english.statement().movements();
    return theirs.isEmpty()
        ? Optional.empty()
        : french.statement().movements().stream()
            .flatMap(one ->
                reverse(one, theirs).stream()
                    .map(
                        other -> new Difference(Severity.ERROR, message, one.text(), other.text())))
            .findFirst();
  }

  private static Optional<Movement> reverse(Movement one, List<Movement> others) {
    return others.stream().anyMatch(one::agreesWith)
        ? Optional.empty()
        : others.stream().filter(one::reverses).findFirst();
  }
}
