package news.breve.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import news.breve.article.Article;
import news.breve.article.Intake;
import news.breve.article.OnModelFailure;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.article.Submission;
import news.breve.brief.Bilingual;
import news.breve.brief.Brief;
import news.breve.brief.Brief.Ai;
import news.breve.brief.Brief.Usage;
import news.breve.brief.Draft;
import news.breve.brief.Finding;
import news.breve.brief.KeyFact;
import news.breve.brief.Status;
import news.breve.caching.BriefKey;
import news.breve.caching.BriefStore;
import news.breve.caching.StoreException;
import news.breve.checking.Checker;
import news.breve.reading.Reader;
import news.breve.reading.Setting;
import news.breve.writing.BriefWriter;
import news.breve.writing.ExtractiveWriter;
import news.breve.writing.Identity;
import news.breve.writing.Written;
import org.jspecify.annotations.Nullable;

/** The way an article takes: cache, writing, checking, one repair, cache. */
public final class BriefService {
  private static final String NO_MODEL = "no model is configured";
  private static final String NOTHING_STANDS =
      "the model's draft lost its headline or all its sentences to the checks";

  /** A sentence that is cited anew may name a value that stands in a third one. */
  private static final int MAX_CITATIONS = 3;

  /** No model answers in less; the time is better spent on the answer that there is. */
  private static final Duration SHORTEST_REPAIR = Duration.ofMillis(500);

  private final BriefWriter writer;
  private final BriefWriter extractive;
  private final BriefStore store;
  private final BriefDefaults defaults;
  private final String tenant;
  private final Clock clock;
  private final Checker checker = new Checker();

  /**
   * Makes the service.
   *
   * @param writer the configured writer; may be {@code extractive}
   * @param extractive the writer that needs no model
   * @param tenant whose briefs these are; tenants share none
   */
  public BriefService(
      BriefWriter writer,
      ExtractiveWriter extractive,
      BriefStore store,
      BriefDefaults defaults,
      String tenant,
      Clock clock) {
    this.writer = writer;
    this.extractive = extractive;
    this.store = store;
    this.defaults = defaults;
    this.tenant = tenant;
    this.clock = clock;
  }

  /**
   * Returns the brief of an article: the one that is kept, else a new one.
   *
   * @throws ProblemException {@code model-failed}, {@code model-unavailable} or {@code
   *     model-timeout}, unless an extractive brief is wanted then
   */
  public Brief brief(Submission submission, BriefListener listener) {
    Instant start = clock.instant();
    try {
      Brief brief = findOrWrite(submission, listener);
      listener.made(brief, since(start));
      return brief;
    } catch (ProblemException e) {
      listener.failed(submission.article(), e, since(start));
      throw e;
    }
  }

  private Brief findOrWrite(Submission submission, BriefListener listener) {
    String id = idOf(submission);
    Optional<Brief> kept = find(id, listener);
    if (kept.isPresent()) {
      return kept.get();
    }
    listener.writing(writer.identity());
    if (!writer.identity().isModel()) {
      return keep(extract(submission, NO_MODEL, Usage.NONE), listener);
    }
    return write(submission, id, listener);
  }

  /** Returns the id of the brief that the configured writer makes of an article. */
  public String idOf(Submission submission) {
    return id(submission, writer.identity());
  }

  /** Returns who writes. */
  public Identity writer() {
    return writer.identity();
  }

  /**
   * Returns the brief kept under an id, as an answer that cost nothing.
   *
   * @throws StoreException if the store can't be asked
   */
  public Optional<Brief> find(String id) {
    return store.find(id).map(brief -> brief.withCacheHit(true));
  }

  private Brief write(Submission submission, String id, BriefListener listener) {
    Article article = submission.article();
    Written written;
    Instant start = clock.instant();
    try {
      written = writer.write(article, defaults.sentences(submission.options()));
      listener.called(writer.identity(), since(start), null);
    } catch (ProblemException e) {
      listener.called(writer.identity(), since(start), e.problem());
      if (e.problem().isModels()
          && defaults.onModelFailure(submission.options()) == OnModelFailure.EXTRACTIVE) {
        return extract(submission, e.detail(), Usage.NONE);
      }
      throw e;
    }
    Version version = improved(version(written, article), submission, listener);
    Proof proof = version.proof();
    if (!proof.isBrief()) {
      return extract(submission, NOTHING_STANDS, version.usage());
    }
    return keep(
        brief(
            id,
            article,
            proof,
            proof.status(),
            version.repaired(),
            null,
            disclosure(),
            version.usage()),
        listener);
  }

  /**
   * A draft as it was proven.
   *
   * @param written it and what it cost
   * @param errors what is wrong with it
   * @param proof what is left of it
   * @param repaired if the model was asked a second time
   * @param usage what all calls so far cost
   */
  private record Version(
      Written written, List<Finding> errors, Proof proof, boolean repaired, Usage usage) {}

  private Version version(Written written, Article article) {
    Draft draft = cited(written.draft(), article);
    List<Finding> findings = checker.check(draft, article);
    return new Version(
        new Written(draft, written.usage(), written.deadline()),
        findings.stream().filter(Finding::isError).toList(),
        proof(draft, findings, article),
        false,
        written.usage());
  }

  /** Cites the sentences that the checks name, as long as that leads to more of them. */
  private Draft cited(Draft draft, Article article) {
    Draft cited = draft;
    for (int round = 0; round < MAX_CITATIONS; round++) {
      Draft mended = Citations.mended(cited, checker.check(cited, article));
      if (mended.equals(cited)) {
        return cited;
      }
      cited = mended;
    }
    return cited;
  }

  /** The errors go back to the model once; a second draft that is no better is left aside. */
  private Version improved(Version first, Submission submission, BriefListener listener) {
    if (first.errors().isEmpty() || !first.written().deadline().leaves(SHORTEST_REPAIR)) {
      return first;
    }
    Article article = submission.article();
    Instant start = clock.instant();
    Usage once = first.usage();
    try {
      Optional<Written> again =
          writer.repair(
              article, defaults.sentences(submission.options()), first.written(), first.errors());
      if (again.isEmpty()) {
        return first;
      }
      listener.called(writer.identity(), since(start), null);
      Version second = version(again.get(), article);
      Usage both = once.plus(second.usage());
      Version better = second.proof().isAsGoodAs(first.proof()) ? second : first;
      return new Version(better.written(), better.errors(), better.proof(), true, both);
    } catch (ProblemException e) {
      // What stands of the first draft still stands.
      listener.called(writer.identity(), since(start), e.problem());
      Usage both = once.plus(new Usage(1, 0, 0, null));
      return new Version(first.written(), first.errors(), first.proof(), true, both);
    }
  }

  /** A fallback has the id of the extractive brief it is, never that of the brief it stands for. */
  private Brief extract(Submission submission, String reason, Usage usage) {
    Article article = submission.article();
    Written written = extractive.write(article, defaults.sentences(submission.options()));
    Draft draft = written.draft();
    Proof proof = proof(draft, checker.check(draft, article), article);
    if (!proof.isBrief()) {
      throw new ProblemException(
          Problem.INVALID_ARTICLE, "the article has no sentence that can be quoted as plain text");
    }
    return brief(
        id(submission, extractive.identity()),
        article,
        proof,
        Status.EXTRACTIVE,
        false,
        reason,
        new Ai(false, null, null, null, null, now()),
        usage);
  }

  private Proof proof(Draft draft, List<Finding> findings, Article article) {
    Reader reader = new Reader(article.language(), Setting.of(article));
    return Proof.of(draft, findings, article, fact -> bind(fact, article, reader));
  }

  private static KeyFact bind(Draft.Fact fact, Article article, Reader reader) {
    Draft.Item words = fact.words();
    String inArticlesLanguage = words.in(article.language());
    return new KeyFact(
        fact.type(),
        words.fr(),
        words.en(),
        inArticlesLanguage == null ? null : reader.valueOf(inArticlesLanguage).orElse(null),
        stated(fact.attribution()),
        Proof.passages(words.evidence(), article));
  }

  /** A draft says with empty strings that the article states the fact itself. */
  private static @Nullable Bilingual stated(@Nullable Bilingual attribution) {
    return attribution == null || attribution.isBlank() ? null : attribution;
  }

  private Brief brief(
      String id,
      Article article,
      Proof proof,
      Status status,
      boolean repaired,
      @Nullable String reason,
      Ai ai,
      Usage usage) {
    return new Brief(
        id,
        status,
        Brief.SCHEMA_VERSION,
        article,
        proof.headline().orElseThrow(),
        proof.sentences(),
        proof.keyFacts(),
        new Brief.Checks(checker.names(), proof.findings(), proof.dropped(), repaired, reason),
        ai,
        usage,
        new Brief.Cache(false));
  }

  private Ai disclosure() {
    Identity identity = writer.identity();
    return new Ai(
        true,
        Ai.TRAINED_ALGORITHMIC_MEDIA,
        identity.provider(),
        identity.model(),
        identity.promptVersion(),
        now());
  }

  private Duration since(Instant start) {
    return Duration.between(start, clock.instant());
  }

  private String now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Everything that can change the brief, in the order of the contract. */
  private String id(Submission submission, Identity identity) {
    Article article = submission.article();
    return new BriefKey()
        .add(Intake.VERSION)
        .add(Brief.SCHEMA_VERSION)
        .add(identity.promptVersion())
        .add(Checker.VERSION)
        .add(identity.provider())
        .add(identity.model())
        .add(identity.parameters())
        .add(defaults.sentences(submission.options()))
        .add(article.title())
        .add(article.publishedAt())
        .add(submission.kind().name())
        .add(article.language().code())
        .add(article.text())
        .add(tenant)
        .id();
  }

  /** Returns the brief kept under an id, the listener told so; empty if there is none. */
  Optional<Brief> kept(String id, BriefListener listener) {
    Instant start = clock.instant();
    Optional<Brief> kept = find(id, listener);
    kept.ifPresent(brief -> listener.made(brief, since(start)));
    return kept;
  }

  /** Returns the brief kept under an id; empty, and the listener told, if the store fails. */
  private Optional<Brief> find(String id, BriefListener listener) {
    try {
      return find(id);
    } catch (StoreException e) {
      listener.storeFailed(e);
      return Optional.empty();
    }
  }

  private Brief keep(Brief brief, BriefListener listener) {
    try {
      store.save(brief);
    } catch (StoreException e) {
      listener.storeFailed(e);
    }
    return brief;
  }
}
