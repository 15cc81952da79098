package news.breve.checking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.breve.brief.Finding.Severity;
import news.breve.reading.Denial;
import news.breve.reading.Pole;
import news.breve.reading.Predicate;
import news.breve.reading.Statement;

/**
 * What French and English of an item deny: as many denials in the one as in the other, at the same
 * places, in whatever words.
 */
final class DenialsCompared {
  /** A denial stands for another wherever it stands in the same part of the item. */
  private static final int ANYWHERE = Integer.MAX_VALUE - 1;

  /** So many letters apart a word whose meaning denies may stand for a denial. */
  private static final int REACH = 60;

  /** So many, where a word denies nothing by itself. */
  private static final int SHORT_REACH = 40;

  /** So much nearer than a surer one a less sure denial must be. */
  private static final int STRONG = 20;

  /** So many letters after a denial are the same in both languages where both quote a title. */
  private static final int TITLE = 6;

  /** No item that an editor would print denies more often. */
  private static final int MOST = 40;

  private final Statement one;
  private final Statement other;
  private final Parallel parallel;

  private DenialsCompared(Statement one, Statement other) {
    this.one = one;
    this.other = other;
    parallel = new Parallel(one, other);
  }

  /** Returns what one language denies and the other doesn't. */
  static List<Difference> of(Claim french, Claim english) {
    // A question asks the same with a negation and without.
    if (french.text().contains("?") || english.text().contains("?")) {
      return List.of();
    }
    List<Difference> differences = new ArrayList<>();
    new DenialsCompared(french.statement(), english.statement())
        .lost()
        .forEach(lost ->
            differences.add(
                new Difference(
                    severity(lost, english),
                    "The French denies what the English states.",
                    lost.text(),
                    null)));
    new DenialsCompared(english.statement(), french.statement())
        .lost()
        .forEach(lost ->
            differences.add(
                new Difference(
                    severity(lost, french),
                    "The English denies what the French states.",
                    null,
                    lost.text())));
    return differences;
  }

  private static Severity severity(Denial lost, Claim other) {
    boolean sure =
        lost.kind() == Denial.Kind.GRAMMATICAL && other.statement().cues().denials().isEmpty();
    return sure ? Severity.ERROR : Severity.WARNING;
  }

  /** A denial of the one, and one of the other that may stand for it. */
  private record Pair(Denial one, Denial other, int distance) {
    /** "Denies" stands for « nie » rather than for a « ne … pas » nearby. */
    boolean isSameSense() {
      return one.sense() == other.sense() && one.kind() == Denial.Kind.LEXICAL;
    }
  }

  /** Returns the denials that nothing in the other language stands for. */
  private List<Denial> lost() {
    List<Denial> denials =
        one.cues().denials().stream().filter(Denial::isStrong).limit(MOST).toList();
    List<Pair> pairs = new ArrayList<>();
    for (Denial denial : denials) {
      other.cues().denials().stream()
          .limit(MOST)
          .map(there -> new Pair(denial, there, distance(denial, there)))
          .filter(pair -> pair.distance() <= reach(pair.other()))
          .forEach(pairs::add);
    }
    pairs.sort(Comparator.comparing(Pair::isSameSense).reversed().thenComparingInt(Pair::distance));
    Set<Denial> told = new HashSet<>();
    Set<Denial> taken = new HashSet<>();
    for (Pair pair : pairs) {
      if (!told.contains(pair.one()) && taken.add(pair.other())) {
        told.add(pair.one());
      }
    }
    Optional<Denial> takenBack = Denial.takenBack(one.cues().denials(), other.cues().denials());
    if (takenBack.isPresent()) {
      return List.of(takenBack.get());
    }
    return denials.stream()
        .filter(denial -> !told.contains(denial) && !isLeftOpen(denial))
        .filter(denial -> !denial.bounded() && !isName(denial) && !isToldByOpposite(denial))
        .toList();
  }

  /** Words like refuse are lost only where the act that they deny is stated. */
  private boolean isLeftOpen(Denial denial) {
    return denial.kind() == Denial.Kind.LEXICAL
        && denial.words().stream()
            .map(word -> one.cues().predicates().get(word).word())
            .flatMap(word -> other.cues().like(word, false).stream())
            .noneMatch(act -> !act.denied() && act.tense() != Predicate.Tense.NONE);
  }

  private int distance(Denial denial, Denial there) {
    int distance = parallel.distance(denial.start(), there.start());
    return denial.isStrong() && there.isStrong() ? distance : Math.max(distance, distance + STRONG);
  }

  private static int reach(Denial there) {
    return switch (there.kind()) {
      case GRAMMATICAL, PRIVATIVE, LEXICAL -> ANYWHERE;
      case WEAK -> REACH;
      case IMPLICIT -> SHORT_REACH;
    };
  }

  /** « Médecins sans frontières » and a title that stands in both languages deny nothing. */
  private boolean isName(Denial denial) {
    int end = Math.min(one.text().length(), denial.end() + TITLE);
    return one.names().stream()
            .anyMatch(name -> name.start() <= denial.start() && denial.start() < name.end())
        || other.text().contains(one.text().substring(denial.start(), end));
  }

  /** "Does not rise" and "falls". */
  private boolean isToldByOpposite(Denial denial) {
    return one.cues().poles().stream()
        .filter(pole -> pole.denied() && denial.words().contains(pole.word()))
        .anyMatch(pole -> other.cues().poles().stream().anyMatch(there -> isSaidBy(pole, there)));
  }

  private boolean isSaidBy(Pole pole, Pole there) {
    return !there.denied()
        && pole.agreesWith(there)
        && parallel.distance(pole.start(), there.start()) <= REACH;
  }
}
