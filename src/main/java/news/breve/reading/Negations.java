package news.breve.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tells what a text denies, once its denials are known: who does not refuse denies nothing. */
final class Negations {
  private Negations() {}

  /**
   * What a text denies.
   *
   * @param denials the words that deny, in order
   * @param denied the tokens that are denied
   * @param limited the tokens that are denied in part, or from some time on
   * @param tokens the tokens of the words that only deny: not, « ne … pas », without
   */
  record Reading(
      List<Denial> denials, Set<Integer> denied, Set<Integer> limited, Set<Integer> tokens) {}

  static Reading read(Tokens tokens, List<String> stems, Clauses clauses, int[] wordAt) {
    List<DenyingWords> found =
        withoutDoubles(DenialFinder.find(tokens, stems, clauses), clauses).stream()
            .map(one -> withObjects(one, tokens, stems, clauses))
            .toList();
    DenialLimits limits = new DenialLimits(tokens, clauses);
    Set<Integer> cancelled = cancelled(found);
    Set<Integer> acts = new HashSet<>();
    cancelled.forEach(i -> acts.addAll(found.get(i).targets()));
    List<Denial> denials = new ArrayList<>();
    Set<Integer> denied = new HashSet<>();
    Set<Integer> limited = new HashSet<>();
    Set<Integer> own = new HashSet<>();
    for (int f = 0; f < found.size(); f++) {
      DenyingWords one = found.get(f);
      if (one.isOnlyDenial()) {
        IntStream.range(one.start(), one.end()).forEach(own::add);
      }
      Set<Integer> targets = new HashSet<>(one.targets());
      targets.removeAll(acts);
      if (one.kind() == DenyingWords.Kind.SOFT) {
        limited.addAll(targets);
      } else if (!cancelled.contains(f)) {
        denied.addAll(targets);
      }
      // "Does not rule out selling" denies nothing: one denial takes the other back.
      boolean takesBack = cancelled.stream().map(found::get).anyMatch(one::deny);
      denials.add(
          new Denial(
              one.kind().denial(),
              one.sense(),
              tokens.slice(one.start(), one.end()),
              clauses.of(one.start()),
              tokens.get(one.start()).start(),
              words(one.targets(), wordAt),
              cancelled.contains(f)
                  ? Denial.Standing.DENIED
                  : takesBack ? Denial.Standing.TAKES_BACK : Denial.Standing.HOLDS,
              limits.isBounded(one.start())));
    }
    return new Reading(
        List.copyOf(denials), Set.copyOf(denied), Set.copyOf(limited), Set.copyOf(own));
  }

  private static DenyingWords withObjects(
      DenyingWords one, Tokens tokens, List<String> stems, Clauses clauses) {
    if (!one.isGrammatical() && one.kind() != DenyingWords.Kind.REFUSAL) {
      return one;
    }
    Scope scope = new Scope(tokens.language());
    Set<Integer> objects = new HashSet<>();
    for (int target : one.targets()) {
      DenialTable.of(tokens.language())
          .light()
          .at(tokens, stems, target)
          .filter(match -> scope.opensObject(tokens, match.end()))
          .ifPresent(match -> objects.addAll(scope.thing(tokens, match.end(), clauses)));
    }
    return one.with(objects);
  }

  /** « Ne pas venir sans avoir appelé »: who denies twice states it, on a condition. */
  private static List<DenyingWords> withoutDoubles(List<DenyingWords> found, Clauses clauses) {
    List<DenyingWords> all = new ArrayList<>(found);
    for (int i = 1; i < all.size(); i++) {
      DenyingWords one = all.get(i);
      DenyingWords before = all.get(i - 1);
      if (one.kind() == DenyingWords.Kind.WITHOUT
          && before.kind() == DenyingWords.Kind.PARTICLE
          && clauses.isSame(before.start(), one.start())) {
        all.set(i, DenyingWords.soft(one.start(), one.end(), Set.of()));
        all.set(i - 1, DenyingWords.soft(before.start(), before.end(), Set.of()));
      }
    }
    return all;
  }

  /** Returns the numbers of the acts of denying that are denied themselves: « n'exclut pas ». */
  private static Set<Integer> cancelled(List<DenyingWords> found) {
    Set<Integer> cancelled = new HashSet<>();
    for (int i = 0; i < found.size(); i++) {
      DenyingWords inner = found.get(i);
      if (inner.isAct() && found.stream().anyMatch(outer -> outer.deny(inner))) {
        cancelled.add(i);
      }
    }
    return cancelled;
  }

  private static Set<Integer> words(Set<Integer> tokens, int[] wordAt) {
    return tokens.stream()
        .map(token -> wordAt[token])
        .filter(word -> word >= 0)
        .collect(Collectors.toSet());
  }
}
