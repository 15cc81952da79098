package news.breve.checking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.breve.brief.Finding;
import news.breve.brief.Finding.Severity;
import news.breve.reading.Cues;
import news.breve.reading.Denial;
import news.breve.reading.Pole;
import news.breve.reading.Word;

/** Which way things go in the evidence, they go in the brief: rise or fall, accept or reject. */
final class PolarityCheck implements Check {
  private static final String NAME = "polarity";
  private static final String MESSAGE = "The cited sentences have the opposite.";

  private static final String BOTH = "The two languages say the opposite of each other.";

  /** How alike they must be for two words that point the same way to be of one matter at all. */
  private static final double NEAR = 0.2;

  /** What the same word counts when opposites are sorted by what stands around them. */
  private static final double SAME = 10;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> check(Case all) {
    List<Finding> findings = new ArrayList<>();
    for (Item item : all.items()) {
      List<Finding> faults = new ArrayList<>();
      item.claims().stream()
          .filter(Claim::isJudgedByItsWords)
          .forEach(claim -> faults.addAll(faults(claim)));
      if (faults.isEmpty()) {
        item.claims()
            .forEach(claim -> MovementsCompared.in(claim, NAME, MESSAGE).ifPresent(faults::add));
      }
      findings.addAll(faults);
      if (faults.isEmpty()) {
        OppositeInBoth.in(item, NAME, MESSAGE).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static List<Finding> faults(Claim claim) {
    List<PlacedPole> mine = PlacedPole.in(claim.statement()).toList();
    List<PlacedPole> theirs =
        claim.evidence().stream().map(Passage::statement).flatMap(PlacedPole::in).toList();
    Map<PlacedPole, PlacedPole> paired = paired(mine, theirs);
    List<Finding> findings = new ArrayList<>();
    for (PlacedPole one : mine) {
      boolean told = paired.containsKey(one);
      theirs.stream()
          .filter(other -> one.opposes(other) && !isOtherParty(one, other))
          .filter(other -> one.likeness(other) >= PlacedPole.LIKELY && !one.undoes(other))
          .filter(other ->
              told
                  ? one.isBesideSameAmount(other) && !isTold(one, other, theirs)
                  : (one.isBeside(other) || one.isSameClause(other))
                      && !isTakenUp(one, other, mine))
          .max(Comparator.comparingDouble(one::likeness))
          .filter(other -> told || !isToldOtherwise(claim, one.pole()))
          .ifPresent(other -> {
            boolean sure =
                claim.ownLanguage()
                    && !told
                    && one.likeness(other) >= PlacedPole.SURE
                    && one.isBeside(other)
                    && mine.stream().noneMatch(free -> free.pole().agreesWith(other.pole()));
            findings.add(
                Finding.of(sure, NAME, claim.path(), MESSAGE)
                    .with(one.pole().text(), other.pole().text()));
          });
    }
    return findings;
  }

  /** Who wins and who loses: opposites of two people or bodies are none. */
  private static boolean isOtherParty(PlacedPole one, PlacedPole other) {
    return one.pole().isOtherPartyOf(other.pole()) && !one.isAfterSameName(other);
  }

  /** Returns if a word of the evidence says of the same amount what a claim says of it. */
  private static boolean isTold(PlacedPole one, PlacedPole opposite, List<PlacedPole> theirs) {
    return theirs.stream()
        .filter(other -> one.pole().agreesWith(other.pole()))
        .anyMatch(
            other -> one.isBesideSameAmount(other) || one.likeness(other) > one.likeness(opposite));
  }

  /**
   * Returns if another word of a claim says what a word of the evidence says, and says it of the
   * same no less surely than a word that says the opposite.
   */
  private static boolean isTakenUp(PlacedPole one, PlacedPole other, List<PlacedPole> mine) {
    double likeness = one.likeness(other);
    return mine.stream()
        .filter(free -> free.pole().agreesWith(other.pole()))
        .anyMatch(free -> free.likeness(other) >= likeness);
  }

  /** Returns which words of some point the same way as which of others, the likest first. */
  private static Map<PlacedPole, PlacedPole> paired(
      List<PlacedPole> some, List<PlacedPole> others) {
    record Pair(PlacedPole one, PlacedPole other, double likeness) {}
    List<Pair> pairs = new ArrayList<>();
    for (PlacedPole one : some) {
      for (PlacedPole other : others) {
        if (one.pole().agreesWith(other.pole())) {
          double likeness = one.likeness(other) + (one.isSameWord(other) ? SAME : 0);
          if (likeness >= NEAR) {
            pairs.add(new Pair(one, other, likeness));
          }
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::likeness).reversed());
    Map<PlacedPole, PlacedPole> paired = new HashMap<>();
    Set<PlacedPole> taken = new HashSet<>();
    for (Pair pair : pairs) {
      if (!paired.containsKey(pair.one()) && taken.add(pair.other())) {
        paired.put(pair.one(), pair.other());
      }
    }
    return paired;
  }

  /** Returns if the evidence has a word that may say the same as one with an opposite. */
  private static boolean isToldOtherwise(Claim claim, Pole pole) {
    if (pole.word() < 0) {
      return false;
    }
    Word word = claim.statement().words().get(pole.word());
    return claim.evidence().stream()
        .map(passage -> passage.statement().cues())
        .anyMatch(theirs ->
            theirs.like(word, claim.ownLanguage()).stream()
                .filter(like -> like.denied() == pole.denied())
                .anyMatch(like -> !isPole(like.word(), theirs)));
  }

  private static boolean isPole(Word word, Cues cues) {
    return cues.poles().stream()
        .anyMatch(pole -> pole.start() <= word.start() && word.end() <= pole.end());
  }

  @Override
  public List<Difference> compare(Claim french, Claim english) {
    Optional<Difference> moved = MovementsCompared.of(french, english, BOTH);
    if (moved.isPresent()) {
      return List.of(moved.get());
    }
    if (hasDenialAlone(french, english) || hasDenialAlone(english, french)) {
      return List.of();
    }
    List<PlacedPole> left = PlacedPole.in(french.statement()).toList();
    List<PlacedPole> right = PlacedPole.in(english.statement()).toList();
    Map<PlacedPole, PlacedPole> paired = paired(left, right);
    Set<PlacedPole> taken = new HashSet<>(paired.values());
    List<Difference> differences = new ArrayList<>();
    for (PlacedPole one : left) {
      for (PlacedPole other : right) {
        if (!paired.containsKey(one)
            && !taken.contains(other)
            && one.pole().opposes(other.pole())
            && !isRendered(french, one.pole(), english)
            && !isRendered(english, other.pole(), french)) {
          boolean same = one.isSameMatter(other);
          if (same || one.isSameClause(other)) {
            differences.add(
                new Difference(
                    same
                            && !one.pole().isConverseOf(other.pole())
                            && !one.pole().isOtherPartyOf(other.pole())
                        ? Severity.ERROR
                        : Severity.WARNING,
                    BOTH,
                    one.pole().text(),
                    other.pole().text()));
          }
        }
      }
    }
    return differences.isEmpty() ? differences : differences.subList(0, 1);
  }

  /** With a denial in one language alone, opposites agree: « ne reste pas », "leaves". */
  private static boolean hasDenialAlone(Claim claim, Claim twin) {
    return denies(claim) && !denies(twin);
  }

  private static boolean denies(Claim claim) {
    return claim.statement().cues().denials().stream()
        .anyMatch(denial -> denial.kind() == Denial.Kind.GRAMMATICAL);
  }

  /** Returns if the other language has a word that may say the same as a word with an opposite. */
  private static boolean isRendered(Claim claim, Pole pole, Claim twin) {
    return pole.word() >= 0
        && !twin.statement()
            .cues()
            .like(claim.statement().words().get(pole.word()), false)
            .isEmpty();
  }
}
