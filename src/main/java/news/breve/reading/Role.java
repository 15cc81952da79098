package news.breve.reading;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * What a statement calls somebody by what they do.
 *
 * @param text as written
 * @param roles the roles it may stand for, the same in both languages
 * @param general whether it says so little that it contradicts nothing: a chief, an official
 * @param family what it excludes others of: posts, professions, ranks, kin, parts in a case
 * @param plural whether several are called so
 * @param office whether it is a post that one person or few hold
 * @param current whether no word before it says that somebody was it, or is to be it
 * @param domain what it is for, as names of bodies say it: of a minister of health, health
 * @param noun whether an article or the like before it, or a name after it, shows that it is a noun
 * @param holder who is called so, where the statement puts name and role side by side
 * @param start UTF-16 offset in the statement
 * @param end UTF-16 offset after it
 */
public record Role(
    String text,
    Set<String> roles,
    boolean general,
    String family,
    boolean plural,
    boolean office,
    boolean current,
    Set<String> domain,
    boolean noun,
    Optional<ProperName> holder,
    int start,
    int end) {
  /** Who owns, founds or runs for something may do anything else. */
  private static final String STANDING = "standing";

  private static final String RANK = "rank";

  private static final Set<String> MINISTERS =
      Set.of(
          "minister",
          "minister delegate",
          "deputy minister",
          "secretary of state",
          "state councillor",
          "federal councillor",
          "critic");

  /** What somebody does for a living; of two, each text that knows one would say it. */
  private static final Set<String> WORK = Set.of("office", "specific", RANK);

  public Role {
    roles = Set.copyOf(roles);
    domain = Set.copyOf(domain);
  }

  /**
   * Returns if who is one of the two is hardly the other, as far as the table knows: a post
   * excludes another, and a rank another, but a general may be a chief of staff.
   */
  public boolean excludes(Role other) {
    return !agreesWith(other) && family.equals(other.family) && !family.equals(STANDING);
  }

  /** Returns if it is one of an army or a police force. */
  public boolean isRank() {
    return family.equals(RANK);
  }

  /** Returns it without who is called so. */
  Role ofNobody() {
    return new Role(
        text,
        roles,
        general,
        family,
        plural,
        office,
        current,
        domain,
        noun,
        Optional.empty(),
        start,
        end);
  }

  /** Returns if it is of those that several have at once, told apart by what they are for. */
  public boolean isMinister() {
    return !Collections.disjoint(roles, MINISTERS);
  }

  /** Returns if it is a post, a profession or a rank. */
  public boolean isWork() {
    return WORK.contains(family);
  }

  /** Returns if both are for something, and for nothing alike: ministers of health and of war. */
  public boolean isForAnother(Role other) {
    return !domain.isEmpty()
        && !other.domain.isEmpty()
        && domain.stream().noneMatch(other.domain::contains);
  }

  /** Returns if two may be one person's role as far as the table knows. */
  public boolean agreesWith(Role other) {
    return general || other.general || roles.stream().anyMatch(other.roles::contains);
  }
}
