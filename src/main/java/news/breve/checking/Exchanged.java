package news.breve.checking;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;
import news.breve.reading.Mention;
import news.breve.reading.Statement;
import news.breve.reading.Stretch;
import news.breve.reading.Stretch.Party;
import news.breve.reading.Word;
import news.breve.reading.WordTable;
import org.jspecify.annotations.Nullable;

/**
 * Finds two people, two bodies or two places that stand at each other's place: nearly all that the
 * claim says beside the one, the evidence says beside the other, and the other way round. What
 * stands beside both tells nothing.
 */
final class Exchanged {
  /** A figure or a name tells more than a word. */
  private static final int WEIGHT_OF_VALUE = 2;

  /** How much must speak against the places of two. */
  private static final int LEAST = 2;

  /** What stands between two who stand side by side has no more characters. */
  private static final int LONGEST_TIE = 24;

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

  /**
   * Somebody, or a place.
   *
   * @param here the stretches of the claim that tell of it, by number
   * @param there those of the evidence
   */
  private record Topic(String text, BitSet here, BitSet there, Predicate<Party> isParty) {}

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
  private final List<Statement> evidence;
  private final List<Told> told;
  private final boolean across;

  /** Read when the claim has two that may be exchanged. */
  private @Nullable List<Told> given;

  /** Where the evidence has what the claim has: each is looked for once. */
  private final IdentityHashMap<Object, BitSet> places = new IdentityHashMap<>();

  private Exchanged(Statement claim, List<Statement> evidence, ClaimedValues values) {
    this.values = values;
    this.evidence = evidence;
    this.told = told(List.of(claim));
    this.across = evidence.stream().anyMatch(e -> e.language() != claim.language());
  }

  /** Returns the pairs that a claim may exchange. */
  static List<Pair> in(Statement claim, List<Statement> evidence, ClaimedValues values) {
    return new Exchanged(claim, evidence, values).pairs();
  }

  private List<Pair> pairs() {
    List<Pair> found = new ArrayList<>();
    List<Party> parties = parties();
    IdentityHashMap<Party, Topic> topics = new IdentityHashMap<>();
    for (int i = 0; i < parties.size(); i++) {
      for (int j = i + 1; j < parties.size(); j++) {
        Party one = parties.get(i);
        Party other = parties.get(j);
        if (one.kind() == other.kind()
            && !(areJoined(told, one, other) && areJoined(given(), one, other))
            && isExchanged(
                topics.computeIfAbsent(one, this::topic),
                topics.computeIfAbsent(other, this::topic))) {
          found.add(new Pair(one.text(), other.text()));
        }
      }
    }
    return found;
  }

  private List<Told> given() {
    if (given == null) {
      given = told(evidence);
    }
    return given;
  }

  private List<Party> parties() {
    List<Party> parties = new ArrayList<>();
    told.stream()
        .flatMap(t -> t.stretch().parties().stream())
        .filter(party -> parties.stream().noneMatch(known -> known.isSame(party, false)))
        .forEach(parties::add);
    return parties;
  }

  private Topic topic(Party party) {
    return new Topic(
        party.text(),
        where(told, t -> has(t, party, false)),
        where(given(), t -> has(t, party, across)),
        other -> party.isSame(other, false));
  }

  private static BitSet where(List<Told> all, Predicate<Told> holds) {
    BitSet where = new BitSet(all.size());
    for (int i = 0; i < all.size(); i++) {
      where.set(i, holds.test(all.get(i)));
    }
    return where;
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

  /** Returns if no verb stands between two who stand side by side: "A and B", "A, the B". */
  private static boolean areJoined(List<Told> all, Party one, Party other) {
    return all.stream()
        .map(Told::statement)
        .distinct()
        .anyMatch(
            statement -> areJoined(statement, one, other) || areJoined(statement, other, one));
  }

  private static boolean areJoined(Statement statement, Party first, Party second) {
    int from = statement.text().indexOf(first.text());
    int to = from < 0 ? -1 : statement.text().indexOf(second.text(), from + first.text().length());
    int end = from + first.text().length();
    return to >= 0
        && to - end <= LONGEST_TIE
        && statement.cues().predicates().stream()
            .noneMatch(predicate ->
                predicate.tense() != news.breve.reading.Predicate.Tense.NONE
                    && end <= predicate.word().start()
                    && predicate.word().end() <= to);
  }

  /** "Sued A and B": two that both tell of together do it together. */
  private static boolean areTogether(Topic one, Topic other) {
    return one.here().intersects(other.here()) && one.there().intersects(other.there());
  }

  private boolean isExchanged(Topic one, Topic other) {
    if (one.there().isEmpty() || other.there().isEmpty() || areTogether(one, other)) {
      return false;
    }
    Tally first = tally(one, other);
    Tally second = tally(other, one);
    int against = first.against + second.against;
    return first.against > 0
        && second.against > 0
        && against >= LEAST
        && against >= TIMES * (first.with + second.with);
  }

  private Tally tally(Topic own, Topic twin) {
    Tally tally = new Tally();
    for (int i = own.here().nextSetBit(0); i >= 0; i = own.here().nextSetBit(i + 1)) {
      if (!twin.here().get(i)) {
        tally(told.get(i), own, twin, tally);
      }
    }
    return tally;
  }

  private void tally(Told here, Topic own, Topic twin, Tally tally) {
    WordTable light = WordTable.lightWords(here.statement().language());
    for (Word word : here.stretch().words()) {
      if (!light.has(word)) {
        tally.add(vote(own, twin, places(word, t -> holds(t, word, here))), 1);
      }
    }
    for (Mention value : here.stretch().values()) {
      tally.add(vote(own, twin, places(value, t -> holds(t, value, here))), WEIGHT_OF_VALUE);
    }
    for (Party party : here.stretch().parties()) {
      if (!own.isParty().test(party)) {
        tally.add(vote(own, twin, places(party, t -> names(t, party))), WEIGHT_OF_VALUE);
      }
    }
  }

  private BitSet places(Object matter, Predicate<Told> holds) {
    return places.computeIfAbsent(matter, m -> where(given(), holds));
  }

  /** Returns 1 if anywhere it stands beside the one, −1 if only beside the twin, else 0. */
  private static int vote(Topic own, Topic twin, BitSet places) {
    return places.intersects(own.there()) ? 1 : places.intersects(twin.there()) ? -1 : 0;
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
