package news.breve.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.breve.brief.Finding.Severity;
import news.breve.reading.NamePart;
import news.breve.reading.ProperName;
import news.breve.reading.Vocabulary;

/** The names of an item's two languages, one against the other. */
final class NamesCompared {
  private NamesCompared() {}

  /** Returns the names of each language that the other has not. */
  static List<Difference> of(Claim french, Claim english) {
    List<Lost> lost = lost(french, english);
    List<Lost> added = lost(english, french);
    List<Difference> differences = new ArrayList<>();
    for (Lost name : lost) {
      name.severity(!added.isEmpty())
          .ifPresent(severity ->
              differences.add(
                  new Difference(
                      severity,
                      "The English does not name what the French names.",
                      name.name().text(),
                      null)));
    }
    for (Lost name : added) {
      name.severity(!lost.isEmpty())
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

  /**
   * A name that the other language doesn't have.
   *
   * @param parts those of its words that tell
   * @param inBody whether it belongs to a longer name of which the other language has some words
   * @param own whether it stands in the article's language
   */
  private record Lost(ProperName name, List<NamePart> parts, boolean inBody, boolean own) {
    /** Returns how much it weighs, given whether the other language has a name that this lacks. */
    Optional<Severity> severity(boolean isReplaced) {
      if (name.isPerson()) {
        return Optional.of(Severity.ERROR);
      }
      boolean isKnown = parts.stream().noneMatch(part -> part.known().isEmpty());
      boolean isAcronym = parts.stream().allMatch(NamePart::acronym);
      boolean isMeant = parts.stream().noneMatch(NamePart::isUntranslatable);
      if (isKnown) {
        return Optional.of(own || isReplaced ? Severity.ERROR : Severity.WARNING);
      }
      if (isAcronym) {
        return Optional.of(isReplaced ? Severity.WARNING : Severity.ERROR);
      }
      if (inBody) {
        return isReplaced
            ? Optional.of(isMeant ? Severity.ERROR : Severity.WARNING)
            : Optional.empty();
      }
      return Optional.of(isReplaced || !isMeant ? Severity.ERROR : Severity.WARNING);
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
          && !new NameMatch(name, parts, claim).standsIn(List.of(twin.statement()))) {
        boolean inBody =
            claim.statement().linked(name).stream()
                .flatMap(other -> other.parts().stream())
                .anyMatch(part ->
                    words.names(part, claim.language()) || words.means(part, claim.language()));
        lost.add(new Lost(name, parts, inBody, claim.ownLanguage()));
      }
    }
    return lost;
  }

  private static boolean isCited(NamePart part, Claim claim) {
    return claim.evidence().stream()
        .flatMap(passage -> passage.statement().names().stream())
        .flatMap(name -> name.parts().stream())
        .anyMatch(cited -> !cited.opening() && cited.words().equals(part.words()));
  }
}
