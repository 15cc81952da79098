package news.breve.checking;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.breve.article.Article;
import news.breve.brief.Draft;
import news.breve.brief.Finding;
import news.breve.reading.Statement;

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
    Stream<Finding> addresses = all.items().stream().flatMap(item -> addressing(item, all));
    return Stream.of(citations, values, addresses).flatMap(findings -> findings).toList();
  }

  /**
   * A sentence that speaks to a model tells no news, whoever put it there: it is evidence for
   * nothing but a quotation of itself, and no statement of a brief. One that an article quotes may
   * be what the article reports on; those beside it in its paragraph may be part of it.
   */
  private static Stream<Finding> addressing(Item item, Case all) {
    Stream<Finding> orders =
        item.claims().stream()
            .filter(claim -> claim.statement().modelAddress().isPresent())
            .filter(claim -> !quotesAddress(claim.statement()))
            .map(claim ->
                Finding.error(
                    NAME, claim.path(), "This gives orders to a model; it tells no news."));
    boolean quoting =
        item.claims().stream().map(Claim::statement).anyMatch(EvidenceCheck::quotesAddress);
    Stream<Finding> citations =
        item.cited().stream()
            .flatMap(Collection::stream)
            .distinct()
            .filter(number -> number >= 1 && number <= all.passages().size())
            .map(number -> all.passages().get(number - 1))
            .flatMap(passage -> addressing(passage, item, quoting, all).stream());
    return Stream.concat(orders, citations);
  }

  private static Optional<Finding> addressing(
      Passage passage, Item item, boolean quoting, Case all) {
    String path = item.path() + "/evidence";
    if (passage.statement().modelAddress().isPresent()) {
      return Optional.of(
          Finding.of(
                  !quoting && !quotesAddress(passage.statement()),
                  NAME,
                  path,
                  "A cited sentence gives orders to a model; it proves nothing but that it says"
                      + " so.")
              .with("sentence " + passage.number(), null));
    }
    return all.isBesideModelAddress(passage)
        ? Optional.of(
            Finding.warning(
                    NAME, path, "A cited sentence stands beside one that gives orders to a model.")
                .with("sentence " + passage.number(), null))
        : Optional.empty();
  }

  private static boolean quotesAddress(Statement statement) {
    return statement
        .modelAddress()
        .filter(address ->
            statement.quotations().stream()
                .anyMatch(quotation ->
                    quotation.start() <= address.start() && address.end() <= quotation.end()))
        .isPresent();
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
