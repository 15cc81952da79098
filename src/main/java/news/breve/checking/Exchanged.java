package news.breve.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import news.breve.reading.LightWords;
import news.breve.reading.Mention;
import news.breve.reading.Statement;
import news.breve.reading.Stretch;
import news.breve.reading.Stretch.Party;
import news.breve.reading.Word;

/**
 * Finds two people, bodies or places that stand at each other's place: nearly all that the claim
 * says beside the one, the evidence says beside the other. What stands beside both tells nothing.
 */
final class Exchanged {
  /** A figure or a name tells more than a word. */
  private static final int WEIGHT_OF_VALUE = 2;

  /** How much must speak against a place, and how many times what speaks for it. */
  private static final int LEAST = 3;

  private static final int TIMES = 3;

  /**
   * Two that may be exchanged.
   *
   * @param one the first in the claim
   * @param other the second
   */
  record Pair(Party one, Party other) {
    String words() {
      return one.text() + " … " + other.text();
    }
  }

  /** A stretch with whom it speaks of, also where only a pronoun does. */
  private record Told(List<Party> parties, Stretch stretch, Statement statement) {}

  private final ClaimedValues values;

  Exchanged(ClaimedValues values) {
    this.values = values;
  }

  /** Returns the pairs that a claim may exchange. */
  List<Pair> in(Statement claim, List<Statement> evidence) {
    List<Told> told = told(List.of(claim));
    List<Told> given = told(evidence);
    List<Party> parties = new ArrayList<>();
    told.stream()
        .flatMap(t -> t.stretch().parties().stream())
        .filter(party -> parties.stream().noneMatch(known -> known.isSame(party, false)))
        .forEach(parties::add);
    boolean across = evidence.stream().anyMatch(e -> e.language() != claim.language());
    List<Pair> found = new ArrayList<>();
    for (int i = 0; i < parties.size(); i++) {
      for (int j = i + 1; j < parties.size(); j++) {
        if (isExchanged(parties.get(i), parties.get(j), told, given, across)) {
          found.add(new Pair(parties.get(i), parties.get(j)));
        }
      }
    }
    return found;
  }

  private static List<Told> told(List<Statement> statements) {
    List<Told> told = new ArrayList<>();
    for (Statement statement : statements) {
      List<Party> last =
          told.isEmpty() || !statement.refersBack() ? List.of() : told.getLast().parties();
      for (Stretch stretch : statement.stretches()) {
        List<Party> parties = stretch.parties().isEmpty() ? last : stretch.parties();
        told.add(new Told(parties, stretch, statement));
        last = parties;
      }
    }
    return told;
  }

  private boolean isExchanged(
      Party one, Party other, List<Told> told, List<Told> given, boolean across) {
    if (one.kind() != other.kind()) {
      return false;
    }
    Tally first = tally(one, other, told, given, across);
    Tally second = tally(other, one, told, given, across);
    int against = first.against + second.against;
    return first.against > 0
        && second.against > 0
        && against >= LEAST
        && against >= TIMES * (first.with + second.with);
  }

  /** What speaks for a place in the claim, and what against it. */
  private static final class Tally {
    private int with;
    private int against;

    void add(int vote, int weight) {
      with += vote > 0 ? weight : 0;
      against += vote < 0 ? weight : 0;
    }
  }

  private Tally tally(Party own, Party twin, List<Told> told, List<Told> given, boolean across) {
    Tally tally = new Tally();
    for (Told here : told) {
      if (!has(here, own, false) || has(here, twin, false)) {
        continue;
      }
      LightWords light = LightWords.of(here.statement().language());
      for (Word word : here.stretch().words()) {
        if (!light.has(word)) {
          tally.add(
              vote(given, own, twin, across, t ->
                  t.stretch().words().stream().anyMatch(w -> isSame(word, w, here, t))),
              1);
        }
      }
      for (Mention value : here.stretch().values()) {
        tally.add(
            vote(given, own, twin, across, t ->
                t.stretch().values().stream().anyMatch(v -> isSame(value, v, here, t))),
            WEIGHT_OF_VALUE);
      }
      for (Party party : here.stretch().parties()) {
        if (!party.isSame(own, false)) {
          tally.add(
              vote(given, own, twin, across, t ->
                  t.stretch().parties().stream().anyMatch(p -> party.isSame(p, across))),
              WEIGHT_OF_VALUE);
        }
      }
    }
    return tally;
  }

  /** Returns 1 if anywhere it stands beside the one, −1 if only beside the twin, else 0. */
  private static int vote(
      List<Told> given, Party own, Party twin, boolean across, Predicate<Told> holds) {
    int vote = 0;
    for (Told there : given) {
      if (holds.test(there)) {
        if (has(there, own, across)) {
          return 1;
        }
        vote = has(there, twin, across) ? -1 : vote;
      }
    }
    return vote;
  }

  private static boolean has(Told told, Party party, boolean across) {
    return told.parties().stream().anyMatch(there -> party.isSame(there, across));
  }

  private static boolean isSame(Word word, Word there, Told one, Told other) {
    return one.statement().language() == other.statement().language()
        ? word.isLike(there)
        : word.sharesConcept(there);
  }

  private boolean isSame(Mention value, Mention there, Told one, Told other) {
    return value.value().equals(there.value())
        || values.of(one.statement(), value, other.statement(), there) == Agreement.SAME;
  }
}
