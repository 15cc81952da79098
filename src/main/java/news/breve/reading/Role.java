package news.breve.reading;

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
