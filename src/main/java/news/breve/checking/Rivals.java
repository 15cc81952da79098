package news.breve.checking;

import java.util.List;
import news.breve.reading.NamePart;
import news.breve.reading.ProperName;

/**
 * The names that the cited sentences have and a claim has not. A name that those sentences lack is
 * put for another only where there is such another: "Milwaukee requires inspections" names the
 * place of a story whose cited sentence names none.
 */
record Rivals(Claim claim, Cast cast) {
  private enum Kind {
    PERSON,
    PLACE,
    OTHER
  }

  /** Returns if another name may have been put there: somebody's for a person's, and so on. */
  boolean has(ProperName name) {
    return claim.evidence().stream()
        .flatMap(passage -> passage.statement().names().stream())
        .filter(this::isName)
        .filter(other -> mayReplace(kind(name), kind(other)))
        .anyMatch(other -> !isNamed(other));
  }

  private boolean isName(ProperName name) {
    return name.addressed()
        || name.parts().stream().anyMatch(part -> !part.opening() || cast.isName(part));
  }

  /** A body may go by its town. */
  private static boolean mayReplace(Kind one, Kind other) {
    return one == other || (one == Kind.OTHER && other == Kind.PLACE);
  }

  private static Kind kind(ProperName name) {
    if (name.isPerson()) {
      return Kind.PERSON;
    }
    return name.parts().stream().allMatch(NamePart::isPlace) ? Kind.PLACE : Kind.OTHER;
  }

  private boolean isNamed(ProperName other) {
    List<NamePart> parts = other.parts();
    return new NameMatch(other, parts, claim).standsIn(List.of(claim.statement()));
  }
}
