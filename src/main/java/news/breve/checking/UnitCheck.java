package news.breve.checking;

import java.util.List;
import java.util.Optional;
import news.breve.brief.Finding;
import news.breve.brief.Finding.Severity;

/**
 * A number is of the same thing as in the evidence: the same currency, measure or counted noun; a
 * percentage is no percentage point.
 */
final class UnitCheck implements Check {
  private static final String NAME = "unit";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> check(Case all) {
    return all.values().stream()
        .filter(value -> value.passageElsewhere().isEmpty())
        .flatMap(value -> fault(value).stream())
        .toList();
  }

  private static Optional<Finding> fault(ClaimedValue value) {
    String path = value.claim().path();
    Optional<Finding> fault =
        switch (value.agreement()) {
          case UNIT ->
              Optional.of(
                  Finding.error(
                      NAME, path, "In the cited sentences this number is one of something else."));
          // Across languages the glossary is too coarse; the twin is compared word for word.
          case COUNTED ->
              value.claim().isJudgedByItsWords()
                  ? Optional.of(
                      Finding.warning(
                          NAME,
                          path,
                          "The number may be one of something else in the cited sentences."))
                  : Optional.empty();
          case SAME, CONVERTED, APPROXIMATION, ROUNDED, NONE -> Optional.empty();
        };
    return fault.map(finding -> finding.with(value.words(), value.nearest()));
  }

  @Override
  public List<Difference> compare(Claim french, Claim english) {
    return french.item().valuePairs().stream().flatMap(pair -> difference(pair).stream()).toList();
  }

  private static Optional<Difference> difference(ValuePairs.Pair pair) {
    return pair.agreement() == Agreement.UNIT
        ? Optional.of(
            pair.difference(Severity.ERROR, "The two languages count or measure different things."))
        : Optional.empty();
  }
}
