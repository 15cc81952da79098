package news.breve.checking;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.breve.brief.Finding;
import news.breve.reading.NamePart;
import news.breve.reading.ProperName;
import news.breve.reading.Word;

/**
 * A name of the article that the cited sentences lack: they don't tell what the claim tells, or
 * they tell it of another name.
 *
 * @param parts those of its words that tell
 */
record UncitedName(ProperName name, List<NamePart> parts, Claim claim, Cast cast) {
  private static final String EVIDENCE = "evidence";

  /** Concepts of the glossary for which a capital may stand. */
  private static final Set<String> GOVERNMENT = Set.of("government", "federal", "governmental");

  Optional<Finding> finding() {
    if (claim.item().cited().isEmpty() || claim.evidence().isEmpty()) {
      return Optional.empty();
    }
    NameMatch match = new NameMatch(name, parts, claim);
    if (match.standsIn(claim.evidence().stream().map(Passage::statement).toList())
        || isShortened()
        || isCalledByItsFirst()
        || claim.evidence().stream().anyMatch(passage -> cast.refersTo(passage, name))) {
      return Optional.empty();
    }
    Optional<Passage> elsewhere =
        cast.passages().stream()
            .filter(passage -> match.standsIn(List.of(passage.statement())))
            .max(
                Comparator.<Passage>comparingInt(passage -> fit(List.of(passage)))
                    .thenComparingInt(passage -> -passage.number()));
    if (elsewhere.isEmpty() || isGovernment()) {
      return Optional.empty();
    }
    boolean told =
        fit(claim.evidence()) > fit(List.of(elsewhere.get())) && cast.passages().size() > 1;
    if (told) {
      return unlike();
    }
    return Optional.of(
        Finding.error(
                EVIDENCE,
                claim.item().path() + "/evidence",
                "The name stands in a sentence that is not cited.")
            .with(name.text(), "sentence " + elsewhere.get().number()));
  }

  /** A name that the cited sentences lack, though they tell the rest. */
  private Optional<Finding> unlike() {
    boolean protagonist = cast.isProtagonist(name);
    if (new Rivals(claim, cast).has(name) && !(protagonist && claim.item().isHeadline())) {
      return Optional.of(
          Finding.error(
                  NameCheck.NAME, claim.path(), "The cited sentences say this of another name.")
              .with(name.text(), null));
    }
    return protagonist
        ? Optional.empty()
        : Optional.of(
            Finding.warning(NameCheck.NAME, claim.path(), "The cited sentences don't name this.")
                .with(name.text(), null));
  }

  /** "Garfield" for Garfield Middle School: all of it that is no common word. */
  private boolean isShortened() {
    List<NamePart> proper = parts.stream().filter(NamePart::isProper).toList();
    return !name.isPerson()
        && !proper.isEmpty()
        && proper.size() < parts.size()
        && proper.stream()
            .allMatch(part ->
                claim.evidence().stream()
                    .flatMap(passage -> passage.statement().names().stream())
                    .anyMatch(other -> other.parts().size() == 1 && other.has(List.of(part))));
  }

  /** "Corrib" for Corrib Therapeutics, where the article names one body alone that begins so. */
  private boolean isCalledByItsFirst() {
    List<NamePart> first = List.of(name.parts().getFirst());
    return name.parts().size() > 1
        && first.getFirst().isProper()
        && claim.evidence().stream()
            .flatMap(passage -> passage.statement().names().stream())
            .anyMatch(other -> other.parts().size() == 1 && other.has(first))
        && cast.with(first.getFirst()).stream()
            .map(Cast.Entry::name)
            .filter(other -> other.parts().size() > 1)
            .allMatch(other -> other.has(name.parts()));
  }

  /** "Ottawa's guideline" is the federal one: a capital is named for its government. */
  private boolean isGovernment() {
    return name.parts().stream().allMatch(NamePart::isSeat)
        && claim.evidence().stream()
            .flatMap(passage -> passage.statement().words().stream())
            .anyMatch(word -> word.concepts().stream().anyMatch(GOVERNMENT::contains));
  }

  /** Returns how many words of a claim, names aside, some sentences have too. */
  private int fit(Collection<Passage> passages) {
    int fit = 0;
    for (Word word : claim.statement().words()) {
      boolean inName =
          claim.statement().names().stream()
              .anyMatch(name -> name.start() <= word.start() && word.start() < name.end());
      if (!inName
          && passages.stream()
              .flatMap(passage -> passage.statement().words().stream())
              .anyMatch(word::isLike)) {
        fit++;
      }
    }
    return fit;
  }
}
