package news.breve.reading;

import java.util.Optional;
import java.util.Set;

/**
 * What a statement calls somebody by what they do.
 *
 * @param text as written
 * @param roles the roles it may stand for, the same in both languages
 * @param general whether it says so little that it contradicts nothing: a chief, an official
 * @param office whether it is a post that one person or few hold
 * @param noun whether an article or the like before it, or a name after it, shows that it is a noun
 * @param holder who is called so, where the statement puts name and role side by side
 * @param start UTF-16 offset in the statement
 * @param end UTF-16 offset after it
 */
public record Role(
    String text,
    Set<String> roles,
    boolean general,
    boolean office,
    boolean noun,
    Optional<ProperName> holder,
    int start,
    int end) {
  public Role {
    roles = Set.copyOf(roles);
  }

  /** Returns if two may be one person's role as far as the table knows. */
  public boolean agreesWith(Role other) {
    return general || other.general || roles.stream().anyMatch(other.roles::contains);
  }
}
