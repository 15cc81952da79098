package news.breve.checking;

import java.util.List;
import java.util.stream.Stream;
import news.breve.article.Language;
import news.breve.reading.Pole;
import news.breve.reading.Predicate;
import news.breve.reading.Statement;
import news.breve.reading.Surroundings;

/** A word with an opposite, and the statement it stands in. */
record PlacedPole(Pole pole, Statement statement) {
  /** How alike the surroundings of two opposites must be for them to be surely the same matter. */
  static final double SURE = 1;

  /** How alike they must be for them to be likely the same. */
  static final double LIKELY = 0.5;

  private static final List<String> INFINITIVES = List.of("er", "ir", "re");
  private static final List<String> PARTICIPLES =
      List.of("é", "ée", "és", "ées", "u", "ue", "us", "ues", "i", "ie", "is", "ies", "t", "te");

  static Stream<PlacedPole> in(Statement statement) {
    return statement.cues().poles().stream().map(pole -> new PlacedPole(pole, statement));
  }

  private Surroundings around() {
    return statement.surroundings();
  }

  double likeness(PlacedPole other) {
    return around()
        .likeness(pole.start(), pole.end(), other.around(), other.pole.start(), other.pole.end());
  }

  boolean isSameWord(PlacedPole other) {
    return statement.language() == other.statement.language()
        && pole.text().equalsIgnoreCase(other.pole.text());
  }

  /** What stands before "after" may stand before "before" as well. */
  boolean opposes(PlacedPole other) {
    return pole.opposes(other.pole)
        && (!pole.isConverseOf(other.pole)
            || isFollowedAlike(other)
            || (around().isLast(pole.end()) && likeness(other) >= SURE));
  }

  private boolean isFollowedAlike(PlacedPole other) {
    return around().isFollowedAlike(pole.end(), other.around(), other.pole.end());
  }

  /** "Trying to unblock" a blocked drain: who means to change a state doesn't deny it. */
  boolean undoes(PlacedPole other) {
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
  boolean isBeside(PlacedPole other) {
    return isFollowedAlike(other) || (!pole.isConverseOf(other.pole) && isBesideSameValue(other));
  }

  boolean isBesideSameAmount(PlacedPole other) {
    return around()
        .isBesideSameAmount(
            pole.start(), pole.end(), other.around(), other.pole.start(), other.pole.end());
  }

  /** Returns if the last name before both in their clauses is the same. */
  boolean isAfterSameName(PlacedPole other) {
    return around().isAfterSameName(pole.start(), other.around(), other.pole.start());
  }

  private boolean isBesideSameValue(PlacedPole other) {
    return around()
        .isBesideSameValue(
            pole.start(), pole.end(), other.around(), other.pole.start(), other.pole.end());
  }

  /** The same must stand beside both: opposites alone may belong to different things. */
  boolean isSameMatter(PlacedPole other) {
    boolean last = around().isLast(pole.end()) && other.around().isLast(other.pole.end());
    return isFollowedAlike(other) || isBesideSameValue(other) || (last && likeness(other) >= SURE);
  }

  /** Returns if they stand in clauses that tell the same. */
  boolean isSameClause(PlacedPole other) {
    return tells(other) && other.tells(this);
  }

  private boolean tells(PlacedPole other) {
    int mine = around().clauseOf(pole.start());
    return around().toldIn(mine, pole.start(), pole.end(), other.around())
            == other.around().clauseOf(other.pole.start())
        && around().told(mine, pole.start(), pole.end(), other.around()) >= LIKELY;
  }
}
