package news.breve.checking;

import java.util.List;
import java.util.Optional;
import news.breve.brief.Finding;
import news.breve.brief.Finding.Severity;
import news.breve.reading.AttributionRelation;
import news.breve.reading.AttributionRelation.Kind;
import news.breve.reading.AttributionRelation.Span;
import news.breve.reading.Statement;

/** What one says in the article, and another in a claim. */
final class Claimant {
  private final Claim claim;
  private final Sourcing sourcing;
  private final CitedSayings sayings;
  private final List<Wording.Term> terms;

  Claimant(Claim claim, Sourcing sourcing, CitedSayings sayings) {
    this.claim = claim;
    this.sourcing = sourcing;
    this.sayings = sayings;
    this.terms = Wording.terms(claim.statement());
  }

  List<Finding> findings() {
    return claim.statement().attributions().stream()
        .filter(relation -> relation.kind() != Kind.HEARSAY && relation.kind() != Kind.ACT)
        .flatMap(relation -> finding(relation).stream())
        .toList();
  }

  private Optional<Finding> finding(AttributionRelation relation) {
    Wording.Coverage coverage =
        sayings.coverage(terms.stream().filter(term -> isOf(relation, term)).toList());
    Optional<Wording.Saying> addressee =
        sayings
            .claims()
            .filter(saying -> coverage.of(saying) > 0 && isAddressee(relation, saying))
            .findFirst();
    if (addressee.isPresent()) {
      return Optional.of(
          Finding.warning(
                  AttributionCheck.NAME,
                  claim.path(),
                  "The article has this said by whom it is told to here.")
              .with(claim.text(), sourcing.words(addressee.get())));
    }
    return relation.clausal() && relation.source().isNamed()
        ? claim
            .statement()
            .nameOfSource(relation.source().span())
            .flatMap(by -> otherSpeaker(relation, by, coverage))
        : Optional.empty();
  }

  /** "A maintains that …, whereas, according to B, …": what B says is not A's. */
  private boolean isOf(AttributionRelation relation, Wording.Term term) {
    return relation.covers(term.start())
        && claim.statement().attributions().stream()
            .filter(other -> other.isClaim() && other.source().isNamed())
            .noneMatch(other ->
                relation.covers(other.source().span().start())
                    && claim
                        .statement()
                        .isSetAgainst(relation.cue().end(), other.cue().start(), term.start()));
  }

  /**
   * @param by the words that name who says it
   */
  private Optional<Finding> otherSpeaker(
      AttributionRelation relation, Span by, Wording.Coverage coverage) {
    Optional<Wording.Saying> given = CitedSayings.best(coverage, sayings.claims());
    Statement mine = claim.statement();
    SourceWords source = sourcing.of(mine, by);
    boolean denies = mine.isDenial(relation);
    boolean generic = mine.isGeneric(by) || mine.isReference(by) || mine.isBareDescription(by);
    return given
        .filter(saying -> denies == saying.passage().statement().isDenial(saying.relation()))
        .filter(saying -> !sayings.isSaidBy(source, coverage, saying, sourcing))
        .flatMap(saying ->
            sourcing
                .conflict(source, generic, saying, claim.evidence(), claim.ownLanguage())
                .map(severity ->
                    toSomebodyElse(severity, claim.path())
                        .with(by.in(claim.text()), sourcing.words(saying))));
  }

  static Finding toSomebodyElse(Severity severity, String path) {
    return Finding.of(
        severity == Severity.ERROR,
        AttributionCheck.NAME,
        path,
        "The article gives this to somebody else.");
  }

  /** "He told the chair that …" where the chair says it. */
  private boolean isAddressee(AttributionRelation relation, Wording.Saying saying) {
    if (!saying.relation().source().isNamed()) {
      return false;
    }
    Statement given = saying.passage().statement();
    SourceWords source = sourcing.of(given, saying.relation().source().span());
    boolean saysIt =
        relation.source().isNamed()
            && source.mayBe(sourcing.of(claim.statement(), relation.source().span()));
    boolean isTold =
        claim
            .statement()
            .addressee(relation)
            .filter(span -> source.sharesName(new SourceWords(claim.statement(), span)))
            .isPresent();
    boolean ofItself =
        saying.relation().content().stream()
            .anyMatch(span -> source.sharesName(new SourceWords(given, span)));
    return !saysIt && isTold && !ofItself;
  }
}
