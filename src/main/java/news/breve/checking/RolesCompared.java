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

  /** A person is called by the roles that the article gives them; a role that it has not is new. */
  static Optional<Finding> judge(Role role, Claim claim, Cast cast) {
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
            ? Finding.warning(NameCheck.NAME, claim.path(), "The article calls nobody so.")
            : Finding.error(
                NameCheck.NAME, claim.path(), "The article calls this person otherwise.");
    return Optional.of(finding.with(role.text(), expected));
  }

  private static boolean shares(Role one, Role other) {
    return one.roles().stream().anyMatch(other.roles()::contains);
  }

  /** A role in each language that the other has nothing like: one was put for the other. */
  static Optional<Difference> of(Claim french, Claim english) {
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
    return one.last().isSame(other.last(), true);
  }
}
