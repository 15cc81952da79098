package news.breve.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.breve.article.Article;
import news.breve.article.Intake;
import news.breve.article.OnModelFailure;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.article.Submission;
import news.breve.brief.Brief;
import news.breve.brief.Brief.Usage;
import news.breve.caching.BriefKey;
import news.breve.caching.BriefStore;
import news.breve.caching.Claim;
import news.breve.caching.Lease;
import news.breve.caching.StoreException;
import news.breve.calling.Backoff;
import news.breve.checking.Checker;
import news.breve.writing.Allowance;
import news.breve.writing.BriefWriter;
import news.breve.writing.Deadline;
import news.breve.writing.Identity;
import org.jspecify.annotations.Nullable;

/**
 * The way an article takes: cache, writing, checking, one repair, cache. Who writes a brief holds
 * its lease (docs/adr/0011), so that it is paid for once, whoever else asks for it.
 */
public final class BriefService {
  private static final String NO_MODEL = "no model is configured";
  private static final String NOTHING_STANDS =
      "the model's draft lost its headline or all its sentences to the checks";

  /** What checking, storing and rendering a brief take after the last call of a model. */
  private static final Duration ANSWERING = Duration.ofMillis(250);

  /** How much longer than its deadline a call holds a brief: a store takes 5 s at most. */
  private static final Duration STORING = Duration.ofSeconds(10);

  /** Another model's brief stands in for the first's, and isn't to do so for long. */
  private static final Duration FALLBACK_LIFE = Duration.ofHours(1);

  private static final Backoff LOOKS =
      new Backoff(Duration.ofMillis(200), Duration.ofMillis(1_500));
  private static final Duration SHORTEST_LOOK = Duration.ofMillis(50);

  private final BriefWriter writer;
  private final BriefWriter extractive;
  private final BriefStore store;
  private final Budget budget;
  private final BriefDefaults defaults;
  private final Duration timeLimit;
  private final String tenant;
  private final Clock clock;
  private final BriefMaker maker;

  /**
   * Makes the service.
   *
   * @param writer the configured writer; may be {@code extractive}
   * @param extractive the writer that needs no model
   * @param budget what models may take
   * @param timeLimit how long a call takes at most that says nothing else
   * @param tenant whose briefs these are; tenants share none
   */
  BriefService(
      BriefWriter writer,
      BriefWriter extractive,
      BriefStore store,
      Budget budget,
      BriefDefaults defaults,
      Duration timeLimit,
      String tenant,
      Clock clock) {
    this.writer = writer;
    this.extractive = extractive;
    this.store = store;
    this.budget = budget;
    this.defaults = defaults;
    this.timeLimit = timeLimit;
    this.tenant = tenant;
    this.clock = clock;
    maker = new BriefMaker(writer, extractive, defaults, clock);
  }

  /**
   * Returns this service for another tenant, whose briefs are its own.
   *
   * @throws IllegalArgumentException if the store can't take such a name
   */
  public BriefService of(String other) {
    return new BriefService(
        writer, extractive, store.of(other), budget, defaults, timeLimit, other, clock);
  }

  /** Starts the time of a call that says nothing of its own. */
  public Deadline deadline() {
    return Deadline.in(timeLimit);
  }

  /** Returns the brief of an article as {@link #brief(Submission, Deadline, BriefListener)}. */
  public Brief brief(Submission submission, BriefListener listener) {
    return brief(submission, deadline(), listener);
  }

  /**
   * Returns the brief of an article: the one that is kept or that another call is writing, else a
   * new one.
   *
   * @param deadline by which the answer is there, whatever it is
   * @throws ProblemException {@code model-failed}, {@code model-unavailable}, {@code model-timeout}
   *     or {@code budget-exhausted}, unless an extractive brief is wanted then; {@code
   *     model-unavailable} too if the other call doesn't come to an end in time
   */
  public Brief brief(Submission submission, Deadline deadline, BriefListener listener) {
    Instant start = clock.instant();
    try {
      Brief brief = awaitBrief(submission, deadline, listener);
      listener.made(brief, since(start));
      return brief;
    } catch (ProblemException e) {
      listener.failed(submission.article(), e, since(start));
      throw e;
    }
  }

  private Brief awaitBrief(Submission submission, Deadline deadline, BriefListener listener) {
    for (int looks = 1; ; looks++) {
      switch (findOrWrite(submission, deadline, listener)) {
        case Answer.Ready(Brief brief) -> {
          return brief;
        }
        case Answer.BeingWritten(String id, Duration left) -> {
          listener.waiting();
          Duration pause = SHORTEST_LOOK.plus(LOOKS.pause(looks));
          if (!deadline.leaves(pause.plus(ANSWERING)) || !Backoff.slept(pause)) {
            return insteadOf(
                new ProblemException(
                    Problem.MODEL_UNAVAILABLE, "another call is still writing this brief", left),
                submission,
                Usage.NONE);
          }
        }
      }
    }
  }

  /**
   * Returns the brief of an article, or at once that another call is writing it.
   *
   * @throws ProblemException as {@link #brief(Submission, Deadline, BriefListener)}
   */
  public Answer answer(Submission submission, Deadline deadline, BriefListener listener) {
    Instant start = clock.instant();
    try {
      Answer answer = findOrWrite(submission, deadline, listener);
      if (answer instanceof Answer.Ready(Brief brief)) {
        listener.made(brief, since(start));
      }
      return answer;
    } catch (ProblemException e) {
      listener.failed(submission.article(), e, since(start));
      throw e;
    }
  }

  private Answer findOrWrite(Submission submission, Deadline deadline, BriefListener listener) {
    String id = idOf(submission);
    if (!writer.identity().isModel()) {
      return new Answer.Ready(
          kept(id, listener)
              .orElseGet(() -> {
                listener.writing(writer.identity());
                return keep(extract(submission, NO_MODEL, Usage.NONE), listener);
              }));
    }
    return switch (claim(id, deadline, listener)) {
      case Claim.Kept(Brief brief) -> new Answer.Ready(brief.withCacheHit(true));
      case Claim.HeldByOther(Duration left) -> new Answer.BeingWritten(id, left);
      case Claim.FailedLately failed -> new Answer.Ready(insteadOf(failed, submission));
      case Claim.Acquired(Lease lease) ->
          new Answer.Ready(writeUnder(lease, submission, id, deadline, listener));
      case null -> new Answer.Ready(writeUnder(null, submission, id, deadline, listener));
    };
  }

  /** Returns null, and the listener is told, if the store fails. */
  private @Nullable Claim claim(String id, Deadline deadline, BriefListener listener) {
    try {
      return store.claim(id, hold(deadline));
    } catch (StoreException e) {
      listener.storeFailed(e);
      return null;
    }
  }

  private static Duration hold(Deadline deadline) {
    Duration hold = deadline.left().plus(STORING);
    return hold.compareTo(Lease.MAX_HOLD) > 0 ? Lease.MAX_HOLD : hold;
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
   * Returns the brief kept under an id, as an answer that cost nothing, or that it is being
   * written; empty if it is neither.
   *
   * @throws StoreException if the store can't be asked
   * @throws ProblemException why it could not be written a moment ago
   */
  public Optional<Answer> find(String id) {
    return store
        .standing(id)
        .map(standing ->
            switch (standing) {
              case Claim.Kept(Brief brief) -> new Answer.Ready(brief.withCacheHit(true));
              case Claim.HeldByOther(Duration left) -> new Answer.BeingWritten(id, left);
              case Claim.FailedLately failed -> throw problem(failed);
            });
  }

  /** Writes a brief under a lease; under none, and keeps it nowhere, if the store can't be used. */
  private Brief writeUnder(
      @Nullable Lease lease,
      Submission submission,
      String id,
      Deadline deadline,
      BriefListener listener) {
    try (Turn turn = new Turn(store, lease, listener)) {
      return write(submission, id, deadline, turn, listener);
    }
  }

  private Brief write(
      Submission submission, String id, Deadline deadline, Turn turn, BriefListener listener) {
    Allowance allowance =
        new Allowance(deadline.before(ANSWERING), budget.forCall(listener), listener::called);
    listener.writing(writer.identity());
    BriefMaker.Version version;
    try {
      version = maker.write(submission, allowance);
    } catch (ProblemException e) {
      // What was paid for and is no brief would be so again. What was not may be another time.
      if (e.problem() == Problem.MODEL_FAILED && allowance.mayBePaid()) {
        turn.fail(e);
      }
      return insteadOf(e, submission, allowance.usage());
    }
    if (!version.proof().isBrief()) {
      turn.fail(new ProblemException(Problem.MODEL_FAILED, NOTHING_STANDS));
      return extract(submission, NOTHING_STANDS, allowance.usage());
    }
    Brief brief = maker.brief(id, submission.article(), version, allowance.usage());
    Identity by = version.written().writer();
    turn.keep(brief, by.equals(writer.identity()) ? BriefStore.NO_CAP : FALLBACK_LIFE);
    return brief;
  }

  /** Returns what is answered in place of a brief that failed a moment ago. */
  private Brief insteadOf(Claim.FailedLately failed, Submission submission) {
    return failed.detail().equals(NOTHING_STANDS)
        ? extract(submission, NOTHING_STANDS, Usage.NONE)
        : insteadOf(problem(failed), submission, Usage.NONE);
  }

  /**
   * Returns what is answered in place of a brief that could not be written: the extractive brief,
   * if it is wanted when no model writes.
   *
   * @throws ProblemException the same, if it is not
   */
  public Brief insteadOf(ProblemException e, Submission submission) {
    return insteadOf(e, submission, Usage.NONE);
  }

  /** Returns the extractive brief if it is wanted when no model writes, else throws why. */
  private Brief insteadOf(ProblemException e, Submission submission, Usage usage) {
    boolean noModel = e.problem().isModels() || e.problem() == Problem.BUDGET_EXHAUSTED;
    if (noModel && defaults.onModelFailure(submission.options()) == OnModelFailure.EXTRACTIVE) {
      return extract(submission, e.detail(), usage);
    }
    throw e;
  }

  private static ProblemException problem(Claim.FailedLately failed) {
    return new ProblemException(
        failed.problem(),
        failed.detail()
            + " (a moment ago; not tried again for "
            + failed.left().toSeconds()
            + " s)",
        failed.left());
  }

  /** It has the id of the extractive brief it is, never that of the brief it stands for. */
  private Brief extract(Submission submission, String reason, Usage usage) {
    return maker.extract(id(submission, extractive.identity()), submission, reason, usage);
  }

  private Duration since(Instant start) {
    return Duration.between(start, clock.instant());
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

  /** Returns the brief kept under an id; empty, and the listener told, if the store fails. */
  private Optional<Brief> kept(String id, BriefListener listener) {
    try {
      return store.find(id).map(brief -> brief.withCacheHit(true));
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
