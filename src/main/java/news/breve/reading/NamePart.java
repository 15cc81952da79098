package news.breve.reading;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import news.breve.article.Language;

/**
 * A word of a proper name, or a phrase that a table knows as one: "New York".
 *
 * @param text as written
 * @param words its words in lower case, without diacritics
 * @param stem the stem of a single word, in its language
 * @param language the language it is written in
 * @param known the places, bodies and people that the tables know by it; a demonym is its place
 * @param concepts keys of the glossary rows that it may stand for
 * @param meanings what each word may mean in the name of a body, an office or a work, the same in
 *     both languages
 * @param opening whether its capital means nothing: it opens a sentence, or stands in a headline
 *     whose words all have capitals
 * @param acronym whether it is capitals and nothing else
 * @param start UTF-16 offset in the statement
 * @param end UTF-16 offset after it
 */
public record NamePart(
    String text,
    List<String> words,
    String stem,
    Language language,
    Set<Value> known,
    Set<String> concepts,
    List<Set<String>> meanings,
    boolean opening,
    boolean acronym,
    int start,
    int end) {
  public NamePart {
    words = List.copyOf(words);
    known = Set.copyOf(known);
    concepts = Set.copyOf(concepts);
    meanings = List.copyOf(meanings);
  }

  /** Returns how a single word sounds, by {@link Transliteration}; empty for a phrase. */
  String sound() {
    return words.size() == 1 ? Transliteration.key(words.getFirst(), language) : "";
  }

  /** Returns if it means nothing but whom it names: no word of the glossary, in no table. */
  public boolean isProper() {
    return known.isEmpty() && isUntranslatable();
  }

  /** Returns if the tables know no meaning of it, so that it can't be put into other words. */
  public boolean isUntranslatable() {
    if (!concepts.isEmpty()) {
      return false;
    }
    for (Set<String> meaning : meanings) {
      if (!meaning.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Returns if a table knows it as a place, or as a demonym of one. */
  public boolean isPlace() {
    for (Value value : known) {
      if (value instanceof Value.Place) {
        return true;
      }
    }
    return false;
  }

  /** Returns if it means nothing but a name, or is a name of people in the tables. */
  boolean isOfPerson() {
    return isProper() || known.stream().anyMatch(Value.Person.class::isInstance);
  }

  /** Returns if it says what kind of body, office or place a name is of, as no surname does. */
  public boolean isKindOfBody() {
    for (Set<String> meaning : meanings) {
      for (String one : meaning) {
        if (Glossary.isKindOfBody(one)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns if another language may have another word for it that no table of names knows. */
  public boolean isTranslatable() {
    return known.isEmpty() && !isUntranslatable();
  }

  /**
   * Returns if two parts name the same.
   *
   * @param across whether they are of two languages, so that a name may be spelled by its sound
   */
  public boolean isSame(NamePart other, boolean across) {
    return words.equals(other.words)
        || !Collections.disjoint(known, other.known)
        || (across && sound().length() > 2 && sound().equals(other.sound()));
  }
}
