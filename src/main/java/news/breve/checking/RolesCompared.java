package news.breve.checking;

import java.util.List;
import java.util.Optional;
import news.breve.brief.Finding;
import news.breve.brief.Finding.Severity;
import news.breve.reading.ProperName;
import news.breve.reading.Role;

/** What people are called by what they do, against the article and against the other language. */
final class RolesCompared {
  private RolesCompared() {}

  /**
   * A person is called by the roles that the article gives them. One that it gives to others, or to
   * nobody, is wrong only if it excludes those: a mayor may be somebody's niece, and have been a
   * judge.
   */
  static Optional<Finding> judge(Role role, Claim claim, Cast cast) {
    if (role.general() || role.plural() || role.holder().isEmpty()) {
      return Optional.empty();
    }
    List<Role> given = role.holder().map(cast::rolesOf).orElse(List.of());
    List<Role> same = given.stream().filter(role::agreesWith).toList();
    List<Role> others =
        given.stream()
            .filter(other -> other.current() == role.current() && role.excludes(other))
            .toList();
    if (same.isEmpty() && !others.isEmpty()) {
      return Optional.of(otherwise(role, others.getFirst(), claim));
    }
    if (!same.isEmpty() && telling(same).stream().allMatch(role::isForAnother)) {
      return Optional.of(otherwise(role, same.getFirst(), claim));
    }
    if (!role.current() || !(role.office() || role.isRank())) {
      return Optional.empty();
    }
    List<Role> alike =
        cast.roles().stream().filter(other -> !other.general() && shares(role, other)).toList();
    if (alike.isEmpty()
        && !cast.hasKin(role)
        && role.holder().filter(holder -> cast.shows(role, holder)).isEmpty()) {
      return Optional.of(
          Finding.warning(NameCheck.NAME, claim.path(), "The article calls nobody so.")
              .with(role.text(), null));
    }
    boolean isAnothers =
        same.isEmpty()
            && !given.isEmpty()
            && given.stream().noneMatch(other -> other.general() || other.isRank())
            && !alike.isEmpty()
            && alike.stream().allMatch(other -> other.holder().isPresent());
    return isAnothers
        ? Optional.of(
            Finding.warning(NameCheck.NAME, claim.path(), "The article calls somebody else so.")
                .with(role.text(), given.getFirst().text()))
        : Optional.empty();
  }

  private static Finding otherwise(Role role, Role given, Claim claim) {
    return Finding.error(NameCheck.NAME, claim.path(), "The article calls this person otherwise.")
        .with(role.text(), given.text());
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
        if (one.excludes(other) && mayBeOfOne(one, other)) {
          return Optional.of(
              new Difference(
                  Severity.ERROR,
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
      List<Role> same = one.holder().isEmpty() ? List.of() : counterparts(one, english);
      if (!same.isEmpty()
          && same.stream()
              .allMatch(other ->
                  other.holder().isPresent() && shares(one, other) && other.isForAnother(one))) {
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
}
