package news.breve.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A proper name as a statement has it: words with capitals that belong together, or a demonym.
 *
 * @param text as written
 * @param parts its words without particles and initials; at least one
 * @param addressed whether a courtesy title or an office stands right before it, as before persons
 * @param start UTF-16 offset in the statement
 * @param end UTF-16 offset after it
 */
public record ProperName(String text, List<NamePart> parts, boolean addressed, int start, int end) {
  public ProperName {
    parts = List.copyOf(parts);
  }

  public NamePart first() {
    return parts.getFirst();
  }

  /** Returns the places and bodies that the tables know by a part of it. */
  public Set<Value> known() {
    return parts.stream()
        .flatMap(part -> part.known().stream())
        .filter(value -> !(value instanceof Value.Person))
        .collect(Collectors.toSet());
  }

  /** Returns if it names a country, or what belongs to one, and nothing else. */
  public boolean isOfCountry() {
    return parts.stream()
        .allMatch(
            part -> !part.known().isEmpty() && part.known().stream().allMatch(Metonyms::isCountry));
  }

  /** Returns the part that a person is known by. */
  public NamePart last() {
    return parts.getLast();
  }

  /** Returns if it has all of some parts of a name in its own language. */
  public boolean has(List<NamePart> some) {
    return some.stream().allMatch(one -> parts.stream().anyMatch(part -> part.isSame(one, false)));
  }

  /**
   * Returns if it is a person: a title stands before it, or it has two words or more of which no
   * table knows a body or a place, and one that means nothing else. Surnames may be words.
   */
  public boolean isPerson() {
    boolean named =
        parts.size() >= 2
            && parts.size() <= 4
            && parts.stream().noneMatch(part -> part.acronym() || part.isKindOfBody())
            && parts.stream().anyMatch(NamePart::isOfPerson);
    return (addressed || named) && known().isEmpty();
  }
}
