package news.breve.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.breve.article.Language;
import news.breve.brief.Bilingual;
import news.breve.brief.Finding;
import news.breve.reading.AttributionRelation.Span;
import news.breve.reading.Statement;
import news.breve.reading.Statements;

/** The source that a fact names, which the article gives it to. */
final class FactSource {
  /** A pronoun speaks of somebody named at most so many sentences before. */
  private static final int LOOK_BACK = 4;

  private final Claim claim;
  private final Bilingual source;
  private final Sourcing sourcing;
  private final CitedSayings sayings;
  private final Statements statements;

  FactSource(
      Claim claim,
      Bilingual source,
      Sourcing sourcing,
      CitedSayings sayings,
      Statements statements) {
    this.claim = claim;
    this.source = source;
    this.sourcing = sourcing;
    this.sayings = sayings;
    this.statements = statements;
  }

  List<Finding> findings() {
    String words = in(claim.language());
    if (words.isBlank()) {
      return List.of();
    }
    Statement statement = statements.of(words, claim.language());
    Span all = new Span(0, words.length());
    SourceWords named = sourcing.of(statement, all);
    List<Finding> findings = new ArrayList<>();
    fault(named, statement.isGeneric(all)).ifPresent(findings::add);
    otherSource(named).ifPresent(findings::add);
    return findings;
  }

  private String in(Language language) {
    String words = language == Language.FRENCH ? source.fr() : source.en();
    return words == null ? "" : words;
  }

  private String path(Language language) {
    return claim.item().path() + "/attribution/" + language.code();
  }

  private Optional<Finding> fault(SourceWords named, boolean generic) {
    String words = in(claim.language());
    String path = path(claim.language());
    Wording.Coverage coverage = sayings.coverage(Wording.terms(claim.statement()));
    Optional<Wording.Saying> given =
        CitedSayings.best(coverage, sayings.claims())
            .or(() -> CitedSayings.best(coverage, sayings.all()));
    if (given.isPresent()) {
      return given
          .flatMap(saying ->
              sourcing.conflict(named, generic, saying, claim.evidence(), claim.ownLanguage()))
          .map(severity ->
              Claimant.toSomebodyElse(severity, path).with(words, sourcing.words(given.get())));
    }
    boolean near =
        claim.evidence().stream().anyMatch(passage -> sourcing.isNear(named, passage, LOOK_BACK));
    return near || !named.hasNames() || (sayings.isByPronoun() && sourcing.isProtagonist(named))
        ? Optional.empty()
        : Optional.of(
            Finding.error(
                    AttributionCheck.NAME,
                    path,
                    "The cited sentences don't give this to this source.")
                .with(words, null));
  }

  /** The other language names somebody of the article, but not the same one. */
  private Optional<Finding> otherSource(SourceWords named) {
    Language other = claim.language().other();
    String words = in(other);
    SourceWords there = sourcing.of(statements.of(words, other), new Span(0, words.length()));
    boolean differ = named.hasNames() && there.hasNames() && !named.mayBe(there);
    return differ && sourcing.isAnywhere(there)
        ? Optional.of(
            Finding.error(
                    AttributionCheck.NAME, path(other), "The two languages name different sources.")
                .with(words, in(claim.language())))
        : Optional.empty();
  }
}
