package news.breve.reading;

import java.util.Collections;
import java.util.Set;

/**
 * A word that carries meaning: no article, pronoun, preposition or auxiliary.
 *
 * @param text as written
 * @param stem its stem, in its language
 * @param concepts keys of the glossary rows that it may stand for, the same in both languages;
 *     empty if the glossary doesn't know it
 * @param start UTF-16 offset in the statement
 * @param end UTF-16 offset after it; a phrase of the glossary is one word
 */
public record Word(String text, String stem, Set<String> concepts, int start, int end) {
  public Word {
    concepts = Set.copyOf(concepts);
  }

  /** Returns if it is several words that the glossary knows together. */
  public boolean isPhrase() {
    return stem.indexOf(' ') >= 0;
  }

  /** Returns if the glossary knows it as a thing, a person or a body. */
  public boolean isThing() {
    for (String concept : concepts) {
      if (Glossary.isThing(concept)) {
        return true;
      }
    }
    return false;
  }

  /** Returns if the glossary knows it as a thing and nothing else. */
  public boolean isNothingButThing() {
    return !concepts.isEmpty() && concepts.stream().allMatch(Glossary::isThing);
  }

  /** Returns if the glossary knows it as an act. */
  public boolean isAct() {
    for (String concept : concepts) {
      if (Glossary.isAct(concept)) {
        return true;
      }
    }
    return false;
  }

  /** Returns if it looks like an adverb: vivement, closely. */
  public boolean isAdverb() {
    return (text.endsWith("ment") && text.length() > 6)
        || (text.endsWith("ly") && text.length() > 4);
  }

  /** Returns if two words of one language may say the same. */
  public boolean isLike(Word other) {
    return stem.equals(other.stem) || sharesConcept(other);
  }

  /** Returns if two words, of whatever languages, may say the same as far as the glossary knows. */
  public boolean sharesConcept(Word other) {
    return !concepts.isEmpty()
        && !other.concepts.isEmpty()
        && !Collections.disjoint(concepts, other.concepts);
  }
}
