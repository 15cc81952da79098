package news.breve.checking;

import java.util.List;
import news.breve.article.Language;
import news.breve.reading.NamePart;
import news.breve.reading.ProperName;
import news.breve.reading.Statement;
import news.breve.reading.Vocabulary;

/**
 * Finds a name of a claim again in other sentences of either language.
 *
 * @param name the name
 * @param parts those of its words that tell
 * @param claim what it stands in
 */
record NameMatch(ProperName name, List<NamePart> parts, Claim claim) {
  /**
   * Returns if some sentences have the name: a person's last name, of nobody with another given
   * name; all words of another name that mean nothing but it, and half of the others; in another
   * language all that say what kind of body it is.
   */
  boolean standsIn(List<Statement> sentences) {
    Vocabulary own = claim.statement().vocabulary();
    if (sentences.stream().anyMatch(sentence -> sentence.vocabulary().abbreviates(name, own))) {
      return true;
    }
    if (name.isPerson()) {
      return sentences.stream().anyMatch(this::hasPerson);
    }
    boolean across = sentences.stream().anyMatch(s -> s.language() != claim.language());
    long found = parts.stream().filter(part -> has(part, sentences)).count();
    return found * 2 >= parts.size()
        && parts.stream()
            .filter(part -> !part.isTranslatable() || (across && part.isKindOfBody()))
            .allMatch(part -> has(part, sentences));
  }

  private boolean has(NamePart part, List<Statement> sentences) {
    return sentences.stream()
        .anyMatch(sentence -> {
          Vocabulary words = sentence.vocabulary();
          return words.names(part, claim.language())
              || words.means(part, claim.language())
              || (sentence.language() != claim.language()
                  && part.known().isEmpty()
                  && words.hasCognate(part));
        });
  }

  private boolean hasPerson(Statement sentence) {
    NamePart last = name.last();
    Vocabulary words = sentence.vocabulary();
    boolean isHere =
        words.namesPerson(last, claim.language())
            || (last.isTranslatable() && words.means(last, claim.language()));
    if (!isHere) {
      return false;
    }
    Language language = sentence.language();
    List<ProperName> namesakes =
        sentence.names().stream()
            .filter(other -> other.last().isSame(last, language != claim.language()))
            .toList();
    return namesakes.isEmpty() || namesakes.stream().anyMatch(other -> mayBe(other, language));
  }

  /** Only a given name on both sides can tell two people of one surname apart. */
  private boolean mayBe(ProperName other, Language language) {
    List<NamePart> given = other.parts().stream().filter(part -> !part.opening()).toList();
    return parts.size() < 2
        || given.size() < 2
        || !other.isPerson()
        || given.subList(0, given.size() - 1).stream()
            .anyMatch(one ->
                parts.stream().anyMatch(part -> part.isSame(one, language != claim.language())));
  }
}
