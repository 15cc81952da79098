package news.breve.checking;

import java.util.List;
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
        .filter(value -> value.agreement() == Agreement.UNIT)
        .filter(value -> value.passageElsewhere().isEmpty())
        .map(value ->
            Finding.error(
                    NAME,
                    value.claim().path(),
                    "In the cited sentences this number is one of something else.")
                .with(value.words(), value.nearest()))
        .toList();
  }

  @Override
  public List<Difference> compare(Claim french, Claim english) {
    return ValuePairs.of(french, english).stream()
        .filter(pair -> pair.agreement() == Agreement.UNIT)
        .map(pair ->
            pair.difference(Severity.ERROR, "The two languages count or measure different things."))
        .toList();
  }
}
