package news.breve.checking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import news.breve.article.Language;
import news.breve.brief.Finding;
import news.breve.brief.Finding.Severity;
import news.breve.reading.NamePart;
import news.breve.reading.ProperName;
import news.breve.reading.Role;
import news.breve.reading.Vocabulary;
import news.breve.reading.Word;

/**
 * People, bodies and places of the draft are those of the article. A name needs no more than the
 * cited sentences: itself, a part of it that the article gives in full, or a pronoun for it. A name
 * that stands elsewhere in the article wants another citation; one that stands nowhere is wrong.
 */
final class NameCheck implements Check {
  static final String NAME = "name";
  private static final String EVIDENCE = "evidence";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> check(Case all) {
    Cast cast = new Cast(all.passages(), all.article().language());
    List<Finding> findings = new ArrayList<>();
    for (Item item : all.items()) {
      for (Claim claim : item.claims()) {
        if (claim.ownLanguage()) {
          for (ProperName name : claim.statement().names()) {
            judge(name, claim, cast).ifPresent(findings::add);
          }
          for (Role role : claim.statement().roles()) {
            judge(role, claim, cast).ifPresent(findings::add);
          }
        }
      }
    }
    return List.copyOf(findings);
  }

  private static Optional<Finding> judge(ProperName name, Claim claim, Cast cast) {
    List<NamePart> parts =
        name.parts().stream().filter(part -> counts(part, name, claim, cast)).toList();
    Optional<NamePart> unknown =
        parts.stream().filter(part -> !cast.has(part, claim.language())).findFirst();
    if (unknown.isPresent()) {
      return Optional.of(unknown(name, unknown.get(), claim, cast));
    }
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    return mixed(name, parts, claim, cast)
        .or(() -> pieced(name, parts, claim, cast))
        .or(() -> uncited(name, parts, claim, cast));
  }

  /** A person is called by the roles that the article gives them; a role that it has not is new. */
  private static Optional<Finding> judge(Role role, Claim claim, Cast cast) {
    boolean telling = role.holder().isPresent() || (role.office() && role.noun());
    if (role.general() || !telling) {
      return Optional.empty();
    }
    List<Role> given = role.holder().map(cast::rolesOf).orElse(List.of());
    List<Role> alike = cast.roles().stream().filter(other -> shares(role, other)).toList();
    boolean isGiven =
        given.stream().anyMatch(other -> shares(role, other))
            || (!given.isEmpty() && given.stream().allMatch(Role::general));
    // Who is called so without a name may be anybody, unless another is called so by name.
    boolean isFree =
        !alike.isEmpty()
            && (given.isEmpty() || alike.stream().allMatch(other -> other.holder().isEmpty()));
    if (isGiven || isFree) {
      return Optional.empty();
    }
    if (given.isEmpty() && cast.hasKin(role)) {
      return Optional.empty();
    }
    String expected = given.isEmpty() ? null : given.getFirst().text();
    Finding finding =
        given.isEmpty()
            ? Finding.warning(NAME, claim.path(), "The article calls nobody so.")
            : Finding.error(NAME, claim.path(), "The article calls this person otherwise.");
    return Optional.of(finding.with(role.text(), expected));
  }

  private static boolean shares(Role one, Role other) {
    return one.roles().stream().anyMatch(other.roles()::contains);
  }

  /**
   * A capital that opens a sentence makes no name: the word is one if the article has it as a name
   * or one like it, or if the other language has it too.
   */
  private static boolean counts(
      NamePart part, ProperName name, Claim claim, Cast cast) {
    if (!part.opening() || cast.isName(part)) {
      return true;
    }
    if (cast.has(part, claim.language())) {
      return false;
    }
    boolean isInBoth = claim.twin().anyMatch(twin -> hasSame(part, twin.statement().names()));
    return part.isUntranslatable()
        ? isInBoth || cast.nearest(part).isPresent()
        : isInBoth && name.parts().size() > 1;
  }

  private static boolean hasSame(NamePart part, List<ProperName> names) {
    return names.stream()
        .flatMap(name -> name.parts().stream())
        .anyMatch(other -> other.words().equals(part.words()));
  }

  private static Finding unknown(ProperName name, NamePart part, Claim claim, Cast cast) {
    String expected =
        cast.nearest(part)
            .or(() -> sharing(name, part, cast))
            .map(entry -> entry.name().text())
            .orElse(null);
    boolean certain =
        part.isUntranslatable() || name.isPerson() || expected != null || !part.known().isEmpty();
    Finding finding =
        certain
            ? Finding.error(NAME, claim.path(), "The article does not name this.")
            : Finding.warning(NAME, claim.path(), "The article does not call it so.");
    return finding.with(name.text(), expected);
  }

  /** Returns the name of the article that has another part of a name. */
  private static Optional<Cast.Entry> sharing(ProperName name, NamePart unlike, Cast cast) {
    return name.parts().stream()
        .filter(part -> !part.equals(unlike))
        .flatMap(part -> cast.with(part).stream())
        .findFirst();
  }

  /** Given name and surname of two people. */
  private static Optional<Finding> mixed(
      ProperName name, List<NamePart> parts, Claim claim, Cast cast) {
    if (!name.isPerson() || parts.size() < 2) {
      return Optional.empty();
    }
    List<Cast.Entry> namesakes = cast.with(name.last());
    boolean together =
        namesakes.stream()
            .map(Cast.Entry::sentence)
            .distinct()
            .map(number -> cast.passages().get(number - 1).statement().vocabulary())
            .anyMatch(words -> parts.stream().allMatch(part -> words.names(part, claim.language())));
    return together || namesakes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Finding.error(NAME, claim.path(), "The article names nobody of this name in full.")
                .with(name.text(), namesakes.getFirst().name().text()));
  }

  /** A body's name that is put together from words of several. */
  private static Optional<Finding> pieced(
      ProperName name, List<NamePart> parts, Claim claim, Cast cast) {
    List<NamePart> own = parts.stream().filter(part -> !part.isPlace()).toList();
    if (name.isPerson()
        || own.size() < 2
        || cast.passages().stream()
            .map(passage -> passage.statement().vocabulary())
            .anyMatch(words ->
                own.stream()
                    .allMatch(part ->
                        words.names(part, claim.language())
                            || words.means(part, claim.language())))) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.error(NAME, claim.path(), "The article does not name this.")
            .with(
                name.text(),
                own.stream()
                    .flatMap(part -> cast.with(part).stream())
                    .map(entry -> entry.name().text())
                    .findFirst()
                    .orElse(null)));
  }

  private static Optional<Finding> uncited(
      ProperName name, List<NamePart> parts, Claim claim, Cast cast) {
    if (claim.item().cited().isEmpty() || claim.evidence().isEmpty()) {
      return Optional.empty();
    }
    if (stands(name, parts, vocabularies(claim.evidence()), claim)
        || claim.evidence().stream().anyMatch(passage -> cast.refersTo(passage, name))) {
      return Optional.empty();
    }
    Optional<Passage> elsewhere =
        cast.passages().stream()
            .filter(passage -> stands(name, parts, vocabularies(List.of(passage)), claim))
            .max(java.util.Comparator.<Passage>comparingInt(
                    passage -> fit(claim, List.of(passage)))
                .thenComparing(passage -> -passage.number()));
    if (elsewhere.isEmpty()) {
      return Optional.empty();
    }
    boolean replaced =
        fit(claim, claim.evidence()) > fit(claim, List.of(elsewhere.get()))
            && cast.passages().size() > 1;
    return Optional.of(
        replaced
            ? Finding.error(NAME, claim.path(), "The cited sentences say this of another name.")
                .with(name.text(), null)
            : Finding.error(
                    EVIDENCE,
                    claim.item().path() + "/evidence",
                    "The name stands in a sentence that is not cited.")
                .with(name.text(), "sentence " + elsewhere.get().number()));
  }

  /** A person stands where the last name stands; a body or a work where most of its words do. */
  private static boolean stands(
      ProperName name, List<NamePart> parts, List<Vocabulary> sentences, Claim claim) {
    Language language = claim.language();
    Vocabulary own = claim.statement().vocabulary();
    if (sentences.stream().anyMatch(words -> words.abbreviates(name, own))) {
      return true;
    }
    if (name.isPerson()) {
      return sentences.stream().anyMatch(words -> words.names(name.last(), language));
    }
    long found =
        parts.stream()
            .filter(part ->
                sentences.stream()
                    .anyMatch(words -> words.names(part, language) || words.means(part, language)))
            .count();
    return found * 2 >= parts.size();
  }

  private static List<Vocabulary> vocabularies(List<Passage> passages) {
    return passages.stream().map(passage -> passage.statement().vocabulary()).toList();
  }

  /** Returns how many words of a claim, names aside, some sentences have too. */
  private static int fit(Claim claim, Collection<Passage> passages) {
    int fit = 0;
    for (Word word : claim.statement().words()) {
      boolean inName =
          claim.statement().names().stream()
              .anyMatch(name -> name.start() <= word.start() && word.start() < name.end());
      if (!inName
          && passages.stream()
              .flatMap(passage -> passage.statement().words().stream())
              .anyMatch(word::isLike)) {
        fit++;
      }
    }
    return fit;
  }

  @Override
  public List<Difference> compare(Claim french, Claim english) {
    List<Lost> lost = lost(french, english);
    List<Lost> added = lost(english, french);
    List<Difference> differences = new ArrayList<>();
    for (Lost name : lost) {
      name.severity(!added.isEmpty())
          .ifPresent(severity ->
              differences.add(
                  new Difference(
                      severity,
                      "The English does not name what the French names.",
                      name.name().text(),
                      null)));
    }
    for (Lost name : added) {
      name.severity(!lost.isEmpty())
          .ifPresent(severity ->
              differences.add(
                  new Difference(
                      severity,
                      "The French does not name what the English names.",
                      null,
                      name.name().text())));
    }
    roles(french, english).ifPresent(differences::add);
    return differences;
  }

  /**
   * A name that the other language doesn't have.
   *
   * @param parts those of its words that tell
   * @param inBody whether it belongs to a longer name of which the other language has some words
   * @param own whether it stands in the article's language
   */
  private record Lost(ProperName name, List<NamePart> parts, boolean inBody, boolean own) {
    /** Returns how much it weighs, given whether the other language has a name that this lacks. */
    Optional<Severity> severity(boolean isReplaced) {
      if (name.isPerson()) {
        return Optional.of(Severity.ERROR);
      }
      boolean isKnown = parts.stream().noneMatch(part -> part.known().isEmpty());
      boolean isAcronym = parts.stream().allMatch(NamePart::acronym);
      boolean isMeant = parts.stream().noneMatch(NamePart::isUntranslatable);
      if (isKnown) {
        return Optional.of(own || isReplaced ? Severity.ERROR : Severity.WARNING);
      }
      if (isAcronym) {
        return Optional.of(isReplaced ? Severity.WARNING : Severity.ERROR);
      }
      if (inBody) {
        return isReplaced ? Optional.of(isMeant ? Severity.ERROR : Severity.WARNING) : Optional.empty();
      }
      return Optional.of(isReplaced || !isMeant ? Severity.ERROR : Severity.WARNING);
    }
  }

  private static List<Lost> lost(Claim claim, Claim twin) {
    Vocabulary words = twin.statement().vocabulary();
    List<Lost> lost = new ArrayList<>();
    for (ProperName name : claim.statement().names()) {
      List<NamePart> parts =
          name.parts().stream()
              .filter(part -> !part.opening() || (part.isProper() && isCited(part, claim)))
              .filter(part -> !claim.statement().vocabulary().introduces(part))
              .toList();
      if (!parts.isEmpty() && !stands(name, parts, List.of(words), claim)) {
        boolean inBody =
            claim.statement().linked(name).stream()
                .flatMap(other -> other.parts().stream())
                .anyMatch(part ->
                    words.names(part, claim.language()) || words.means(part, claim.language()));
        lost.add(new Lost(name, parts, inBody, claim.ownLanguage()));
      }
    }
    return lost;
  }

  /** A role in each language that the other has nothing like: one was put for the other. */
  private static Optional<Difference> roles(Claim french, Claim english) {
    Optional<Role> lost = unlike(french, english);
    Optional<Role> added = unlike(english, french);
    return lost.isEmpty() || added.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Difference(
                Severity.ERROR,
                "French and English call a person by different roles.",
                lost.get().text(),
                added.get().text()));
  }

  private static Optional<Role> unlike(Claim claim, Claim twin) {
    return claim.statement().roles().stream()
        .filter(role -> !role.general() && role.noun())
        .filter(role -> counterparts(role, twin).stream().noneMatch(role::agreesWith))
        .findFirst();
  }

  /** The other language's roles of the same person; where it gives them none, those of nobody. */
  private static List<Role> counterparts(Role role, Claim twin) {
    List<Role> roles = twin.statement().roles();
    List<Role> same =
        roles.stream()
            .filter(other ->
                role.holder()
                    .flatMap(holder -> other.holder().filter(o -> isSame(holder, o)))
                    .isPresent())
            .toList();
    return same.isEmpty()
        ? roles.stream().filter(other -> other.holder().isEmpty() || shares(role, other)).toList()
        : same;
  }

  private static boolean isSame(ProperName one, ProperName other) {
    return one.last().words().equals(other.last().words())
        || one.last().sound().equals(other.last().sound());
  }

  private static boolean isCited(NamePart part, Claim claim) {
    return claim.evidence().stream()
        .flatMap(passage -> passage.statement().names().stream())
        .flatMap(name -> name.parts().stream())
        .anyMatch(cited -> !cited.opening() && cited.words().equals(part.words()));
  }
}
