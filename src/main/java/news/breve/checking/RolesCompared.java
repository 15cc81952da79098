package news.breve.checking;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import news.breve.brief.Finding;
import news.breve.brief.Finding.Severity;
import news.breve.reading.ProperName;
import news.breve.reading.Role;
import news.breve.reading.Statement;

/** What people are called by what they do, against the article and against the other language. */
final class RolesCompared {
  private RolesCompared() {}

  /**
   * A person is called by the roles that the article gives them. One that it gives to others, or to
   * nobody, is wrong only if it excludes those: a mayor may be somebody's niece, and have been a
   * judge. It hardly is where a sentence about them shows that they have it: who chairs a
   * committee.
   */
  static Optional<Finding> judge(Role role, Claim claim, Cast cast) {
    if (role.general() || role.plural() || role.holder().isEmpty()) {
      return Optional.empty();
    }
    ProperName holder = role.holder().get();
    List<Role> given = cast.rolesOf(holder);
    List<Role> same = telling(given.stream().filter(role::agreesWith).toList());
    if (same.stream().anyMatch(other -> !other.general())) {
      return ofAnotherThing(role, same, claim);
    }
    Optional<Role> excluded =
        given.stream()
            .filter(other -> other.current() == role.current() && role.excludes(other))
            .filter(other -> same.isEmpty() || role.isWork())
            .findFirst();
    if (excluded.isPresent()) {
      boolean sure =
          same.isEmpty() && cast.near(holder).noneMatch(near -> isShown(role, near.statement()));
      Severity severity = sure ? Severity.ERROR : Severity.WARNING;
      return Optional.of(otherwise(severity, role, excluded.get(), claim));
    }
    List<Role> alike =
        cast.roles().stream().filter(other -> !other.general() && shares(role, other)).toList();
    Optional<Role> work =
        given.stream().anyMatch(Role::isRank)
            ? Optional.empty()
            : given.stream().filter(Role::isWork).findFirst();
    if (same.isEmpty() && role.isWork() && work.isPresent() && !isShown(role, holder, cast)) {
      boolean isAnothers =
          !alike.isEmpty() && alike.stream().allMatch(other -> other.holder().isPresent());
      return Optional.of(
          otherwise(isAnothers ? Severity.ERROR : Severity.WARNING, role, work.get(), claim));
    }
    boolean isPost = role.current() && (role.office() || role.isRank());
    return isPost && alike.isEmpty() && !cast.hasKin(role) && !cast.shows(role, holder)
        ? Optional.of(
            Finding.warning(NameCheck.NAME, claim.path(), "The article calls nobody so.")
                .with(role.text(), null))
        : Optional.empty();
  }

  /** Returns if a sentence about somebody has a word by which it shows a role, or of its family. */
  private static boolean isShown(Role role, ProperName holder, Cast cast) {
    return cast.near(holder)
        .map(Passage::statement)
        .anyMatch(sentence -> sentence.shows(role) || sentence.vocabulary().hasKin(role.text()));
  }

  /** The same post for something else: a minister of war, the health critic. */
  private static Optional<Finding> ofAnotherThing(Role role, List<Role> same, Claim claim) {
    return role.isMinister() && same.stream().allMatch(role::isForAnother)
        ? Optional.of(otherwise(Severity.ERROR, role, same.getFirst(), claim))
        : Optional.empty();
  }

  private static Finding otherwise(Severity severity, Role role, Role given, Claim claim) {
    return new Finding(
        NameCheck.NAME,
        severity,
        claim.path(),
        "The article calls this person otherwise.",
        role.text(),
        given.text());
  }

  private static boolean shares(Role one, Role other) {
    return one.roles().stream().anyMatch(other.roles()::contains);
  }

  /** A role in each language that excludes the other's: one was put for the other. */
  static Optional<Difference> of(Claim french, Claim english) {
    Optional<Difference> domains = ofDomains(french, english);
    if (domains.isPresent()) {
      return domains;
    }
    List<Role> lost = unlike(french, english);
    List<Role> added = unlike(english, french);
    for (Role one : lost) {
      for (Role other : added) {
        boolean excluded = one.excludes(other);
        if (mayBeOfOne(one, other) && (excluded || areWorkOfOne(one, other))) {
          return Optional.of(
              new Difference(
                  excluded ? Severity.ERROR : Severity.WARNING,
                  "French and English call a person by different roles.",
                  one.text(),
                  other.text()));
        }
      }
    }
    return Optional.empty();
  }

  /** A minister of health in one language, and of finance in the other. */
  private static Optional<Difference> ofDomains(Claim french, Claim english) {
    for (Role one : french.statement().roles()) {
      List<Role> same = one.holder().isEmpty() ? only(one, french, english) : named(one, english);
      if (one.isMinister()
          && !same.isEmpty()
          && same.stream().allMatch(other -> shares(one, other) && other.isForAnother(one))) {
        return Optional.of(
            new Difference(
                Severity.WARNING,
                "French and English say what a person is in charge of differently.",
                one.text(),
                same.getFirst().text()));
      }
    }
    return Optional.empty();
  }

  private static List<Role> named(Role role, Claim twin) {
    return counterparts(role, twin).stream().filter(other -> other.holder().isPresent()).toList();
  }

  /** The one role like it of the other language, where this one has no second either. */
  private static List<Role> only(Role role, Claim claim, Claim twin) {
    List<Role> like =
        twin.statement().roles().stream().filter(other -> shares(role, other)).toList();
    boolean isOnly =
        like.size() == 1
            && claim.statement().roles().stream().filter(other -> shares(role, other)).count() == 1;
    return isOnly ? like : List.of();
  }

  private static List<Role> unlike(Claim claim, Claim twin) {
    return claim.statement().roles().stream()
        .filter(role -> !role.general() && role.noun())
        .filter(role -> counterparts(role, twin).stream().noneMatch(role::agreesWith))
        .toList();
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
        : telling(same);
  }

  /** Returns those roles that say something, where any does: a doctor may be anything else. */
  private static List<Role> telling(List<Role> roles) {
    List<Role> telling = roles.stream().filter(role -> !role.general()).toList();
    return telling.isEmpty() ? roles : telling;
  }

  /** Two professions of one person, each of which one language alone tells. */
  private static boolean areWorkOfOne(Role one, Role other) {
    return one.isWork()
        && other.isWork()
        && one.holder().isPresent()
        && other.holder().isPresent()
        && one.current() == other.current();
  }

  /** One of several is not all of them, and who is called so by name is nobody else. */
  private static boolean mayBeOfOne(Role one, Role other) {
    boolean named = one.holder().isPresent() || other.holder().isPresent();
    boolean same =
        one.holder().isEmpty()
            || other.holder().isEmpty()
            || isSame(one.holder().get(), other.holder().get());
    return named && same && one.plural() == other.plural();
  }

  private static boolean isSame(ProperName one, ProperName other) {
    return one.last().isSame(other.last(), true);
  }

  /** "Roy, who chairs the committee": by a word that is nobody's office itself. */
  private static boolean isShown(Role role, Statement statement) {
    return statement.shows(role)
        && statement.roles().stream()
            .allMatch(other -> Collections.disjoint(other.roles(), role.roles()));
  }
}
