package news.breve.checking;

import java.util.List;
import news.breve.brief.Finding;
import news.breve.brief.Finding.Severity;

/** Dates, weekdays and times of day are those of the evidence. */
final class DateCheck implements Check {
  private static final String NAME = "date";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> check(Case all) {
    return all.values().stream()
        .filter(value -> DateComparison.compares(value.value()))
        .filter(ClaimedValue::isNowhere)
        .map(value ->
            Finding.error(
                    NAME, value.claim().path(), "The cited sentences don't have this date or time.")
                .with(value.words(), value.nearest()))
        .toList();
  }

  @Override
  public List<Difference> compare(Claim french, Claim english) {
    return ValuePairs.of(french, english).stream()
        .filter(pair -> DateComparison.compares(pair.value()))
        .filter(pair -> pair.agreement() == Agreement.NONE)
        .map(pair ->
            pair.difference(Severity.ERROR, "The two languages differ in a date or a time."))
        .toList();
  }
}
