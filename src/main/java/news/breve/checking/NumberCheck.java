package news.breve.checking;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.breve.brief.Finding;
import news.breve.brief.Finding.Severity;
import news.breve.reading.Value;
import news.breve.reading.Word;

/**
 * A number of the brief is in the evidence, with the same magnitude, sign and approximation; a
 * rounded one has the word that says so. A conversion is for a person to check, even a right one.
 */
final class NumberCheck implements Check {
  private static final String NAME = "number";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> check(Case all) {
    Stream<Finding> wrong =
        all.values().stream()
            .filter(value -> AmountComparison.compares(value.value()))
            .filter(value -> value.passageElsewhere().isEmpty())
            .flatMap(value -> fault(value).stream());
    Stream<Finding> misjoined =
        all.misjoined().stream()
            .filter(joined -> AmountComparison.compares(joined.value()))
            .map(joined ->
                joined.warning(NAME, "The article may give this number to something else."));
    return Stream.concat(wrong, misjoined).toList();
  }

  private static Optional<Finding> fault(ClaimedValue value) {
    String path = value.claim().path();
    Optional<Finding> fault =
        switch (value.agreement()) {
          case SAME, UNIT, COUNTED -> Optional.empty();
          case CONVERTED ->
              Optional.of(
                  Finding.warning(
                      NAME, path, "The number is a conversion that the article doesn't make."));
          case APPROXIMATION ->
              Optional.of(
                  Finding.error(
                      NAME, path, "The number is qualified otherwise in the cited sentences."));
          case ROUNDED ->
              Optional.of(
                  Finding.error(NAME, path, "The number is rounded without a word that says so."));
          case NONE ->
              ClaimedValues.isTelling(value.value()) || ranksOtherwise(value)
                  ? Optional.of(missing(path))
                  : Optional.empty();
        };
    return fault.map(finding -> finding.with(value.words(), value.nearest()));
  }

  private static Finding missing(String path) {
    return Finding.error(NAME, path, "The cited sentences don't have this number.");
  }

  /** The second of what was the third: the article ranks the same thing otherwise. */
  private static boolean ranksOtherwise(ClaimedValue value) {
    Claim claim = value.claim();
    List<Word> ranked = Counted.of(claim.statement(), value.mention()).words();
    return claim.evidence().stream()
        .map(Passage::statement)
        .anyMatch(statement ->
            statement.values().stream()
                .filter(mention -> mention.value() instanceof Value.Ordinal)
                .anyMatch(mention ->
                    Counted.of(statement, mention).words().stream()
                        .anyMatch(there ->
                            ranked.stream()
                                .anyMatch(word ->
                                    word.sharesConcept(there)
                                        || (claim.ownLanguage() && word.isLike(there))))));
  }

  @Override
  public List<Difference> compare(Claim french, Claim english) {
    return french.item().valuePairs().stream()
        .filter(pair -> AmountComparison.compares(pair.value()))
        .flatMap(NumberCheck::difference)
        .toList();
  }

  private static Stream<Difference> difference(ValuePairs.Pair pair) {
    return switch (pair.agreement()) {
      case SAME, UNIT, COUNTED -> Stream.empty();
      case CONVERTED ->
          Stream.of(pair.difference(Severity.WARNING, "One language converts the other's number."));
      case APPROXIMATION, ROUNDED ->
          Stream.of(
              pair.difference(
                  Severity.ERROR, "The two languages qualify the same number differently."));
      case NONE ->
          ClaimedValues.isTelling(pair.value())
              ? Stream.of(pair.difference(Severity.ERROR, "The two languages differ in a number."))
              : Stream.empty();
    };
  }
}
