package news.breve.checking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import news.breve.reading.Cues;
import news.breve.reading.Denial;
import news.breve.reading.Predicate;

/** Pairs what one text denies with what another denies, whatever the words. */
final class DenialPairs {
  /** A denial, and the statement it stands in. */
  record Placed(Denial denial, Cues cues) {
    static Stream<Placed> in(Cues cues) {
      return cues.denials().stream()
          .filter(denial -> denial.kind() != Denial.Kind.IMPLICIT)
          .filter(denial -> !denial.cancelled() || denial.kind() != Denial.Kind.LEXICAL)
          .map(denial -> new Placed(denial, cues));
    }
  }

  /** The least that pairs two denials: there is one on either side. */
  private static final int SOME = 1;

  private static final int STRONG = 2;
  private static final int SAME_SENSE = 4;
  private static final int SAME_ACT = 8;

  private DenialPairs() {}

  /**
   * Returns the strong denials that no denial of the others can stand for.
   *
   * @param sameLanguage whether both are in one language
   */
  static List<Placed> unpaired(List<Placed> some, List<Placed> others, boolean sameLanguage) {
    List<Placed> left = new ArrayList<>(some);
    List<Placed> right = new ArrayList<>(others);
    for (int least : new int[] {SAME_ACT, SAME_SENSE, STRONG, SOME}) {
      for (Placed one : List.copyOf(left)) {
        if (least == SOME && !one.denial().isStrong()) {
          continue;
        }
        right.stream()
            .filter(other -> closeness(one, other, sameLanguage) >= least)
            .max(Comparator.comparingInt(other -> closeness(one, other, sameLanguage)))
            .ifPresent(partner -> {
              right.remove(partner);
              left.remove(one);
            });
      }
    }
    return left.stream().filter(one -> one.denial().isStrong()).toList();
  }

  private static int closeness(Placed one, Placed other, boolean sameLanguage) {
    Denial mine = one.denial();
    Denial theirs = other.denial();
    int closeness = SOME;
    closeness += mine.isStrong() && theirs.isStrong() ? STRONG : 0;
    closeness += mine.sense() == theirs.sense() && mine.sense() != -1 ? SAME_SENSE : 0;
    for (int word : mine.words()) {
      Set<Predicate> like =
          other.cues().like(one.cues().predicates().get(word).word(), sameLanguage);
      if (theirs.words().stream().anyMatch(w -> like.contains(other.cues().predicates().get(w)))) {
        return closeness + SAME_ACT;
      }
    }
    return closeness;
  }
}
