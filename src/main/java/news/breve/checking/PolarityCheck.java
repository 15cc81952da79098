package news.breve.checking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.breve.brief.Finding;
import news.breve.brief.Finding.Severity;
import news.breve.reading.Denial;
import news.breve.reading.Pole;
import news.breve.reading.Surroundings;
import news.breve.reading.Word;
import org.jspecify.annotations.Nullable;

/** Which way things go in the evidence, they go in the brief: rise or fall, accept or reject. */
final class PolarityCheck implements Check {
  private static final String NAME = "polarity";
  private static final String MESSAGE = "The cited sentences have the opposite.";

  /** How alike the surroundings of two opposites must be for them to be surely the same matter. */
  private static final double SURE = 1;

  private static final double LIKELY = 0.5;

  /** Which of the evidence's words has beside it what the claim has beside its own. */
  private static final class Nearness {
    private boolean opposite;
    private boolean agreeing;
    private boolean oppositeByValue;
    private boolean agreeingByValue;

    /** Returns if two words have the same beside them. */
    boolean add(Surroundings mine, Pole pole, Surroundings theirs, Pole other, boolean opposes) {
      boolean next = mine.isFollowedAlike(pole.end(), theirs, other.end());
      boolean value =
          !pole.isConverseOf(other)
              && mine.isBesideSameValue(
                  pole.start(), pole.end(), theirs, other.start(), other.end());
      opposite |= opposes && next;
      agreeing |= !opposes && next;
      oppositeByValue |= opposes && value;
      agreeingByValue |=
          !opposes
              && mine.mayBeBesideSameValue(
                  pole.start(), pole.end(), theirs, other.start(), other.end());
      return next || value;
    }

    boolean isOppositeByValue() {
      return oppositeByValue && !agreeingByValue;
    }

    boolean isOppositeByNext() {
      return opposite && !agreeing;
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> check(Case all) {
    List<Finding> findings = new ArrayList<>();
    all.claims()
        .filter(Claim::isJudgedByItsWords)
        .forEach(claim -> {
          for (Pole pole : claim.statement().cues().poles()) {
            fault(claim, pole).ifPresent(findings::add);
          }
        });
    return findings;
  }

  private static Optional<Finding> fault(Claim claim, Pole pole) {
    Surroundings mine = claim.statement().surroundings();
    double agreeing = -1;
    double opposing = -1;
    Nearness nearness = new Nearness();
    Pole opposite = null;
    for (Passage passage : claim.evidence()) {
      Surroundings theirs = passage.statement().surroundings();
      for (Pole other : passage.statement().cues().poles()) {
        boolean opposes = other.opposes(pole);
        if (!opposes && !other.agreesWith(pole)) {
          continue;
        }
        double likeness =
            mine.likeness(pole.start(), pole.end(), theirs, other.start(), other.end());
        boolean beside = nearness.add(mine, pole, theirs, other, opposes);
        if (opposes && pole.isConverseOf(other)) {
          // What stands before "after" may stand before "before" as well.
          beside = mine.isFollowedAlike(pole.end(), theirs, other.end());
        }
        if (!opposes) {
          agreeing = Math.max(agreeing, likeness);
        } else if (likeness > opposing
            && (!pole.isConverseOf(other)
                || beside
                || (mine.isLast(pole.end()) && likeness >= SURE))) {
          opposing = likeness;
          opposite = other;
        }
      }
      agreeing = Math.max(agreeing, ofLikeWords(claim, pole, passage));
    }
    boolean exchanged =
        opposite != null
            && opposing >= agreeing
            && (nearness.isOppositeByValue()
                || (nearness.isOppositeByNext() && !tellsBoth(claim, pole, opposite)));
    if (opposite == null || opposing < LIKELY || (agreeing >= 0 && !exchanged)) {
      return Optional.empty();
    }
    if (agreeing < 0 && !exchanged && hasBothEnds(claim, opposite)) {
      return Optional.empty();
    }
    boolean sure = claim.ownLanguage() && agreeing < 0 && opposing >= SURE;
    Finding finding = Finding.of(sure, NAME, claim.path(), MESSAGE);
    return Optional.of(finding.with(pole.text(), opposite.text()));
  }

  /** Evidence that has both ends of a scale may have either in mind, in other words. */
  private static boolean hasBothEnds(Claim claim, Pole opposite) {
    return claim.evidence().stream()
        .flatMap(passage -> passage.statement().cues().poles().stream())
        .anyMatch(opposite::opposes);
  }

  /** A claim that has the opposite too tells both, each in its place. */
  private static boolean tellsBoth(Claim claim, Pole pole, Pole opposite) {
    return claim.statement().cues().poles().stream()
        .anyMatch(
            other -> !other.equals(pole) && other.agreesWith(opposite) && other.opposes(pole));
  }

  /** Returns how alike the nearest word of a passage is that may say the same as the pole. */
  private static double ofLikeWords(Claim claim, Pole pole, Passage passage) {
    if (pole.word() < 0) {
      return -1;
    }
    Word word = claim.statement().words().get(pole.word());
    return passage.statement().cues().like(word, claim.ownLanguage()).stream()
        .filter(like -> like.denied() == pole.denied())
        .mapToDouble(like ->
            claim
                .statement()
                .surroundings()
                .likeness(
                    pole.start(),
                    pole.end(),
                    passage.statement().surroundings(),
                    like.word().start(),
                    like.word().end()))
        .max()
        .orElse(-1);
  }

  @Override
  public List<Difference> compare(Claim french, Claim english) {
    if (hasDenialAlone(french, english) || hasDenialAlone(english, french)) {
      return List.of();
    }
    List<Pole> left = new ArrayList<>(french.statement().cues().poles());
    List<Pole> right = new ArrayList<>(english.statement().cues().poles());
    Set<Pole> paired = new HashSet<>();
    for (Pole pole : left) {
      Pole partner = partner(pole, right, paired, french, english);
      if (partner != null) {
        paired.add(partner);
        paired.add(pole);
      }
    }
    left.removeAll(paired);
    right.removeAll(paired);
    List<Difference> differences = new ArrayList<>();
    for (Pole pole : left) {
      for (Pole other : right) {
        if (pole.opposes(other)
            && isSameMatter(pole, other, french, english)
            && !isRendered(french, pole, english)
            && !isRendered(english, other, french)
            && !isSupported(french, pole, english, other)
            && !isSupported(english, other, french, pole)) {
          differences.add(
              new Difference(
                  pole.isConverseOf(other) ? Severity.WARNING : Severity.ERROR,
                  "The two languages say the opposite of each other.",
                  pole.text(),
                  other.text()));
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

  private static @Nullable Pole partner(
      Pole pole, List<Pole> others, Set<Pole> paired, Claim french, Claim english) {
    Pole best = null;
    double most = -1;
    for (Pole other : others) {
      if (!paired.contains(other) && pole.agreesWith(other)) {
        double likeness = likeness(french, pole, english, other);
        if (likeness > most) {
          most = likeness;
          best = other;
        }
      }
    }
    return best;
  }

  private static double likeness(Claim claim, Pole pole, Claim twin, Pole other) {
    return claim
        .statement()
        .surroundings()
        .likeness(
            pole.start(), pole.end(), twin.statement().surroundings(), other.start(), other.end());
  }

  /**
   * Returns if the other language has a word that agrees, and stands no farther than the opposite.
   */
  private static boolean isSupported(Claim claim, Pole pole, Claim twin, Pole opposite) {
    double opposing = likeness(claim, pole, twin, opposite);
    return twin.statement().cues().poles().stream()
        .filter(pole::agreesWith)
        .anyMatch(other -> 2 * likeness(claim, pole, twin, other) + LIKELY > opposing);
  }

  /** The same must stand beside both: opposites alone may belong to different things. */
  private static boolean isSameMatter(Pole pole, Pole other, Claim french, Claim english) {
    Surroundings one = french.statement().surroundings();
    Surroundings two = english.statement().surroundings();
    boolean followed = one.isFollowedAlike(pole.end(), two, other.end());
    boolean value =
        one.isBesideSameValue(pole.start(), pole.end(), two, other.start(), other.end());
    boolean last = one.isLast(pole.end()) && two.isLast(other.end());
    return followed || value || (last && likeness(french, pole, english, other) >= SURE);
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
