package news.breve.checking;

import java.util.List;
import java.util.stream.Stream;
import news.breve.reading.Certainty;
import news.breve.reading.Hedge;
import news.breve.reading.Predicate;
import news.breve.reading.Statement;
import news.breve.reading.Word;

/**
 * The acts of the clause that tells what a hedge leaves open.
 *
 * @param there the number of that clause
 * @param fact whether it is a key fact, which may tell an act by a noun
 */
record Acts(Hedge hedge, Statement statement, Statement other, int there, boolean fact) {
  /** So many clauses part the words of one sentence that an aside cuts. */
  private static final int ASIDE = 2;

  /**
   * Returns if it has the act that the hedge bears on, or one of its own: "bought in 2011" may tell
   * no more than what stands beside "could sell".
   */
  boolean areTold() {
    boolean same = hedged().anyMatch(this::isNamed);
    return same
        || (fact && isNominal())
        || own()
            .filter(predicate ->
                predicate.certainty().compareTo(Certainty.INTENDED) < 0
                    || predicate.tense() != Predicate.Tense.PAST)
            .anyMatch(predicate ->
                predicate.tense() != Predicate.Tense.NONE
                    || predicate.certainty() != Certainty.STATED);
  }

  /** The verbs that the hedge bears on; what else it bears on, where there is none. */
  private Stream<Predicate> hedged() {
    List<Predicate> all =
        statement.cues().predicates().stream()
            .filter(predicate ->
                predicate.clause() == hedge.clause() && predicate.certainty() == hedge.certainty())
            .toList();
    List<Predicate> verbs =
        all.stream().filter(predicate -> predicate.tense() != Predicate.Tense.NONE).toList();
    return (verbs.isEmpty() ? all : verbs).stream();
  }

  /** « Ceux qui s'engageraient » is no more than « un engagement » says: a noun leaves it open. */
  private boolean isNamed(Predicate hedged) {
    boolean form =
        !fact && hedged.word().start() <= hedge.start() && hedge.start() < hedged.word().end();
    return other.cues().like(hedged.word(), isSameLanguage()).stream()
        .filter(like -> !isSomebody(hedged.word()))
        .anyMatch(like -> !form || like.tense() != Predicate.Tense.NONE);
  }

  /** "Perhaps the prop Roy, who won five penalties": who it may be is no act. */
  private boolean isSomebody(Word word) {
    return Character.isUpperCase(word.text().codePointAt(0))
        || statement.names().stream().anyMatch(name -> name.start() == word.end() + 1);
  }

  /** "ICJ ruling in the autumn" says that there will be one. */
  private boolean isNominal() {
    return hedge.certainty() == Certainty.POSSIBLE
        && other.cues().predicates().stream()
            .allMatch(predicate ->
                predicate.clause() == there
                    && predicate.tense() == Predicate.Tense.NONE
                    && predicate.certainty() == Certainty.STATED
                    && !predicate.denied());
  }

  /** Returns if it tells something that was done or will surely be, and no other hedge. */
  boolean areDone() {
    return own()
            .anyMatch(predicate ->
                (predicate.tense() == Predicate.Tense.PAST
                        && predicate.certainty() == Certainty.STATED)
                    || (hedge.certainty() == Certainty.POSSIBLE
                        && predicate.certainty() == Certainty.COMING))
        && other.cues().hedges().stream()
            .noneMatch(one ->
                (one.clause() == there
                        || (one.certainty() == Certainty.INTENDED
                            && Math.abs(one.clause() - there) <= ASIDE))
                    && one.certainty().compareTo(Certainty.INTENDED) >= 0
                    && one.kind() != Hedge.Kind.ATTRIBUTION);
  }

  /** "She had been due to preach, but he preached in her place": what was planned was done. */
  boolean areDoneElsewhere() {
    return hedged()
        .flatMap(predicate -> statement.cues().like(predicate.word(), true).stream())
        .anyMatch(like ->
            like.certainty() == Certainty.STATED
                && like.tense() == Predicate.Tense.PAST
                && !like.denied());
  }

  /** The acts that nothing states where the hedge stands. */
  private Stream<Predicate> own() {
    return other.cues().predicates().stream()
        .filter(predicate -> predicate.clause() == there)
        .filter(predicate ->
            statement.cues().like(predicate.word(), isSameLanguage()).stream()
                .noneMatch(like -> like.certainty() == Certainty.STATED));
  }

  private boolean isSameLanguage() {
    return statement.language() == other.language();
  }
}
