package news.breve.checking;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.breve.article.Article;
import news.breve.brief.Draft;
import news.breve.brief.Finding;

/**
 * Every item cites at least one sentence that exists, and those where its values really stand. The
 * headline that is the article's own title needs none: the title was given, not written.
 */
final class EvidenceCheck implements Check {
  private static final String NAME = "evidence";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> check(Case all) {
    Draft draft = all.draft();
    Article article = all.article();
    Stream<Finding> citations =
        draft.items().stream()
            .filter(located -> !all.isGivenTitle(located))
            .flatMap(located -> fault(located, article).stream());
    Stream<Finding> values =
        all.values().stream().flatMap(value -> misplaced(value).stream()).distinct();
    return Stream.concat(citations, values).toList();
  }

  private static Optional<Finding> misplaced(ClaimedValue value) {
    return value
        .passageElsewhere()
        .map(number ->
            Finding.error(
                    NAME,
                    value.claim().item().path() + "/evidence",
                    "The cited sentences don't say this; another one does.")
                .with(value.words(), "sentence " + number));
  }

  private static Optional<Finding> fault(Draft.Located located, Article article) {
    List<Integer> evidence = located.item().evidence();
    String path = located.path() + "/evidence";
    if (evidence == null) {
      return Optional.empty();
    }
    if (evidence.isEmpty()) {
      return Optional.of(Finding.error(NAME, path, "No sentence of the article is cited."));
    }
    int last = article.sentences().size();
    return evidence.stream()
        .filter(number -> number < 1 || number > last)
        .findFirst()
        .map(number ->
            Finding.error(NAME, path, "A sentence is cited that the article does not have.")
                .with("sentence " + number, "1 to " + last));
  }
}
