package news.breve.checking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.breve.article.Language;
import news.breve.brief.Bilingual;
import news.breve.brief.FactType;
import news.breve.brief.Finding;
import news.breve.brief.Finding.Severity;
import news.breve.reading.AttributionRelation;
import news.breve.reading.AttributionRelation.Form;
import news.breve.reading.AttributionRelation.Kind;
import news.breve.reading.AttributionRelation.Span;
import news.breve.reading.Statement;
import news.breve.reading.Statements;

/**
 * What the article gives to somebody stays given to the same one, in the sentence or in the fact's
 * {@code attribution}. In a headline a missing source is a warning, elsewhere an error.
 */
final class AttributionCheck implements Check {
  private static final String NAME = "attribution";

  /** A pronoun speaks of somebody named at most so many sentences before. */
  private static final int LOOK_BACK = 4;

  /** So many words or values more are another's. */
  private static final int CLEARLY = 3;

  /** A source is named in about so many letters, before what is put to the name. */
  private static final int HEAD = 40;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> check(Case all) {
    Wording wording = new Wording(all.passages());
    Sourcing sourcing = new Sourcing(all.passages());
    List<Finding> findings = new ArrayList<>();
    for (Item item : all.items()) {
      Optional<Claim> read = item.claim(all.article().language());
      Claim claim = read.or(() -> item.claims().stream().findFirst()).orElse(null);
      if (claim != null) {
        findings.addAll(new Judgement(claim, wording, sourcing, all.statements()).findings());
      }
    }
    return findings;
  }

  /** Judges one claim against its evidence. */
  private static final class Judgement {
    private final Claim claim;
    private final Wording wording;
    private final Sourcing sourcing;
    private final Statements statements;
    private final Set<Integer> evidence;
    private final List<Wording.Term> terms;
    private final List<Finding> findings = new ArrayList<>();

    Judgement(Claim claim, Wording wording, Sourcing sourcing, Statements statements) {
      this.claim = claim;
      this.wording = wording;
      this.sourcing = sourcing;
      this.statements = statements;
      this.evidence = claim.evidence().stream().map(Passage::number).collect(Collectors.toSet());
      this.terms = Wording.terms(claim.statement());
    }

    List<Finding> findings() {
      Optional<Bilingual> source = claim.item().source();
      if (source.isPresent()) {
        factSource(source.get());
      } else {
        claim.statement().clauses().stream()
            .flatMap(clause -> dropped(clause).stream())
            .findFirst()
            .ifPresent(findings::add);
      }
      for (AttributionRelation relation : claim.statement().attributions()) {
        claimant(relation).ifPresent(findings::add);
      }
      return findings;
    }

    // Nobody says it any more

    private Optional<Finding> dropped(Span clause) {
      List<AttributionRelation> here =
          claim.statement().attributions().stream()
              .filter(relation -> clause.covers(relation.cue().start()))
              .toList();
      boolean hedged = here.stream().anyMatch(relation -> relation.kind() == Kind.HEARSAY);
      boolean attributed =
          here.stream()
              .anyMatch(relation ->
                  relation.kind() != Kind.HEARSAY
                      && relation.kind() != Kind.ACT
                      && relation.source().form() != Form.NONE
                      && !claim.statement().isDenial(relation));
      if (attributed || claim.statement().hasSpeechNoun(clause)) {
        return Optional.empty();
      }
      List<Wording.Term> bare =
          terms.stream()
              .filter(term -> clause.covers(term.start()))
              .filter(term ->
                  here.stream()
                      .noneMatch(relation ->
                          relation.kind() != Kind.HEARSAY && relation.covers(term.start())))
              .toList();
      Wording.Coverage coverage = wording.coverage(bare, evidence);
      return dropped(clause, coverage, hedged)
          .or(() -> hedged ? hearsayOf(clause, coverage) : Optional.empty());
    }

    /** "He is said to have fled", where all that the evidence has from hearsay has its source. */
    private Optional<Finding> hearsayOf(Span clause, Wording.Coverage coverage) {
      List<Passage> hearsay =
          claim.evidence().stream()
              .filter(passage ->
                  passage.statement().attributions().stream()
                      .anyMatch(relation -> relation.kind() == Kind.HEARSAY))
              .toList();
      List<Wording.Saying> said =
          hearsay.stream()
              .flatMap(
                  passage -> claims().filter(saying -> saying.passage().equals(passage)).limit(1))
              .toList();
      if (said.size() < hearsay.size()) {
        return Optional.empty();
      }
      return said.stream()
          .filter(saying -> coverage.only(saying) > 0 && !names(clause, saying))
          .findFirst()
          .flatMap(saying -> missing(saying, true));
    }

    private Optional<Finding> dropped(Span clause, Wording.Coverage coverage, boolean hedged) {
      return claims()
          .max(Comparator.comparingInt(coverage::only))
          .filter(saying -> isDropped(saying, coverage))
          .filter(saying -> !names(clause, saying))
          .flatMap(saying -> missing(saying, hedged));
    }

    private boolean isDropped(Wording.Saying saying, Wording.Coverage coverage) {
      boolean identity =
          claim.item().is(FactType.PERSON)
              || claim.item().is(FactType.PLACE)
              || claim.item().is(FactType.ORGANIZATION);
      int only = coverage.only(saying);
      boolean all = only >= 2 && 5 * only >= 4 * coverage.total();
      boolean much =
          claim.item().isFact()
              ? only >= 2 && 2 * only >= coverage.total()
              : claim.item().isHeadline()
                  ? only >= 3 && 3 * only > 2 * coverage.total()
                  : all || (only >= 3 && 3 * only >= coverage.total());
      return !identity
          && much
          && 2 * coverage.toldElsewhere(saying) <= only
          && (!claim.item().isFact() || (saysWhat(saying) && !coverage.isValueTold()));
    }

    /** "No one will be dismissed before the talks end on 28 November" tells when they end. */
    private boolean saysWhat(Wording.Saying saying) {
      return !saying.relation().followsVerb()
          || wording.head(saying).stream().anyMatch(this::isClaimed);
    }

    private boolean isClaimed(Wording.Term term) {
      return terms.stream()
          .anyMatch(claimed -> claimed.keys().stream().anyMatch(term.keys()::contains));
    }

    /** "The company lost …" names the company that says so. */
    private boolean names(Span clause, Wording.Saying saying) {
      if (!saying.relation().source().isNamed()) {
        return false;
      }
      Span span = saying.relation().source().span();
      int comma = saying.source().indexOf(',');
      int end = Math.min(span.start() + HEAD, comma < 0 ? span.end() : span.start() + comma);
      SourceWords source =
          new SourceWords(
              saying.passage().statement(), new Span(span.start(), Math.min(end, span.end())));
      return source.mayBe(new SourceWords(claim.statement(), clause));
    }

    private Optional<Finding> missing(Wording.Saying saying, boolean hedged) {
      AttributionRelation relation = saying.relation();
      boolean own = relation.kind() == Kind.ANNOUNCEMENT;
      boolean decides =
          claim.item().isHeadline() || !saying.passage().statement().isPrivate(relation.source());
      if (own && decides) {
        return Optional.empty();
      }
      boolean sure = !own && !hedged && !claim.item().isHeadline();
      String message =
          hedged
              ? "The article says whose claim this is; the draft does not."
              : "The article gives this to a source; the draft states it as a fact.";
      Finding finding = Finding.of(sure, NAME, claim.path(), message);
      return Optional.of(finding.with(null, sourcing.words(saying)));
    }

    /** Returns who says something in the evidence, as far as it is more than an act. */
    private Stream<Wording.Saying> claims() {
      return sayings()
          .filter(saying ->
              saying.relation().kind() == Kind.CLAIM
                  || saying.relation().kind() == Kind.ANNOUNCEMENT);
    }

    private Stream<Wording.Saying> sayings() {
      return claim.evidence().stream()
          .flatMap(passage -> wording.in(passage).stream())
          .filter(saying -> saying.relation().source().form() != Form.NONE);
    }

    private Optional<Wording.Saying> best(Wording.Coverage coverage) {
      return best(coverage, claims());
    }

    private static Optional<Wording.Saying> best(
        Wording.Coverage coverage, Stream<Wording.Saying> sayings) {
      return sayings
          .max(
              Comparator.<Wording.Saying>comparingInt(coverage::of)
                  .thenComparingInt(saying -> saying.relation().cue().start()))
          .filter(saying -> coverage.of(saying) >= 2)
          .filter(saying -> 5 * coverage.of(saying) >= 2 * coverage.total());
    }

    // Somebody else says it

    private Optional<Finding> claimant(AttributionRelation relation) {
      boolean act = relation.kind() == Kind.HEARSAY || relation.kind() == Kind.ACT;
      if (act) {
        return Optional.empty();
      }
      List<Wording.Term> said =
          terms.stream().filter(term -> relation.covers(term.start())).toList();
      Wording.Coverage coverage = wording.coverage(said, evidence);
      Optional<Wording.Saying> best = best(coverage);
      Optional<Wording.Saying> addressee =
          claims()
              .filter(saying -> coverage.of(saying) > 0 && isAddressee(relation, saying))
              .findFirst();
      if (addressee.isPresent()) {
        return Optional.of(
            Finding.warning(
                    NAME, claim.path(), "The article has this said by whom it is told to here.")
                .with(claim.text(), sourcing.words(addressee.get())));
      }
      if (best.isEmpty() || !relation.clausal()) {
        return Optional.empty();
      }
      Optional<Span> named =
          relation.source().isNamed()
              ? claim.statement().nameOfSource(relation.source().span())
              : Optional.empty();
      if (named.isEmpty()) {
        return Optional.empty();
      }
      Span by = named.get();
      SourceWords source = sourcing.of(claim.statement(), by);
      boolean denies = claim.statement().isDenial(relation);
      Wording.Saying given = best.get();
      if (denies != given.passage().statement().isDenial(given.relation())) {
        return Optional.empty();
      }
      if (isSaidToo(source, coverage, given)) {
        return Optional.empty();
      }
      boolean generic =
          claim.statement().isGeneric(by)
              || claim.statement().isReference(by)
              || claim.statement().isBareDescription(by);
      return conflict(source, generic, best.get())
          .map(severity ->
              finding(severity, claim.path(), "The article gives this to somebody else.")
                  .with(by.in(claim.text()), sourcing.words(best.get())));
    }

    /** The same source says nearly as much of it in another cited sentence. */
    private boolean isSaidToo(SourceWords source, Wording.Coverage coverage, Wording.Saying given) {
      return sayings()
          .filter(saying -> saying.relation().source().isNamed())
          .filter(saying ->
              source.mayBe(
                  sourcing.of(saying.passage().statement(), saying.relation().source().span())))
          .anyMatch(saying -> coverage.of(given) < coverage.of(saying) + CLEARLY);
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

    private Optional<Severity> conflict(
        SourceWords source, boolean generic, Wording.Saying saying) {
      return sourcing.conflict(source, generic, saying, claim.evidence(), claim.ownLanguage());
    }

    private static Finding finding(Severity severity, String path, String message) {
      return Finding.of(severity == Severity.ERROR, NAME, path, message);
    }

    // The source that a fact names

    private void factSource(Bilingual source) {
      String words = claim.language() == Language.FRENCH ? source.fr() : source.en();
      if (words == null || words.isBlank()) {
        return;
      }
      String path = claim.item().path() + "/attribution/" + claim.language().code();
      Statement statement = statements.of(words, claim.language());
      Span all = new Span(0, words.length());
      SourceWords named = sourcing.of(statement, all);
      Wording.Coverage coverage = wording.coverage(terms, evidence);
      Optional<Wording.Saying> best = best(coverage).or(() -> best(coverage, sayings()));
      if (best.isPresent()) {
        conflict(named, statement.isGeneric(all), best.get())
            .ifPresent(severity ->
                findings.add(
                    finding(severity, path, "The article gives this to somebody else.")
                        .with(words, sourcing.words(best.get()))));
      } else if (named.hasNames()
          && claim.evidence().stream().noneMatch(p -> sourcing.isNear(named, p, LOOK_BACK))) {
        findings.add(
            Finding.error(NAME, path, "The cited sentences don't give this to this source.")
                .with(words, null));
      }
      otherSource(source, named);
    }

    /** The other language names somebody of the article, but not the same one. */
    private void otherSource(Bilingual source, SourceWords named) {
      Language other = claim.language().other();
      String words = other == Language.FRENCH ? source.fr() : source.en();
      if (words == null || words.isBlank()) {
        return;
      }
      SourceWords there = sourcing.of(statements.of(words, other), new Span(0, words.length()));
      if (named.hasNames()
          && there.hasNames()
          && !named.mayBe(there)
          && sourcing.isAnywhere(there)) {
        findings.add(
            Finding.error(
                    NAME,
                    claim.item().path() + "/attribution/" + other.code(),
                    "The two languages name different sources.")
                .with(words, claim.language() == Language.FRENCH ? source.fr() : source.en()));
      }
    }
  }

  @Override
  public List<Difference> compare(Claim french, Claim english) {
    List<Difference> differences = new ArrayList<>();
    Optional<Bilingual> source = french.item().source();
    if (source.isPresent()) {
      compareSources(source.get()).ifPresent(differences::add);
      return differences;
    }
    SourcesCompared.of(french.statement(), english.statement()).forEach(differences::add);
    return differences;
  }

  private static Optional<Difference> compareSources(Bilingual source) {
    // An extractive fact names its source in the article's language alone: null is not given.
    if (source.fr() == null || source.en() == null) {
      return Optional.empty();
    }
    boolean french = !source.fr().isBlank();
    boolean english = !source.en().isBlank();
    if (french == english) {
      return Optional.empty();
    }
    return Optional.of(
        new Difference(
            Severity.ERROR,
            "Only one language names the source.",
            french ? source.fr() : null,
            english ? source.en() : null));
  }
}
