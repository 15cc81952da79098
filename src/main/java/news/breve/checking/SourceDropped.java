package news.breve.checking;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import news.breve.brief.FactType;
import news.breve.brief.Finding;
import news.breve.reading.AttributionRelation;
import news.breve.reading.AttributionRelation.Form;
import news.breve.reading.AttributionRelation.Kind;
import news.breve.reading.AttributionRelation.Span;
import news.breve.reading.Cues;
import news.breve.reading.Predicate;
import news.breve.reading.Statement;

/** What somebody says in the article, and nobody says in a claim. */
final class SourceDropped {
  /** A source is named in about so many letters, before what is put to the name. */
  private static final int HEAD = 40;

  /** So many words or values are much of what a long clause tells. */
  private static final int MUCH = 5;

  /** So many are what a short fact tells: a figure and what it is of. */
  private static final int TELLING = 4;

  private final Claim claim;
  private final Wording wording;
  private final Sourcing sourcing;
  private final CitedSayings sayings;
  private final List<Wording.Term> terms;

  SourceDropped(Claim claim, Wording wording, Sourcing sourcing, CitedSayings sayings) {
    this.claim = claim;
    this.wording = wording;
    this.sourcing = sourcing;
    this.sayings = sayings;
    this.terms = Wording.terms(claim.statement());
  }

  Optional<Finding> finding() {
    return claim.statement().clauses().stream()
        .flatMap(clause -> dropped(clause).stream())
        .findFirst();
  }

  private Optional<Finding> dropped(Span clause) {
    List<AttributionRelation> here =
        claim.statement().attributions().stream()
            .filter(relation -> clause.covers(relation.cue().start()))
            .toList();
    List<Statement> cited = claim.evidence().stream().map(Passage::statement).toList();
    if (claim.statement().hasSpeechNounBeyond(clause, cited)
        || here.stream().anyMatch(this::namesSource)) {
      return Optional.empty();
    }
    boolean hedged = here.stream().anyMatch(relation -> relation.kind() == Kind.HEARSAY);
    Wording.Coverage coverage = sayings.coverage(bare(clause, here));
    return sayings
        .claims()
        .max(Comparator.comparingInt(coverage::only))
        .filter(saying -> isDropped(saying, coverage))
        .filter(saying -> !names(clause, saying) && !isNamedElsewhere(saying))
        .flatMap(saying -> missing(saying, hedged))
        .or(() -> hedged ? hearsayOf(clause, coverage) : Optional.empty());
  }

  private boolean namesSource(AttributionRelation relation) {
    return relation.kind() != Kind.HEARSAY
        && relation.kind() != Kind.ACT
        && relation.source().form() != Form.NONE
        && !claim.statement().isDenial(relation);
  }

  /** Returns the words of a clause that nobody says. */
  private List<Wording.Term> bare(Span clause, List<AttributionRelation> relations) {
    return terms.stream()
        .filter(term -> clause.covers(term.start()))
        .filter(term ->
            relations.stream()
                .noneMatch(
                    relation -> relation.kind() != Kind.HEARSAY && relation.covers(term.start())))
        .toList();
  }

  /** "He is said to have fled", where all that the evidence has from hearsay has its source. */
  private Optional<Finding> hearsayOf(Span clause, Wording.Coverage coverage) {
    List<Passage> hearsay = sayings.hearsay();
    List<Wording.Saying> said =
        hearsay.stream()
            .flatMap(passage ->
                sayings.claims().filter(saying -> saying.passage().equals(passage)).limit(1))
            .toList();
    if (said.size() < hearsay.size()) {
      return Optional.empty();
    }
    return said.stream()
        .filter(saying -> coverage.only(saying) > 0 && !names(clause, saying))
        .findFirst()
        .flatMap(saying -> missing(saying, true));
  }

  private boolean isDropped(Wording.Saying saying, Wording.Coverage coverage) {
    boolean identity =
        claim.item().is(FactType.PERSON)
            || claim.item().is(FactType.PLACE)
            || claim.item().is(FactType.ORGANIZATION);
    return !identity
        && isMuch(saying, coverage)
        && !(claim.item().isFact() && isOwnAct(saying))
        && 2 * coverage.toldElsewhere(saying) <= coverage.only(saying)
        && (!claim.item().isFact() || (saysWhat(saying) && !isFigureTold(saying, coverage)));
  }

  /** "Said he had played well, but would not promise a place": what is promised is no saying. */
  private boolean isOwnAct(Wording.Saying saying) {
    Cues theirs = saying.passage().statement().cues();
    AttributionRelation relation = saying.relation();
    return claim.statement().cues().predicates().stream()
        .filter(predicate -> predicate.tense() != Predicate.Tense.NONE)
        .flatMap(predicate -> theirs.like(predicate.word(), claim.ownLanguage()).stream())
        .map(like -> like.word().start())
        .anyMatch(start -> !relation.covers(start) && !relation.cue().covers(start));
  }

  /**
   * What a figure is set against is the article's own, "against 1.9 degrees in 2012", and tells
   * nothing of the figure that somebody named gives.
   */
  private static boolean isFigureTold(Wording.Saying saying, Wording.Coverage coverage) {
    return coverage.isFigureTold()
        && !(saying.relation().source().isNamed() && coverage.isAmountOpen());
  }

  private boolean isMuch(Wording.Saying saying, Wording.Coverage coverage) {
    int only = coverage.only(saying);
    int total = coverage.total();
    if (claim.item().isFact()) {
      boolean figure = saying.relation().source().isNamed() && coverage.isAmountOpen();
      return (only >= 2 && 2 * only >= total)
          || (figure && only >= TELLING && 2 * only >= coverage.open());
    }
    if (claim.item().isHeadline()) {
      return only >= 3 && 3 * only > 2 * total;
    }
    return (only >= 2 && 5 * only >= 4 * total)
        || (only >= 3 && 3 * only >= total)
        || (only >= MUCH && 2 * only >= coverage.open());
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

  /**
   * "The company lost …" names the company that says so; where it is "he", "he", words of a view or
   * a colon show that somebody says it: "Ann Roy is cautious: …".
   */
  private boolean names(Span clause, Wording.Saying saying) {
    if (isColonBeforeQuotation(clause) || isOwnerNamed(clause, saying)) {
      return true;
    }
    if (!saying.relation().source().isNamed()) {
      return claim.statement().mayTellView(clause)
          || claim.statement().opensWithPronoun(clause)
          || clause.in(claim.text()).contains(": ");
    }
    Span span = saying.relation().source().span();
    int comma = saying.source().indexOf(',');
    boolean described = comma >= 0 && isName(saying.source(), comma + 1);
    int head = comma < 0 || described ? span.end() : span.start() + comma;
    int end = described ? head : Math.min(span.start() + HEAD, head);
    SourceWords source =
        new SourceWords(
            saying.passage().statement(), new Span(span.start(), Math.min(end, span.end())));
    return source.mayBe(new SourceWords(claim.statement(), clause));
  }

  /** "The firm says 131 were let go; 43 stay on": who says the one says the other. */
  private boolean isNamedElsewhere(Wording.Saying saying) {
    if (!saying.relation().source().isNamed()) {
      return false;
    }
    SourceWords source =
        sourcing.of(saying.passage().statement(), saying.relation().source().span());
    return claim.statement().attributions().stream()
        .filter(relation -> relation.kind() == Kind.CLAIM || relation.kind() == Kind.ANNOUNCEMENT)
        .filter(relation -> relation.source().isNamed())
        .anyMatch(relation ->
            source.mayBeNamed(sourcing.of(claim.statement(), relation.source().span())));
  }

  /** « Elle s'est ravisée : « … » »: what a colon puts to somebody is said by them. */
  private boolean isColonBeforeQuotation(Span clause) {
    return claim.statement().quotations().stream()
        .filter(quotation -> clause.covers(quotation.start()))
        .anyMatch(quotation ->
            claim
                .text()
                .substring(clause.start(), quotation.start())
                .stripTrailing()
                .endsWith(":"));
  }

  /** "It would take 150,000, says its coordinator": a body says what its own people say. */
  private boolean isOwnerNamed(Span clause, Wording.Saying saying) {
    Statement given = saying.passage().statement();
    Span source = saying.relation().source().span();
    return given.isOwned(source)
        && !given.isPrivate(saying.relation().source())
        && sourcing
            .of(given, new Span(0, source.start()))
            .sharesName(new SourceWords(claim.statement(), clause));
  }

  /** "The mayor, Ann Roy": what the comma puts to the office is a name. */
  private static boolean isName(String source, int from) {
    String rest = source.substring(from).strip();
    return !rest.isEmpty() && Character.isUpperCase(rest.codePointAt(0));
  }

  private Optional<Finding> missing(Wording.Saying saying, boolean hedged) {
    AttributionRelation relation = saying.relation();
    boolean before = relation.source().span().end() <= relation.cue().start();
    if (relation.source().isNamed()
        && before
        && !saying.passage().statement().mayNameSource(relation.source().span())) {
      return Optional.empty();
    }
    boolean own = relation.kind() == Kind.ANNOUNCEMENT;
    boolean decides =
        claim.item().isHeadline() || !saying.passage().statement().isPrivate(relation.source());
    if (own && decides) {
      return Optional.empty();
    }
    // When something is may be known to all, whoever tells what came of it.
    boolean dated = claim.item().is(FactType.DATE) || claim.item().is(FactType.EVENT);
    boolean sure = !own && !hedged && !dated && !claim.item().isHeadline();
    String message =
        hedged
            ? "The article says whose claim this is; the draft does not."
            : "The article gives this to a source; the draft states it as a fact.";
    Finding finding = Finding.of(sure, AttributionCheck.NAME, claim.path(), message);
    return Optional.of(finding.with(null, sourcing.words(saying)));
  }
}
