package news.breve.checking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import news.breve.reading.Act;
import news.breve.reading.MutualVerbs;
import news.breve.reading.Participant;
import news.breve.reading.Statement;
import news.breve.reading.Word;
import org.jspecify.annotations.Nullable;

/**
 * Finds acts of a claim whose roles the evidence gives otherwise: who did it there has it done to
 * them, or another did it. An order of words is no proof: a warning.
 */
final class RoleReversal {
  /**
   * An act that others do in the evidence.
   *
   * @param participant who has another role in it
   * @param verb the act in the claim's words
   */
  record Reversed(Participant participant, Word verb) {
    String words() {
      return participant.text() + " … " + verb.text();
    }
  }

  /** What the article's words for its people are taken from. */
  private final List<Statement> statements;

  /** Whom the article calls by an office: « le préfet » is Olivier Castagnet; empty if several. */
  private final Map<String, List<String>> nameByOffice = new HashMap<>();

  /** The statements by the stems of their words; filled when first asked for. */
  private final Map<String, Set<Statement>> byStem = new HashMap<>();

  /** Takes the article's words for its people from some statements. */
  RoleReversal(List<Statement> statements) {
    this.statements = statements;
  }

  /** Reads the acts of those statements only that have the word for an office. */
  private List<String> nameOf(String office) {
    List<String> name = null;
    for (Statement statement : byStem().getOrDefault(office, Set.of())) {
      for (Act act : statement.acts()) {
        name = learn(name, act.agents(), office);
        name = learn(name, act.patients(), office);
      }
    }
    return name == null ? List.of() : name;
  }

  private Map<String, Set<Statement>> byStem() {
    if (byStem.isEmpty()) {
      for (Statement statement : statements) {
        for (Word word : statement.words()) {
          byStem.computeIfAbsent(word.stem(), stem -> new LinkedHashSet<>()).add(statement);
        }
      }
    }
    return byStem;
  }

  private static @Nullable List<String> learn(
      @Nullable List<String> known, List<Participant> participants, String office) {
    List<String> name = known;
    for (Participant participant : participants) {
      boolean isHolder =
          participant.isNamed()
              && participant.head().filter(word -> word.stem().equals(office)).isPresent();
      if (isHolder) {
        boolean other = name != null && (name.isEmpty() || !isSame(name, participant.names()));
        name = other ? List.of() : participant.names();
      }
    }
    return name;
  }

  private static boolean isSame(List<String> one, List<String> other) {
    return one.getLast().equals(other.getLast());
  }

  /** Returns the acts of a claim that the evidence gives to others. */
  List<Reversed> in(Statement claim, List<Statement> evidence) {
    List<Reversed> found = new ArrayList<>();
    boolean own = evidence.stream().allMatch(e -> e.language() == claim.language());
    for (Act act : claim.acts()) {
      if (isSpeechToNobody(act) || (!own && MutualVerbs.has(act.verb()))) {
        continue;
      }
      List<Act> like =
          evidence.stream()
              .flatMap(e -> e.acts().stream())
              .filter(g -> isLike(act, g, own))
              .toList();
      reversed(act, like, claim, evidence)
          .ifPresent(participant -> found.add(new Reversed(participant, act.verb())));
    }
    return found;
  }

  /** Who says something is the matter of another check, unless it is said to somebody. */
  private boolean isSpeechToNobody(Act act) {
    return act.kind() == Act.Kind.SPEECH
        && act.patients().stream().allMatch(patient -> names(patient).isEmpty());
  }

  private Optional<Participant> reversed(
      Act act, List<Act> like, Statement claim, List<Statement> evidence) {
    boolean own = evidence.stream().allMatch(e -> e.language() == claim.language());
    if (like.isEmpty()) {
      return Optional.empty();
    }
    return reversed(act.agents(), act.patients(), like, Act::agents, Act::patients)
        .or(() -> reversed(act.patients(), act.agents(), like, Act::patients, Act::agents))
        .or(() -> own ? replaced(act, like, Act::agents, claim, evidence) : Optional.empty())
        .or(() -> own ? replaced(act, like, Act::patients, claim, evidence) : Optional.empty());
  }

  /**
   * Across languages, only deeds are compared: who says it follows what is said, or precedes it,
   * and « éditeur de Hull » is one who publishes there.
   */
  private static boolean isLike(Act one, Act other, boolean own) {
    return own
        ? one.verb().isLike(other.verb())
            && (other.kind() != Act.Kind.SPEECH || !other.patients().isEmpty())
        : one.verb().sharesConcept(other.verb())
            && one.kind() == Act.Kind.DEED
            && other.kind() == Act.Kind.DEED;
  }

  /** Returns who has one role in the claim, and in the evidence only the other. */
  private Optional<Participant> reversed(
      List<Participant> here,
      List<Participant> there,
      List<Act> given,
      Function<Act, List<Participant>> same,
      Function<Act, List<Participant>> opposite) {
    for (Participant participant : here) {
      boolean stays = given.stream().anyMatch(act -> holds(same.apply(act), participant));
      boolean turns = given.stream().anyMatch(act -> holds(opposite.apply(act), participant));
      if (!stays && turns && !holds(there, participant)) {
        return Optional.of(participant);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns who has a role that the evidence, which names them, gives to somebody else each time.
   * Who says what is the matter of another check.
   */
  private Optional<Participant> replaced(
      Act claimed,
      List<Act> given,
      Function<Act, List<Participant>> same,
      Statement claim,
      List<Statement> evidence) {
    if (claimed.kind() != Act.Kind.DEED) {
      return Optional.empty();
    }
    for (Participant participant : same.apply(claimed)) {
      boolean others =
          given.stream()
              .allMatch(act ->
                  same.apply(act).stream()
                          .anyMatch(one ->
                              isAnother(one, participant, claim)
                                  && evidence.stream()
                                      .noneMatch(e -> areOne(e.text(), one, participant)))
                      && !holds(act.agents(), participant)
                      && !holds(act.patients(), participant));
      if (others && isNamed(participant, evidence)) {
        return Optional.of(participant);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns if somebody in the evidence is another than one in the claim, which has them both. A
   * body and who speaks for it may do the same: « la FVQ », « la présidente de la FVQ »; whom the
   * claim lacks may only go by another name, unless both have one in full.
   */
  private boolean isAnother(Participant one, Participant other, Statement claim) {
    List<String> names = one.names();
    if (names.isEmpty()) {
      return false;
    }
    return !abbreviates(names, names(other))
        && !abbreviates(names(other), names)
        && one.complements().stream().noneMatch(names(other)::contains)
        && other.complements().stream().noneMatch(names::contains)
        && (claim.capitals().contains(names.getLast())
            || (names.size() > 1 && names(other).size() > 1));
  }

  /** « La déléguée CSC, Loubna Haddioui » is one person, whatever the first words name. */
  private static boolean areOne(String text, Participant one, Participant other) {
    return text.contains(one.text() + ", " + other.text())
        || text.contains(other.text() + ", " + one.text());
  }

  /** ESA, European Space Agency. */
  private static boolean abbreviates(List<String> one, List<String> other) {
    StringBuilder initials = new StringBuilder();
    other.forEach(name -> initials.append(name.charAt(0)));
    return one.size() == 1 && initials.length() > 1 && one.getFirst().contentEquals(initials);
  }

  /** Returns if the evidence has somebody's name; if not, it is another check's matter. */
  private boolean isNamed(Participant participant, List<Statement> evidence) {
    List<String> names = names(participant);
    return !names.isEmpty()
        && evidence.stream()
            .flatMap(statement -> statement.capitals().stream())
            .anyMatch(names.getLast()::equals);
  }

  private boolean holds(List<Participant> all, Participant wanted) {
    return all.stream().anyMatch(one -> isSame(one, wanted));
  }

  private boolean isSame(Participant one, Participant other) {
    List<String> names = names(one);
    List<String> others = names(other);
    if (!names.isEmpty() && !others.isEmpty()) {
      return Participant.isSameName(names, others);
    }
    return false;
  }

  private List<String> names(Participant participant) {
    if (participant.isNamed()) {
      return participant.names();
    }
    return participant
        .head()
        .map(word -> nameByOffice.computeIfAbsent(word.stem(), this::nameOf))
        .orElse(List.of());
  }
}
