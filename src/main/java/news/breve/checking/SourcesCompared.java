package news.breve.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.breve.brief.Finding.Severity;
import news.breve.reading.AttributionRelation;
import news.breve.reading.AttributionRelation.Kind;
import news.breve.reading.Statement;

/** Whether both languages of an item say who says it. */
final class SourcesCompared {
  private SourcesCompared() {}

  /** Returns what one language tells of its sources and the other doesn't. */
  static List<Difference> of(Statement french, Statement english) {
    List<Difference> differences = new ArrayList<>();
    compareAnonymity(french, english).ifPresent(differences::add);
    lost(french, english)
        .map(source ->
            new Difference(
                Severity.ERROR,
                "The French names who says it, the English does not.",
                source,
                null))
        .or(() ->
            lost(english, french)
                .map(source ->
                    new Difference(
                        Severity.ERROR,
                        "The English names who says it, the French does not.",
                        null,
                        source)))
        .ifPresent(differences::add);
    return differences;
  }

  private static Optional<Difference> compareAnonymity(Statement french, Statement english) {
    Optional<String> here = french.anonymity();
    Optional<String> there = english.anonymity();
    return here.isPresent() == there.isPresent()
        ? Optional.empty()
        : Optional.of(
            new Difference(
                Severity.ERROR,
                "Only one language says that the source may not be named.",
                here.orElse(null),
                there.orElse(null)));
  }

  /** Returns a source that the other language has nothing for: no source, no word of saying. */
  private static Optional<String> lost(Statement statement, Statement twin) {
    return hasSource(twin)
        ? Optional.empty()
        : statement.attributions().stream()
            .filter(relation -> relation.isClaim() && relation.clausal())
            .filter(relation -> relation.source().isNamed())
            .map(relation -> relation.source().span())
            .filter(statement::mayNameSource)
            .filter(span ->
                !new SourceWords(statement, span)
                    .mayBeNamed(
                        new SourceWords(
                            twin, new AttributionRelation.Span(0, twin.text().length()))))
            .map(span -> span.in(statement.text()))
            .findFirst();
  }

  private static boolean hasSource(Statement statement) {
    return statement.attributions().stream().anyMatch(relation -> relation.kind() != Kind.HEARSAY)
        || statement.clauses().stream().anyMatch(statement::hasSpeechNoun)
        || statement.mayTellView();
  }
}
