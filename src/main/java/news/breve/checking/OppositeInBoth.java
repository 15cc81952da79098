package news.breve.checking;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.breve.article.Language;
import news.breve.brief.Finding;

/**
 * One end of a scale in the evidence, and only its other end in French and in English: denies, and
 * « reconnaît », "admits". A word of one language may happen to be an opposite of one nearby; that
 * both languages have such a word, and neither has one for what the evidence says, is no accident.
 */
final class OppositeInBoth {
  private OppositeInBoth() {}

  /** Returns the opposite that both languages of an item have of what the evidence says. */
  static Optional<Finding> in(Item item, String check, String message) {
    Optional<Claim> french = item.claim(Language.FRENCH);
    Optional<Claim> english = item.claim(Language.ENGLISH);
    if (french.isEmpty() || english.isEmpty()) {
      return Optional.empty();
    }
    Claim own = french.get().ownLanguage() ? french.get() : english.get();
    List<PlacedPole> here = PlacedPole.in(own.statement()).toList();
    List<PlacedPole> twin = PlacedPole.in(own.twin().findAny().orElseThrow().statement()).toList();
    if (here.isEmpty() || twin.isEmpty()) {
      return Optional.empty();
    }
    List<PlacedPole> theirs =
        own.evidence().stream().map(Passage::statement).flatMap(PlacedPole::in).toList();
    return theirs.stream()
        .filter(other -> opposites(other, twin, theirs).findAny().isPresent())
        .flatMap(other ->
            opposites(other, here, theirs)
                .map(one ->
                    Finding.warning(check, own.path(), message)
                        .with(one.pole().text(), other.pole().text())))
        .findFirst();
  }

  /**
   * Returns the words of a claim that have the opposite of a word of the evidence, where the claim
   * nowhere says what that says, nor the evidence what they say.
   */
  private static Stream<PlacedPole> opposites(
      PlacedPole other, List<PlacedPole> mine, List<PlacedPole> theirs) {
    if (hasAgreeing(mine, other)) {
      return Stream.empty();
    }
    return mine.stream()
        .filter(one -> one.pole().opposes(other.pole()))
        .filter(one ->
            !one.pole().isOtherPartyOf(other.pole()) && !one.pole().isConverseOf(other.pole()))
        .filter(one -> !hasAgreeing(theirs, one) && !one.undoes(other))
        .filter(one -> one.likeness(other) >= PlacedPole.LIKELY);
  }

  private static boolean hasAgreeing(List<PlacedPole> poles, PlacedPole one) {
    return poles.stream().anyMatch(pole -> pole.pole().agreesWith(one.pole()));
  }
}
