package news.breve.checking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import news.breve.article.Language;
import news.breve.brief.Finding;
import news.breve.reading.Affirmations;
import news.breve.reading.Denial;
import news.breve.reading.Predicate;
import news.breve.reading.WordTable;

/**
 * What the evidence denies and neither French nor English of an item does. One language may say in
 * its own way what the evidence denies; that no denial stands in either, and that one states the
 * act or both have words that affirm, is no accident.
 */
final class DeniedInNeither {
  /** How much of the clause that is denied must be told for its act to be told of. */
  private static final double STATED = 0.5;

  /** How much, where both languages have words that affirm. */
  private static final double AFFIRMED = 0.2;

  private DeniedInNeither() {}

  /** Returns what the evidence of an item denies and both of its languages state. */
  static Optional<Finding> in(Item item, String check, String message) {
    Optional<Claim> french = item.claim(Language.FRENCH);
    Optional<Claim> english = item.claim(Language.ENGLISH);
    // A draft that cites nothing leaves most of what the article denies untold.
    if (french.isEmpty() || english.isEmpty() || item.cited().isEmpty()) {
      return Optional.empty();
    }
    Claim own = french.get().ownLanguage() ? french.get() : english.get();
    List<DenialPairs.Placed> theirs =
        own.evidence().stream().map(Passage::statement).flatMap(DenialPairs.Placed::in).toList();
    List<DenialPairs.Placed> lost = new ArrayList<>(lost(theirs, french.get()));
    lost.retainAll(new HashSet<>(lost(theirs, english.get())));
    return lost.stream()
        .filter(placed -> !placed.denial().bounded())
        .filter(placed ->
            isStated(placed, french.get())
                || isStated(placed, english.get())
                || isAffirmed(placed, french.get(), english.get()))
        .map(placed ->
            Finding.warning(check, own.path(), message).with(null, placed.denial().text()))
        .findFirst();
  }

  private static List<DenialPairs.Placed> lost(List<DenialPairs.Placed> theirs, Claim claim) {
    return theirs.isEmpty()
        ? theirs
        : DenialPairs.unpaired(
                theirs, DenialPairs.Placed.in(claim.statement()).toList(), claim.ownLanguage())
            .lost();
  }

  /** Returns if the clause of a claim that tells what is denied states it and denies nothing. */
  private static boolean isStated(DenialPairs.Placed placed, Claim claim) {
    // "Without" may be said in many ways: dead, « sans vie ».
    if (placed.denial().kind() == Denial.Kind.PRIVATIVE
        || placed.clause().told(claim.statement()) < STATED) {
      return false;
    }
    int clause = placed.clause().toldIn(claim.statement());
    return claim.statement().cues().denials().stream()
            .noneMatch(denial -> denial.clause() == clause && denial.kind() != Denial.Kind.IMPLICIT)
        && claim.statement().cues().predicates().stream()
            .filter(predicate -> predicate.clause() == clause && !predicate.denied())
            .filter(predicate -> !DenialsStated.isName(predicate))
            .filter(predicate -> !WordTable.lightWords(claim.language()).has(predicate.word()))
            .anyMatch(predicate -> isDenied(placed, predicate, claim));
  }

  /** Returns if a word is like one that is denied, and like none that is stated. */
  private static boolean isDenied(DenialPairs.Placed placed, Predicate predicate, Claim claim) {
    Set<Predicate> like = placed.cues().like(predicate.word(), claim.ownLanguage());
    return placed.denial().words().stream()
            .map(word -> placed.cues().predicates().get(word))
            .anyMatch(like::contains)
        && claim.evidence().stream()
            .flatMap(passage ->
                passage.statement().cues().like(predicate.word(), claim.ownLanguage()).stream())
            .allMatch(Predicate::denied);
  }

  /** Returns if both languages have more words of one kind that affirm than the evidence. */
  private static boolean isAffirmed(DenialPairs.Placed placed, Claim french, Claim english) {
    if (!isTold(placed, french) && !isTold(placed, english)) {
      return false;
    }
    int[] inFrench = Affirmations.in(french.statement());
    int[] inEnglish = Affirmations.in(english.statement());
    int[] theirs = new int[inFrench.length];
    for (Passage passage : french.evidence()) {
      int[] some = Affirmations.in(passage.statement());
      Arrays.setAll(theirs, row -> theirs[row] + some[row]);
    }
    return IntStream.range(0, theirs.length)
        .anyMatch(row -> Math.min(inFrench[row], inEnglish[row]) > theirs[row]);
  }

  /** Returns if a claim tells some of the clause, or states the act that is denied. */
  private static boolean isTold(DenialPairs.Placed placed, Claim claim) {
    return placed.clause().told(claim.statement()) >= AFFIRMED
        || claim.statement().cues().predicates().stream()
            .filter(predicate -> !predicate.denied())
            .filter(predicate -> !WordTable.lightWords(claim.language()).has(predicate.word()))
            .anyMatch(predicate -> isDenied(placed, predicate, claim));
  }
}
