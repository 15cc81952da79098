package news.breve.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clause, or a part of one, that speaks of the same people, bodies and places.
 *
 * @param parties whom it names, or calls by an office; empty if it names nobody
 * @param words its other words that carry meaning, outside of values
 * @param values its values
 */
public record Stretch(List<Party> parties, List<Word> words, List<Mention> values) {
  /**
   * Somebody or something named.
   *
   * @param text as written
   * @param name its proper name; null for an office without its holder
   * @param role the office; null for a name
   */
  public record Party(String text, @Nullable ProperName name, @Nullable Role role) {
    /** What sort of party it is. */
    public enum Kind {
      PERSON,
      BODY,
      PLACE
    }

    /** Returns what sort of party it is, as far as its name shows. */
    public Kind kind() {
      if (name == null || name.isPerson()) {
        return Kind.PERSON;
      }
      return name.known().stream().anyMatch(Value.Place.class::isInstance) ? Kind.PLACE : Kind.BODY;
    }

    /** Returns if two may be the same one. */
    public boolean isSame(Party other, boolean across) {
      if (name != null && other.name != null) {
        return name.parts().stream()
            .filter(part -> !part.text().isEmpty())
            .anyMatch(
                part -> other.name.parts().stream().anyMatch(there -> part.isSame(there, across)));
      }
      return role != null && other.role != null && role.agreesWith(other.role);
    }
  }

  public Stretch {
    parties = List.copyOf(parties);
    words = List.copyOf(words);
    values = List.copyOf(values);
  }
}
