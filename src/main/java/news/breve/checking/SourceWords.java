package news.breve.checking;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import news.breve.reading.AttributionRelation.Span;
import news.breve.reading.Role;
import news.breve.reading.Statement;
import news.breve.reading.Value;
import news.breve.reading.Word;

/** The words that name a source: proper names, known bodies and places, offices. */
final class SourceWords {
  private final Set<String> names = new HashSet<>();
  private final Set<Value> known;
  private final List<Word> words;
  private final List<Role> roles;
  private final boolean french;

  SourceWords(Statement statement, Span span) {
    french = statement.language() == news.breve.article.Language.FRENCH;
    roles = statement.roles().stream().filter(role -> span.covers(role.start())).toList();
    words = statement.words().stream().filter(word -> span.covers(word.start())).toList();
    known =
        statement.values().stream()
            .filter(mention -> span.covers(mention.start()))
            .map(mention -> mention.value())
            .filter(value -> value instanceof Value.Organization || value instanceof Value.Place)
            .collect(Collectors.toSet());
    // The Nepalese police are Nepal's.
    statement.names().stream()
        .filter(name -> span.covers(name.start()))
        .forEach(name -> known.addAll(name.known()));
    for (Word word : words) {
      boolean capital = Character.isUpperCase(word.text().codePointAt(0));
      boolean opens = word.start() == 0 && !word.concepts().isEmpty();
      if (capital && !opens && word.text().length() > 1) {
        for (String part : word.text().toLowerCase(Locale.ROOT).split("[ '’-]", -1)) {
          if (part.length() > 1) {
            names.add(part);
          }
        }
      }
    }
  }

  boolean hasNames() {
    return !names.isEmpty();
  }

  Set<String> names() {
    return names;
  }

  boolean isName(Word word) {
    return names.contains(word.text().toLowerCase(Locale.ROOT));
  }

  boolean sharesName(SourceWords other) {
    return names.stream().anyMatch(other.names::contains);
  }

  /** Returns if a source is a place and nothing else: Moscow says what its government says. */
  boolean isPlace() {
    return !names.isEmpty()
        && words.size() == known.size()
        && known.stream().allMatch(Value.Place.class::isInstance);
  }

  /** Returns if two sources may go by one name: a person's, a known body's or place's, initials. */
  boolean mayBeNamed(SourceWords other) {
    return sharesName(other)
        || known.stream().anyMatch(other.known::contains)
        || isInitials(other)
        || other.isInitials(this);
  }

  /** Returns if anything in two sources may name the same, by a name or by what it is. */
  boolean mayBe(SourceWords other) {
    return mayBeNamed(other)
        || roles.stream()
            .anyMatch(role -> other.roles.stream().anyMatch(there -> isSame(role, there)))
        || words.stream()
            .anyMatch(word -> other.words.stream().anyMatch(there -> isSame(word, there, other)));
  }

  /** Returns if a word of them has kin there: the seismologist of the Centre for Seismology. */
  boolean hasKin(Statement statement) {
    return words.stream().anyMatch(word -> statement.vocabulary().hasKin(word.text()));
  }

  /** Takes on the names that the article gives a body beside the one used here. */
  void addNames(Set<String> more) {
    names.addAll(more);
  }

  private static boolean isSame(Role one, Role other) {
    return !one.general() && !other.general() && one.agreesWith(other);
  }

  private boolean isSame(Word word, Word theirs, SourceWords other) {
    return french == other.french ? word.isLike(theirs) : word.sharesConcept(theirs);
  }

  /** "FVQ" is the « Fédération des villages du Québec ». */
  private boolean isInitials(SourceWords other) {
    StringBuilder initials = new StringBuilder();
    for (Word word : other.words) {
      initials.append(Character.toLowerCase(word.text().charAt(0)));
    }
    return names.stream()
        .anyMatch(name -> name.length() >= 2 && initials.toString().contains(name));
  }
}
