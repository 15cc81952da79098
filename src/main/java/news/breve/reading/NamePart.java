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
 * @param demonym whether the tables know it as no name of a place but of what belongs to it
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
    boolean demonym,
    Set<String> concepts,
    List<Set<String>> meanings,
    boolean opening,
    boolean acronym,
    int start,
    int end) {
  /** The shortest abbreviation that is told from another by its letters. */
  private static final int SHORTEST = 3;

  private static final int STEM = 5;
  private static final int ENDING = 3;

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

  /** Returns if it may be named for a government or the like that sits there. */
  public boolean isSeat() {
    return known.stream().anyMatch(Metonyms::has);
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
   * Returns if two words of two languages look like one name, though neither the tables nor {@link
   * Transliteration} know it: shortened (Ont.), with another ending (Prairies), the letters of an
   * acronym in another order.
   */
  public boolean isSpelledLike(NamePart other) {
    boolean areKnown = !known.isEmpty() && !other.known.isEmpty();
    if (words.size() != 1 || other.words.size() != 1 || areKnown) {
      return false;
    }
    String one = words.getFirst();
    String two = other.words.getFirst();
    if (acronym && other.acronym) {
      return haveLetters(one, two);
    }
    int shared = 0;
    while (shared < Math.min(one.length(), two.length())
        && one.charAt(shared) == two.charAt(shared)) {
      shared++;
    }
    int shorter = Math.min(one.length(), two.length());
    int longer = Math.max(one.length(), two.length());
    boolean shortened = shared == shorter && shorter >= SHORTEST;
    boolean otherwiseEnded = shared >= STEM && longer - shared <= ENDING;
    return shortened || otherwiseEnded;
  }

  /** Two thirds of the letters: BAD and ADB, CMB and MCB. */
  private static boolean haveLetters(String one, String other) {
    StringBuilder left = new StringBuilder(other);
    int shared = 0;
    for (int i = 0; i < one.length(); i++) {
      int at = left.indexOf(one.substring(i, i + 1));
      if (at >= 0) {
        left.deleteCharAt(at);
        shared++;
      }
    }
    return shared * 3 >= Math.max(one.length(), other.length()) * 2;
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
