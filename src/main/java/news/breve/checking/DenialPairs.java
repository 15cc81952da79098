package news.breve.checking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import news.breve.reading.Cues;
import news.breve.reading.Denial;
import news.breve.reading.Predicate;
import news.breve.reading.Statement;

/** Pairs what one text denies with what another denies, whatever the words. */
final class DenialPairs {
  /** A denial, and the statement it stands in. */
  record Placed(Denial denial, Statement statement) {
    static Stream<Placed> in(Statement statement) {
      return statement.cues().denials().stream()
          .filter(denial -> denial.kind() != Denial.Kind.IMPLICIT)
          .filter(denial -> !denial.cancelled() || denial.kind() != Denial.Kind.LEXICAL)
          .map(denial -> new Placed(denial, statement));
    }

    Cues cues() {
      return statement.cues();
    }

    /** Returns the clause it denies, without its own words. */
    Clause clause() {
      return new Clause(statement, denial.clause(), denial.start(), denial.end());
    }
  }

  private record Pair(Placed one, Placed other, int closeness) {}

  /** Two denials may always stand for each other: there is one on either side. */
  private static final int SOME = 1;

  private static final int SAME_CLAUSE = 1;
  private static final int STRONG = 2;
  private static final int SAME_SENSE = 4;
  private static final int SAME_ACT = 8;

  private DenialPairs() {}

  /**
   * What is left of two texts' denials.
   *
   * @param lost the strong denials of one that no denial of the other can stand for
   * @param paired the denials of one by those of the other that stand for them
   */
  record Left(List<Placed> lost, Map<Denial, Placed> paired) {
    /** Returns if a denial of the other stands for none. */
    boolean isFree(Denial denial) {
      return !paired.containsKey(denial);
    }

    /** Returns if the clause that tells what is denied has a word that may stand for the denial. */
    boolean hints(Placed placed, Statement other) {
      int clause = placed.clause().toldIn(other);
      return other.cues().denials().stream()
          .filter(denial -> denial.clause() == clause)
          .anyMatch(denial ->
              denial.kind() == Denial.Kind.IMPLICIT
                  || isFree(denial)
                  || standsWeaklyIn(denial, placed));
    }

    /** « Ne … pas si … ne … pas » and "only if": a weak denial may stand for two of a clause. */
    boolean standsWeaklyIn(Denial denial, Placed lost) {
      Placed one = paired.get(denial);
      return one != null
          && one.statement().equals(lost.statement())
          && one.denial().clause() == lost.denial().clause()
          && one.denial().isStrong()
          && !denial.isStrong();
    }
  }

  /**
   * Returns what is left once the denials that can stand for each other are paired, the closest
   * first.
   *
   * @param sameLanguage whether both are in one language
   */
  static Left unpaired(List<Placed> some, List<Placed> others, boolean sameLanguage) {
    List<Pair> pairs = new ArrayList<>();
    for (Placed one : some) {
      for (Placed other : others) {
        pairs.add(new Pair(one, other, closeness(one, other, sameLanguage)));
      }
    }
    pairs.sort(
        Comparator.comparingInt(Pair::closeness)
            .thenComparing(pair -> pair.one().denial().isStrong())
            .reversed());
    Set<Placed> found = new HashSet<>();
    Map<Denial, Placed> paired = new HashMap<>();
    for (Pair pair : pairs) {
      boolean free = !found.contains(pair.one()) && !paired.containsKey(pair.other().denial());
      if (free && (pair.closeness() > SOME || pair.one().denial().isStrong())) {
        found.add(pair.one());
        paired.put(pair.other().denial(), pair.one());
      }
    }
    return new Left(
        some.stream().filter(one -> one.denial().isStrong() && !found.contains(one)).toList(),
        paired);
  }

  private static int closeness(Placed one, Placed other, boolean sameLanguage) {
    Denial mine = one.denial();
    Denial theirs = other.denial();
    int closeness = SOME;
    closeness += one.clause().toldIn(other.statement()) == theirs.clause() ? SAME_CLAUSE : 0;
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
