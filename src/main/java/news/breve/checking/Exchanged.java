package news.breve.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import news.breve.reading.LightWords;
import news.breve.reading.Mention;
import news.breve.reading.Statement;
import news.breve.reading.Stretch;
import news.breve.reading.Stretch.Party;
import news.breve.reading.Word;

/**
 * Finds two people, bodies, places or things that stand at each other's place: nearly all that the
 * claim says beside the one, the evidence says beside the other, and the other way round. What
 * stands beside both tells nothing.
 */
final class Exchanged {
  /** A figure or a name tells more than a word. */
  private static final int WEIGHT_OF_VALUE = 2;

  /** How much must speak against the places of two that have names, and of two things. */
  private static final int LEAST = 2;

  private static final int LEAST_OF_THINGS = 3;

  /** How many times what speaks for the places. */
  private static final int TIMES = 3;

  /**
   * Two that may be exchanged.
   *
   * @param one the words of the first in the claim
   * @param other those of the second
   */
  record Pair(String one, String other) {
    String words() {
      return one + " … " + other;
    }
  }

  /** A stretch with whom it speaks of, also where only a pronoun does. */
  private record Told(List<Party> parties, Stretch stretch, Statement statement) {}

  /** Somebody or something, where the claim has it and where the evidence has it. */
  private record Topic(
      String text,
      Predicate<Told> here,
      Predicate<Told> there,
      Predicate<Party> isParty,
      Predicate<Word> isWord) {}

  /** What speaks for a place in the claim, and what against it. */
  private static final class Tally {
    private int with;
    private int against;

    void add(int vote, int weight) {
      with += vote > 0 ? weight : 0;
      against += vote < 0 ? weight : 0;
    }
  }

  private final ClaimedValues values;
  private final List<Told> told;
  private final List<Told> given;
  private final boolean across;

  private Exchanged(Statement claim, List<Statement> evidence, ClaimedValues values) {
    this.values = values;
    this.told = told(List.of(claim));
    this.given = told(evidence);
    this.across = evidence.stream().anyMatch(e -> e.language() != claim.language());
  }

  /** Returns the pairs that a claim may exchange. */
  static List<Pair> in(Statement claim, List<Statement> evidence, ClaimedValues values) {
    return new Exchanged(claim, evidence, values).pairs();
  }

  private List<Pair> pairs() {
    List<Pair> found = new ArrayList<>();
    List<Party> parties = parties();
    for (int i = 0; i < parties.size(); i++) {
      for (int j = i + 1; j < parties.size(); j++) {
        Party one = parties.get(i);
        Party other = parties.get(j);
        if ((one.kind() == other.kind() || !(isPlace(one) || isPlace(other)))
            && isExchanged(topic(one), topic(other), LEAST)) {
          found.add(new Pair(one.text(), other.text()));
        }
      }
    }
    if (found.isEmpty() && !across) {
      things().ifPresent(found::add);
    }
    return found;
  }

  private List<Party> parties() {
    List<Party> parties = new ArrayList<>();
    told.stream()
        .flatMap(t -> t.stretch().parties().stream())
        .filter(party -> parties.stream().noneMatch(known -> known.isSame(party, false)))
        .forEach(parties::add);
    return parties;
  }

  private static boolean isPlace(Party party) {
    return party.kind() == Party.Kind.PLACE;
  }

  private Topic topic(Party party) {
    return new Topic(
        party.text(),
        t -> has(t, party, false),
        t -> has(t, party, across),
        other -> party.isSame(other, false),
        word -> false);
  }

  /** Returns two things of different stretches that are exchanged: perch and pike. */
  private Optional<Pair> things() {
    for (int i = 0; i < told.size(); i++) {
      for (int j = i + 1; j < told.size(); j++) {
        for (Word one : told.get(i).stretch().words()) {
          for (Word other : told.get(j).stretch().words()) {
            if (one.isThing()
                && other.isThing()
                && !one.isLike(other)
                && isExchanged(topic(one), topic(other), LEAST_OF_THINGS)) {
              return Optional.of(new Pair(one.text(), other.text()));
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Topic topic(Word thing) {
    Predicate<Told> has = t -> t.stretch().words().stream().anyMatch(thing::isLike);
    return new Topic(thing.text(), has, has, party -> false, thing::isLike);
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

  private boolean isExchanged(Topic one, Topic other, int least) {
    if (given.stream().noneMatch(one.there()) || given.stream().noneMatch(other.there())) {
      return false;
    }
    Tally first = tally(one, other);
    Tally second = tally(other, one);
    int against = first.against + second.against;
    return first.against > 0
        && second.against > 0
        && against >= least
        && against >= TIMES * (first.with + second.with);
  }

  private Tally tally(Topic own, Topic twin) {
    Tally tally = new Tally();
    for (Told here : told) {
      if (!own.here().test(here) || twin.here().test(here)) {
        continue;
      }
      LightWords light = LightWords.of(here.statement().language());
      for (Word word : here.stretch().words()) {
        if (!light.has(word) && !own.isWord().test(word)) {
          tally.add(vote(own, twin, t -> holds(t, word, here)), 1);
        }
      }
      for (Mention value : here.stretch().values()) {
        tally.add(vote(own, twin, t -> holds(t, value, here)), WEIGHT_OF_VALUE);
      }
      for (Party party : here.stretch().parties()) {
        if (!own.isParty().test(party)) {
          tally.add(vote(own, twin, t -> names(t, party)), WEIGHT_OF_VALUE);
        }
      }
    }
    return tally;
  }

  /** Returns 1 if anywhere it stands beside the one, −1 if only beside the twin, else 0. */
  private int vote(Topic own, Topic twin, Predicate<Told> holds) {
    int vote = 0;
    for (Told there : given) {
      if (holds.test(there)) {
        if (own.there().test(there)) {
          return 1;
        }
        vote = twin.there().test(there) ? -1 : vote;
      }
    }
    return vote;
  }

  private boolean names(Told told, Party party) {
    return told.stretch().parties().stream().anyMatch(there -> party.isSame(there, across));
  }

  private static boolean has(Told told, Party party, boolean across) {
    return told.parties().stream().anyMatch(there -> party.isSame(there, across));
  }

  private static boolean holds(Told told, Word word, Told here) {
    boolean own = told.statement().language() == here.statement().language();
    return told.stretch().words().stream()
        .anyMatch(there -> own ? word.isLike(there) : word.sharesConcept(there));
  }

  private boolean holds(Told told, Mention value, Told here) {
    return told.stretch().values().stream()
        .anyMatch(there ->
            value.value().equals(there.value())
                || values.of(here.statement(), value, told.statement(), there) == Agreement.SAME);
  }
}
