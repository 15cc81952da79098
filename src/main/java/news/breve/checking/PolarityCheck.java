package news.breve.checking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import news.breve.article.Language;
import news.breve.brief.Finding;
import news.breve.brief.Finding.Severity;
import news.breve.reading.Cues;
import news.breve.reading.Denial;
import news.breve.reading.Pole;
import news.breve.reading.Predicate;
import news.breve.reading.Statement;
import news.breve.reading.Surroundings;
import news.breve.reading.Word;

/** Which way things go in the evidence, they go in the brief: rise or fall, accept or reject. */
final class PolarityCheck implements Check {
  private static final String NAME = "polarity";
  private static final String MESSAGE = "The cited sentences have the opposite.";

  /** How alike the surroundings of two opposites must be for them to be surely the same matter. */
  private static final double SURE = 1;

  private static final double LIKELY = 0.5;

  /** How alike they must be for two words that point the same way to be of one matter at all. */
  private static final double NEAR = 0.2;

  private static final List<String> INFINITIVES = List.of("er", "ir", "re");
  private static final List<String> PARTICIPLES =
      List.of("é", "ée", "és", "ées", "u", "ue", "us", "ues", "i", "ie", "is", "ies", "t", "te");

  /** What the same word counts when opposites are sorted by what stands around them. */
  private static final double SAME = 10;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> check(Case all) {
    return all.claims()
        .filter(Claim::isJudgedByItsWords)
        .flatMap(claim -> faults(claim).stream())
        .toList();
  }

  private static List<Finding> faults(Claim claim) {
    List<Placed> mine = Placed.in(claim.statement()).toList();
    List<Placed> theirs =
        claim.evidence().stream().map(Passage::statement).flatMap(Placed::in).toList();
    Map<Placed, Placed> paired = paired(mine, theirs);
    List<Finding> findings = new ArrayList<>();
    for (Placed one : mine) {
      boolean told = paired.containsKey(one);
      theirs.stream()
          .filter(other -> one.opposes(other) && !isOtherParty(one, other))
          .filter(other -> one.likeness(other) >= LIKELY && !one.undoes(other))
          .filter(other ->
              told
                  ? one.isBesideSameAmount(other) && !isTold(one, other, theirs)
                  : (one.isBeside(other) || one.isSameClause(other)) && !isTakenUp(other, mine))
          .max(Comparator.comparingDouble(one::likeness))
          .filter(other -> told || !isToldOtherwise(claim, one.pole()))
          .ifPresent(other -> {
            boolean sure =
                claim.ownLanguage() && !told && one.likeness(other) >= SURE && one.isBeside(other);
            findings.add(
                Finding.of(sure, NAME, claim.path(), MESSAGE)
                    .with(one.pole().text(), other.pole().text()));
          });
    }
    return findings;
  }

  /** Who wins and who loses: opposites of two people or bodies are none. */
  private static boolean isOtherParty(Placed one, Placed other) {
    return one.pole().isOtherPartyOf(other.pole()) && !one.isAfterSameName(other);
  }

  /** Returns if a word of the evidence says of the same amount what a claim says of it. */
  private static boolean isTold(Placed one, Placed opposite, List<Placed> theirs) {
    return theirs.stream()
        .filter(other -> one.pole().agreesWith(other.pole()))
        .anyMatch(
            other -> one.isBesideSameAmount(other) || one.likeness(other) > one.likeness(opposite));
  }

  /** Returns if a word of the claim says what a word of the evidence says. */
  private static boolean isTakenUp(Placed other, List<Placed> mine) {
    return mine.stream().anyMatch(free -> free.pole().agreesWith(other.pole()));
  }

  /** Returns which words of some point the same way as which of others, the likest first. */
  private static Map<Placed, Placed> paired(List<Placed> some, List<Placed> others) {
    record Pair(Placed one, Placed other, double likeness) {}
    List<Pair> pairs = new ArrayList<>();
    for (Placed one : some) {
      for (Placed other : others) {
        if (one.pole().agreesWith(other.pole())) {
          double likeness = one.likeness(other) + (one.isSameWord(other) ? SAME : 0);
          if (likeness >= NEAR) {
            pairs.add(new Pair(one, other, likeness));
          }
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::likeness).reversed());
    Map<Placed, Placed> paired = new HashMap<>();
    Set<Placed> taken = new HashSet<>();
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
    if (hasDenialAlone(french, english) || hasDenialAlone(english, french)) {
      return List.of();
    }
    List<Placed> left = Placed.in(french.statement()).toList();
    List<Placed> right = Placed.in(english.statement()).toList();
    Map<Placed, Placed> paired = paired(left, right);
    Set<Placed> taken = new HashSet<>(paired.values());
    List<Difference> differences = new ArrayList<>();
    for (Placed one : left) {
      for (Placed other : right) {
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
                    "The two languages say the opposite of each other.",
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

  /** A word with an opposite, and the statement it stands in. */
  private record Placed(Pole pole, Statement statement) {
    static Stream<Placed> in(Statement statement) {
      return statement.cues().poles().stream().map(pole -> new Placed(pole, statement));
    }

    private Surroundings around() {
      return statement.surroundings();
    }

    double likeness(Placed other) {
      return around()
          .likeness(pole.start(), pole.end(), other.around(), other.pole.start(), other.pole.end());
    }

    boolean isSameWord(Placed other) {
      return statement.language() == other.statement.language()
          && pole.text().equalsIgnoreCase(other.pole.text());
    }

    /** What stands before "after" may stand before "before" as well. */
    boolean opposes(Placed other) {
      return pole.opposes(other.pole)
          && (!pole.isConverseOf(other.pole)
              || isFollowedAlike(other)
              || (around().isLast(pole.end()) && likeness(other) >= SURE));
    }

    private boolean isFollowedAlike(Placed other) {
      return around().isFollowedAlike(pole.end(), other.around(), other.pole.end());
    }

    /** "Trying to unblock" a blocked drain: who means to change a state doesn't deny it. */
    boolean undoes(Placed other) {
      return isInfinitive() && other.isQuality();
    }

    private boolean isInfinitive() {
      String text = statement.text();
      return statement.language() == Language.FRENCH
          ? INFINITIVES.stream().anyMatch(pole.text()::endsWith)
          : text.startsWith("to ", Math.max(0, pole.start() - "to ".length()));
    }

    /** Returns if it is an adjective beside its noun rather than what a clause states. */
    private boolean isQuality() {
      if (pole.word() < 0) {
        return false;
      }
      Predicate predicate = statement.cues().predicates().get(pole.word());
      return statement.language() == Language.FRENCH
          ? predicate.tense() == Predicate.Tense.NONE
              && !predicate.word().isThing()
              && PARTICIPLES.stream().anyMatch(pole.text()::endsWith)
          : statement.followsDeterminer(predicate.word());
    }

    /** Returns if the same word or value stands beside both. */
    boolean isBeside(Placed other) {
      return isFollowedAlike(other) || (!pole.isConverseOf(other.pole) && isBesideSameValue(other));
    }

    boolean isBesideSameAmount(Placed other) {
      return around()
          .isBesideSameAmount(
              pole.start(), pole.end(), other.around(), other.pole.start(), other.pole.end());
    }

    /** Returns if the last name before both in their clauses is the same. */
    boolean isAfterSameName(Placed other) {
      return around().isAfterSameName(pole.start(), other.around(), other.pole.start());
    }

    private boolean isBesideSameValue(Placed other) {
      return around()
          .isBesideSameValue(
              pole.start(), pole.end(), other.around(), other.pole.start(), other.pole.end());
    }

    /** The same must stand beside both: opposites alone may belong to different things. */
    boolean isSameMatter(Placed other) {
      boolean last = around().isLast(pole.end()) && other.around().isLast(other.pole.end());
      return isFollowedAlike(other)
          || isBesideSameValue(other)
          || (last && likeness(other) >= SURE);
    }

    /** Returns if they stand in clauses that tell the same. */
    boolean isSameClause(Placed other) {
      return tells(other) && other.tells(this);
    }

    private boolean tells(Placed other) {
      int mine = around().clauseOf(pole.start());
      return around().toldIn(mine, pole.start(), pole.end(), other.around())
              == other.around().clauseOf(other.pole.start())
          && around().told(mine, pole.start(), pole.end(), other.around()) >= LIKELY;
    }
  }
}
