package news.breve.checking;

import java.util.List;
import java.util.stream.Stream;
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
    Stream<Finding> wrong =
        all.values().stream()
            .filter(value -> DateComparison.compares(value.value()))
            .filter(value -> value.isNowhere() && ClaimedValues.isTelling(value.value()))
            .map(value ->
                Finding.error(
                        NAME,
                        value.claim().path(),
                        "The cited sentences don't have this date or time.")
                    .with(value.words(), value.nearest()));
    Stream<Finding> misjoined =
        all.misjoined().stream()
            .filter(joined -> DateComparison.compares(joined.value()))
            .map(joined ->
                joined.warning(NAME, "The article may give this date or time to something else."));
    return Stream.concat(wrong, misjoined).toList();
  }

  @Override
  public List<Difference> compare(Claim french, Claim english) {
    return french.item().valuePairs().stream()
        .filter(pair -> DateComparison.compares(pair.value()))
        .filter(pair -> pair.agreement() == Agreement.NONE && ClaimedValues.isTelling(pair.value()))
        .map(pair ->
            pair.difference(Severity.ERROR, "The two languages differ in a date or a time."))
        .toList();
  }
}
