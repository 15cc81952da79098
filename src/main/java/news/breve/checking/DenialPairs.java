package news.breve.checking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntBiFunction;
import news.breve.reading.Cues;
import news.breve.reading.Denial;
import news.breve.reading.Predicate;

/** Pairs what one text denies with what another denies, whatever the words. */
final class DenialPairs {
  /** The least that pairs two denials: there is one on either side. */
  private static final int SOME = 1;

  private static final int STRONG = 2;
  private static final int SAME_SENSE = 4;
  private static final int SAME_ACT = 8;

  private DenialPairs() {}

  /** Returns the denials of a text that no denial of another can stand for, the surest first. */
  static List<Denial> unpaired(List<Denial> denials, Cues one, Cues other, boolean sameLanguage) {
    List<Denial> left = new ArrayList<>(denials.stream().filter(d -> !d.cancelled()).toList());
    List<Denial> right =
        new ArrayList<>(other.denials().stream().filter(d -> !d.cancelled()).toList());
    ToIntBiFunction<Denial, Denial> closeness =
        (mine, theirs) -> closeness(mine, theirs, one, other, sameLanguage);
    for (int least : new int[] {SAME_ACT, SAME_SENSE, STRONG, SOME}) {
      for (Denial denial : List.copyOf(left)) {
        if (least == SOME && !denial.isStrong()) {
          continue;
        }
        right.stream()
            .filter(candidate -> closeness.applyAsInt(denial, candidate) >= least)
            .max(Comparator.comparingInt(c -> closeness.applyAsInt(denial, c)))
            .ifPresent(partner -> {
              right.remove(partner);
              left.remove(denial);
            });
      }
    }
    return left;
  }

  private static int closeness(
      Denial mine, Denial theirs, Cues one, Cues other, boolean sameLanguage) {
    int closeness = SOME;
    closeness += mine.isStrong() && theirs.isStrong() ? STRONG : 0;
    closeness += mine.sense() == theirs.sense() && mine.sense() != -1 ? SAME_SENSE : 0;
    for (int word : mine.words()) {
      Set<Predicate> like = other.like(one.predicates().get(word).word(), sameLanguage);
      if (theirs.words().stream().anyMatch(w -> like.contains(other.predicates().get(w)))) {
        return closeness + SAME_ACT;
      }
    }
    return closeness;
  }
}
