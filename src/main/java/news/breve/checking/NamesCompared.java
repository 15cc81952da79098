package news.breve.checking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.breve.article.Language;
import news.breve.brief.Finding.Severity;
import news.breve.reading.AttributionRelation;
import news.breve.reading.ContextWords;
import news.breve.reading.NamePart;
import news.breve.reading.ProperName;
import news.breve.reading.Role;
import news.breve.reading.Statement;
import news.breve.reading.Value;
import news.breve.reading.Vocabulary;

/**
 * The names of an item's two languages, one against the other. People are called alike in both; of
 * other names each language may have its own, so that two which neither the letters nor the tables
 * tell apart may be one.
 */
final class NamesCompared {
  /** Before these, what has two capitals is a place. */
  private static final Set<String> PLACE_PREPOSITIONS = ContextWords.of("place-preposition");

  private NamesCompared() {}

  /** Returns the names of each language that the other has not. */
  static List<Difference> of(Claim french, Claim english) {
    List<Lost> lost = lost(french, english);
    List<Lost> added = lost(english, french);
    pair(lost, added);
    List<Difference> differences = new ArrayList<>();
    for (Lost name : lost) {
      name.severity(added)
          .ifPresent(severity ->
              differences.add(
                  new Difference(
                      severity,
                      "The English does not name what the French names.",
                      name.name().text(),
                      null)));
    }
    for (Lost name : added) {
      name.severity(lost)
          .ifPresent(severity ->
              differences.add(
                  new Difference(
                      severity,
                      "The French does not name what the English names.",
                      null,
                      name.name().text())));
    }
    return differences;
  }

  /** Takes out what may be one name in the two languages. */
  private static void pair(List<Lost> lost, List<Lost> added) {
    Set<Lost> paired = new HashSet<>();
    for (Lost one : lost) {
      for (Lost other : added) {
        if (one.mayBe(other)) {
          paired.add(one);
          paired.add(other);
        }
      }
    }
    lost.removeAll(paired);
    added.removeAll(paired);
  }

  /**
   * A name that the other language doesn't have.
   *
   * @param parts those of its words that tell
   * @param inBody whether it belongs to a longer name of which the other language has some words
   * @param partly whether the other language has one of its words, which means nothing else
   * @param own whether it stands in the article's language
   * @param described whether the other language may speak of this person without the name
   */
  private record Lost(
      ProperName name,
      List<NamePart> parts,
      boolean inBody,
      boolean partly,
      boolean own,
      boolean described) {
    /** Returns if two names may be one as each language has it. */
    boolean mayBe(Lost other) {
      if (name.isPerson() || other.name.isPerson()) {
        return false;
      }
      return isSpelledLike(other)
          || isTranslation(other)
          || other.isTranslation(this)
          || isBodyOf(other)
          || other.isBodyOf(this);
    }

    /** "The French statistics office" for the Insee: where a body is from stands for its name. */
    private boolean isBodyOf(Lost other) {
      boolean body =
          isAcronym()
              || isOfBody()
              || name.known().stream().anyMatch(Value.Organization.class::isInstance);
      boolean place = name.known().stream().anyMatch(Value.Place.class::isInstance);
      return body && !place && other.name.isOfCountry();
    }

    private boolean isSpelledLike(Lost other) {
      return parts.stream().anyMatch(part -> other.parts.stream().anyMatch(part::isSpelledLike));
    }

    /**
     * Words that the tables of names don't know may be put into any others; those that they know
     * would be known there too.
     */
    private boolean isTranslation(Lost other) {
      return !isKnown()
          && !other.isKnown()
          && !isAcronym()
          && !other.isAcronym()
          && isMeant()
          && !(isOfBody() && other.isOfBody());
    }

    private boolean isKnown() {
      return parts.stream().noneMatch(part -> part.known().isEmpty());
    }

    private boolean isAcronym() {
      return parts.stream().allMatch(NamePart::acronym);
    }

    private boolean isMeant() {
      return parts.stream().noneMatch(NamePart::isUntranslatable);
    }

    /** Returns if every word of it is one that bodies, offices and laws call themselves by. */
    private boolean isOfBody() {
      return parts.stream().allMatch(NamePart::isKindOfBody);
    }

    /** Returns if it says no more than where something belongs: the Belgian police. */
    private boolean isDemonym() {
      return parts.stream().allMatch(NamePart::demonym);
    }

    /** Returns how much it weighs beside the names that the other language has and this lacks. */
    Optional<Severity> severity(List<Lost> others) {
      boolean isReplaced = !others.isEmpty();
      if (name.isPerson()) {
        return Optional.of(described ? Severity.WARNING : Severity.ERROR);
      }
      if ((isDemonym() || partly) && !isReplaced) {
        return Optional.empty();
      }
      if (isKnown()) {
        return Optional.of(own || isReplaced ? Severity.ERROR : Severity.WARNING);
      }
      if (isAcronym()) {
        // What a body is called in short, the other language may say in words.
        return isReplaced ? Optional.of(Severity.WARNING) : Optional.empty();
      }
      if (inBody) {
        return isReplaced
            ? Optional.of(isMeant() ? Severity.ERROR : Severity.WARNING)
            : Optional.empty();
      }
      if (isMeant()) {
        return isReplaced ? Optional.of(Severity.ERROR) : Optional.empty();
      }
      return Optional.of(Severity.ERROR);
    }
  }

  private static List<Lost> lost(Claim claim, Claim twin) {
    Vocabulary words = twin.statement().vocabulary();
    List<Lost> lost = new ArrayList<>();
    for (ProperName name : claim.statement().names()) {
      List<NamePart> parts =
          name.parts().stream()
              .filter(part -> !part.opening() || (part.isProper() && isCited(part, claim)))
              .filter(part -> !claim.statement().vocabulary().introduces(part))
              .toList();
      if (!parts.isEmpty()
          && !(isPlaced(name, claim) && isInPart(parts, claim, words))
          && !new NameMatch(name, parts, claim).standsIn(List.of(twin.statement()))) {
        boolean inBody =
            claim.statement().linked(name).stream()
                .flatMap(other -> other.parts().stream())
                .anyMatch(part ->
                    words.names(part, claim.language()) || words.means(part, claim.language()));
        lost.add(
            new Lost(
                name,
                parts,
                inBody,
                isInPart(parts, claim, words),
                claim.ownLanguage(),
                isDescribed(name, claim, twin)));
      }
    }
    return lost;
  }

  /** "The president", "she": who has the name in one language goes without it in the other. */
  private static boolean isDescribed(ProperName name, Claim claim, Claim twin) {
    Statement there = twin.statement();
    boolean pronoun =
        there.opensWithPronoun(new AttributionRelation.Span(0, there.text().length()));
    List<Role> named =
        claim.statement().roles().stream()
            .filter(role -> role.holder().filter(name::equals).isPresent())
            .toList();
    return pronoun
        || there.roles().stream()
            .filter(role -> !role.plural() && role.holder().isEmpty())
            .anyMatch(role ->
                named.isEmpty() ? role.office() : named.stream().anyMatch(role::agreesWith));
  }

  /** "At Kelso Spinney": a place, though its words look like a person's. */
  private static boolean isPlaced(ProperName name, Claim claim) {
    String before = claim.text().substring(0, name.start()).stripTrailing();
    String word = before.substring(before.lastIndexOf(' ') + 1);
    return claim.language() == Language.ENGLISH
        && !name.addressed()
        && name.parts().size() > 1
        && PLACE_PREPOSITIONS.contains(word)
        && !claim.text().startsWith("’s", name.end())
        && !claim.text().startsWith("'s", name.end());
  }

  private static boolean isInPart(List<NamePart> parts, Claim claim, Vocabulary words) {
    return parts.stream()
        .filter(NamePart::isProper)
        .anyMatch(part -> words.names(part, claim.language()));
  }

  private static boolean isCited(NamePart part, Claim claim) {
    return claim.evidence().stream()
        .flatMap(passage -> passage.statement().names().stream())
        .flatMap(name -> name.parts().stream())
        .anyMatch(cited -> !cited.opening() && cited.words().equals(part.words()));
  }
}
