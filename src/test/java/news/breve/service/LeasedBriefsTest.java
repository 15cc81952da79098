package news.breve.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import news.breve.article.Intake;
import news.breve.article.OnModelFailure;
import news.breve.article.Options;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.article.Source;
import news.breve.article.Submission;
import news.breve.brief.Brief;
import news.breve.brief.Status;
import news.breve.caching.BriefStore;
import news.breve.caching.Claim;
import news.breve.caching.Lease;
import news.breve.caching.MemoryBriefStore;
import news.breve.caching.MemoryTokenLedger;
import news.breve.caching.Settlement;
import news.breve.caching.StoreException;
import news.breve.caching.TestClock;
import news.breve.caching.TokenLedger;
import news.breve.configuration.Variables;
import news.breve.writing.Deadline;
import news.breve.writing.ExtractiveWriter;
import news.breve.writing.MisbehavingServer;
import news.breve.writing.TokenBudget;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who writes a brief, by when, and at whose expense; with the real model writer over sockets. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class LeasedBriefsTest {
  private static final String ARTICLE =
      """
      Le conseil municipal de Sherbrooke a adopté lundi un budget de 412 millions de dollars.

      La taxe foncière augmentera de 3,2 %, a annoncé le maire Luc Gendron.
      """;

  private static final String DRAFT =
      """
      {"headline":{"fr":"Sherbrooke adopte son budget","en":"Sherbrooke adopts its budget","evidence":[1]},
       "sentences":[{"fr":"Sherbrooke a adopté lundi un budget de 412 millions de dollars.",
         "en":"Sherbrooke on Monday adopted a $412-million budget.","evidence":[1]}],
       "keyFacts":[]}
      """;

  private final MisbehavingServer server = new MisbehavingServer();
  private final TestClock clock = new TestClock(Instant.parse("2026-11-24T12:00:00Z"));
  private final MemoryBriefStore memory = new MemoryBriefStore(Duration.ofDays(1), clock);
  private final Map<String, String> variables = server.variables();
  private final List<String> storeFailures = new CopyOnWriteArrayList<>();
  private final BriefListener listener =
      new BriefListener() {
        @Override
        public void storeFailed(StoreException e) {
          storeFailures.add(String.valueOf(e.getMessage()));
        }
      };

  @AfterEach
  void stopServers() {
    server.close();
  }

  private Configuration configuration() {
    return Configuration.from(new Variables(variables));
  }

  private BriefService service(BriefStore store) {
    return configuration().service(store, clock);
  }

  private BriefService service(TokenLedger ledger, long ceiling) {
    Configuration configuration = configuration();
    return new BriefService(
        configuration.writer(),
        new ExtractiveWriter(),
        memory,
        new DailyBudget(ledger, ceiling, clock),
        () -> TokenBudget.UNLIMITED,
        configuration.defaults(),
        Duration.ofSeconds(20),
        "",
        clock);
  }

  private static Submission submission(String more) {
    byte[] bytes = (ARTICLE + more).getBytes(StandardCharsets.UTF_8);
    return new Intake().read(new Source(bytes, Source.Type.PLAIN_TEXT, null, null));
  }

  private static Submission submission() {
    return submission("");
  }

  private static MisbehavingServer.Answer good() {
    return MisbehavingServer.completion(DRAFT);
  }

  private static MisbehavingServer.Answer late(Duration after) {
    return new MisbehavingServer.Answer.Late(
        after, MisbehavingServer.completionBody(DRAFT, "stop"));
  }

  private static MisbehavingServer.Answer status(int status) {
    return new MisbehavingServer.Answer.Whole(status, Map.of(), "{}");
  }

  private ProblemException problem(BriefService service, Submission submission, Deadline deadline) {
    ProblemException problem =
        catchThrowableOfType(
            ProblemException.class, () -> service.brief(submission, deadline, listener));
    return Objects.requireNonNull(problem);
  }

  private CompletableFuture<Brief> begin(BriefService service) throws InterruptedException {
    CompletableFuture<Brief> brief =
        CompletableFuture.supplyAsync(() -> service.brief(submission(), listener));
    while (server.requests().isEmpty()) {
      Thread.sleep(5);
    }
    return brief;
  }

  // The lease.

  @Test
  void brief_thatAnotherWrites_isWaitedFor_andPaidOnce() throws Exception {
    server.then(late(Duration.ofSeconds(1)));
    CompletableFuture<Brief> first = begin(service(memory));
    // Another process over the same store.
    Brief waited = service(memory).brief(submission(), listener);

    assertThat(waited.cache().hit()).isTrue();
    assertThat(waited.withCacheHit(false)).isEqualTo(first.get());
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void brief_thatAnotherWrites_isToldAtOnce_whereNobodyWaits() throws Exception {
    server.then(late(Duration.ofSeconds(1)));
    BriefService service = service(memory);
    CompletableFuture<Brief> first = begin(service);
    Answer answer = service.answer(submission(), service.deadline(), listener);

    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.BeingWritten.class,
            writing -> {
              assertThat(writing.id()).isEqualTo(service.idOf(submission()));
              assertThat(writing.left()).isPositive();
            });
    assertThat(service.find(service.idOf(submission())))
        .containsInstanceOf(Answer.BeingWritten.class);
    assertThat(first.get().status()).isEqualTo(Status.VERIFIED);
  }

  @Test
  void waiter_whoseTimeEnds_isToldSo_whenToComeBack() throws Exception {
    server.then(late(Duration.ofSeconds(3)));
    CompletableFuture<Brief> first = begin(service(memory));
    Instant start = Instant.now();
    ProblemException problem =
        problem(service(memory), submission(), Deadline.in(Duration.ofSeconds(1)));

    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(1_500));
    assertThat(problem.problem()).isEqualTo(Problem.MODEL_UNAVAILABLE);
    assertThat(problem.retryAfter()).isPresent();
    assertThat(first.get()).isNotNull();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void waiter_whoTakesAnExtractiveBrief_getsOneWhenHisTimeEnds() throws Exception {
    server.then(late(Duration.ofSeconds(3)));
    CompletableFuture<Brief> first = begin(service(memory));
    Submission extractive = submission().withOptions(new Options(null, OnModelFailure.EXTRACTIVE));
    Brief brief = service(memory).brief(extractive, Deadline.in(Duration.ofSeconds(1)), listener);

    assertThat(brief.status()).isEqualTo(Status.EXTRACTIVE);
    assertThat(brief.checks().reason()).contains("another call");
    assertThat(first.get().status()).isEqualTo(Status.VERIFIED);
  }

  @Test
  void writer_thatFailsForNow_leavesTheBriefToTheNext() {
    server.then(status(429)).then(status(429)).then(status(429)).then(good());
    assertThat(problem(service(memory), submission(), Deadline.in(Duration.ofSeconds(9))).problem())
        .isEqualTo(Problem.MODEL_UNAVAILABLE);
    assertThat(service(memory).brief(submission(), listener).status()).isEqualTo(Status.VERIFIED);
  }

  /** A store of which one thing can't be done. */
  private static BriefStore failing(BriefStore store, String what) {
    return new BriefStore() {
      private void check(String method) {
        if (method.equals(what)) {
          throw new StoreException(method + " fails");
        }
      }

      @Override
      public Optional<Claim.Standing> standing(String id) {
        return store.standing(id);
      }

      @Override
      public Claim claim(String id, Duration hold) {
        check("claim");
        return store.claim(id, hold);
      }

      @Override
      public Settlement complete(Lease lease, Brief brief, Duration atMost) {
        check("complete");
        return store.complete(lease, brief, atMost);
      }

      @Override
      public Settlement fail(Lease lease, Problem problem, String detail) {
        check("fail");
        return store.fail(lease, problem, detail);
      }

      @Override
      public Settlement release(Lease lease) {
        return store.release(lease);
      }

      @Override
      public void save(Brief brief) {
        store.save(brief);
      }
    };
  }

  @Test
  void store_thatGivesNoLease_costsNobodyHisBrief() {
    server.then(good());
    Brief brief = service(failing(memory, "claim")).brief(submission(), listener);

    assertThat(brief.status()).isEqualTo(Status.VERIFIED);
    assertThat(storeFailures).containsExactly("claim fails");
    assertThat(memory.standing(brief.id())).isEmpty();
  }

  @Test
  void store_thatKeepsNothing_costsNobodyHisBrief_norTheNextHisTurn() {
    server.then(good());
    Brief brief = service(failing(memory, "complete")).brief(submission(), listener);

    assertThat(brief.status()).isEqualTo(Status.VERIFIED);
    assertThat(storeFailures).containsExactly("complete fails");
    assertThat(memory.standing(brief.id())).isEmpty();
  }

  @Test
  void failure_isRememberedForAMinute_andToldWhoLooksTheBriefUp() {
    server.then(MisbehavingServer.completion("Sorry.")).then(good());
    BriefService service = service(memory);
    ProblemException first = problem(service, submission(), service.deadline());
    ProblemException again = problem(service, submission(), service.deadline());
    ProblemException lookedUp =
        catchThrowableOfType(
            ProblemException.class, () -> service.find(service.idOf(submission())));

    assertThat(again.problem()).isEqualTo(Problem.MODEL_FAILED);
    assertThat(again.detail()).startsWith(first.detail());
    assertThat(again.retryAfter()).isPresent();
    assertThat(lookedUp.problem()).isEqualTo(Problem.MODEL_FAILED);
    assertThat(server.requests()).hasSize(1);
    clock.pass(Duration.ofSeconds(73));
    assertThat(service.brief(submission(), listener).status()).isEqualTo(Status.VERIFIED);
  }

  // Time.

  @Test
  void deadline_ofTheCaller_endsTheCall() {
    server.then(new MisbehavingServer.Answer.HeadersThenHang());
    BriefService service = service(memory);
    Instant start = Instant.now();
    ProblemException problem =
        problem(service, submission(), Deadline.in(Duration.ofMillis(1_200)));

    assertThat(problem.problem()).isEqualTo(Problem.MODEL_TIMEOUT);
    assertThat(problem.detail()).contains("the time left for it").doesNotContain("TIMEOUT");
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(1_700));
    assertThat(memory.standing(service.idOf(submission()))).isEmpty();
  }

  @Test
  void deadline_thatIsOver_costsNothing() {
    assertThat(problem(service(memory), submission(), Deadline.in(Duration.ZERO)).problem())
        .isEqualTo(Problem.MODEL_TIMEOUT);
    assertThat(server.requests()).isEmpty();
  }

  // The fallback.

  private void fallBack() {
    variables.put("BREVE_MODEL_FALLBACK", "openai:second-model");
  }

  @Test
  void fallback_writesWhereTheFirstGivesUp_underItsOwnName_forAnHour() {
    fallBack();
    server.then(status(503)).then(status(503)).then(good());
    BriefService service = service(memory);
    Brief brief = service.brief(submission(), listener);

    assertThat(brief.status()).isEqualTo(Status.VERIFIED);
    assertThat(brief.id()).isEqualTo(service.idOf(submission()));
    assertThat(brief.ai().model()).isEqualTo("second-model");
    assertThat(brief.usage().calls()).isEqualTo(3);
    assertThat(server.requests())
        .extracting(request -> request.json().path("model").asText())
        .containsExactly("test-model", "test-model", "second-model");
    clock.pass(Duration.ofMinutes(59));
    assertThat(service.brief(submission(), listener).ai().model()).isEqualTo("second-model");
    clock.pass(Duration.ofMinutes(2));
    server.then(good());
    assertThat(service.brief(submission(), listener).ai().model()).isEqualTo("test-model");
  }

  @Test
  void fallback_isRepairedByItself() {
    fallBack();
    String wrong = DRAFT.replace("412", "421");
    server.then(status(401)).then(MisbehavingServer.completion(wrong)).then(good());
    Brief brief = service(memory).brief(submission(), listener);

    assertThat(brief.checks().repaired()).isTrue();
    assertThat(brief.status()).isEqualTo(Status.VERIFIED);
    assertThat(server.requests().get(2).json().path("model").asText()).isEqualTo("second-model");
  }

  @Test
  void fallback_takesOverFromABadAnswer_butThenNothingIsRepaired() {
    fallBack();
    server
        .then(MisbehavingServer.completion("Sorry."))
        .then(
            MisbehavingServer.completion(
                DRAFT.replace("en\":\"Sherbrooke on", "en\":\"In 1999, Sherbrooke on")));
    service(memory).brief(submission(), listener);

    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void fallback_thatFailsToo_isSaid() {
    fallBack();
    server.always(status(401));
    ProblemException problem =
        problem(service(memory), submission(), Deadline.in(Duration.ofSeconds(10)));

    assertThat(problem.problem()).isEqualTo(Problem.MODEL_FAILED);
    assertThat(problem.detail()).contains("fallback").doesNotContain("sk-not");
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void fallback_whoseAnswerIsBad_isRemembered_whateverTheFirstHad() {
    fallBack();
    server.then(status(503)).then(status(503)).always(MisbehavingServer.completion("Sorry."));
    BriefService service = service(memory);
    assertThat(problem(service, submission(), service.deadline()).problem())
        .isEqualTo(Problem.MODEL_FAILED);
    assertThat(problem(service, submission(), service.deadline()).detail())
        .contains("a moment ago");
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void fallback_hasTimeLeft_whereTheFirstHangs() {
    fallBack();
    variables.put("BREVE_MODEL_TIMEOUT", "5s");
    server.then(new MisbehavingServer.Answer.HangBeforeHeaders()).then(good());

    assertThat(service(memory).brief(submission(), listener).ai().model())
        .isEqualTo("second-model");
  }

  // The budget.

  @Test
  void budget_countsWhatACallTook_andStopsTheNext() {
    MemoryTokenLedger ledger = new MemoryTokenLedger();
    LocalDate day = LocalDate.parse("2026-11-24");
    server.always(good());
    // One call of 1100 tokens, and the estimate of a second that it leaves no room for.
    BriefService service = service(ledger, 3_600);
    Brief brief = service.brief(submission(), listener);
    assertThat(ledger.used(day)).isEqualTo(1_100);

    ProblemException problem =
        problem(service, submission("Une autre séance aura lieu mardi."), service.deadline());
    if (problem.problem() != Problem.BUDGET_EXHAUSTED) {
      throw problem;
    }
    assertThat(problem.retryAfter()).contains(Duration.ofHours(12));
    assertThat(server.requests()).hasSize(1);
    // What is kept goes on.
    assertThat(service.brief(submission(), listener)).isEqualTo(brief.withCacheHit(true));
    // And what no model writes.
    Submission extractive =
        submission("Une autre séance aura lieu mardi.")
            .withOptions(new Options(null, OnModelFailure.EXTRACTIVE));
    assertThat(service.brief(extractive, listener).status()).isEqualTo(Status.EXTRACTIVE);
    // The next day is another.
    clock.pass(Duration.ofHours(12));
    assertThat(service.brief(submission("Une autre séance aura lieu mardi."), listener).status())
        .isEqualTo(Status.VERIFIED);
  }

  @Test
  void budget_isGivenBack_whereNothingWasPaid() {
    MemoryTokenLedger ledger = new MemoryTokenLedger();
    server.always(status(401));
    problem(service(ledger, 100_000), submission(), Deadline.in(Duration.ofSeconds(5)));
    assertThat(ledger.used(LocalDate.parse("2026-11-24"))).isZero();
  }

  @Test
  void budget_staysTaken_whereTheAnswerWasLost() {
    MemoryTokenLedger ledger = new MemoryTokenLedger();
    server.always(new MisbehavingServer.Answer.HangBeforeHeaders());
    problem(service(ledger, 100_000), submission(), Deadline.in(Duration.ofSeconds(1)));
    assertThat(ledger.used(LocalDate.parse("2026-11-24"))).isGreaterThan(1_500);
  }

  @Test
  void budget_thatCantBeCounted_isSpentByNobody() {
    TokenLedger broken =
        new TokenLedger() {
          @Override
          public boolean reserve(LocalDate day, long tokens, long ceiling) {
            throw new StoreException("no ledger");
          }

          @Override
          public void add(LocalDate day, long tokens) {
            throw new StoreException("no ledger");
          }

          @Override
          public long used(LocalDate day) {
            throw new StoreException("no ledger");
          }
        };
    ProblemException problem =
        problem(service(broken, 100_000), submission(), Deadline.in(Duration.ofSeconds(5)));

    assertThat(problem.problem()).isEqualTo(Problem.BUDGET_EXHAUSTED);
    assertThat(storeFailures).containsExactly("no ledger");
    assertThat(server.requests()).isEmpty();
  }

  // The circuit.

  @Test
  void model_thatFailsManyTimesInARow_isLeftAlone() {
    server.always(status(500));
    BriefService service = service(memory);
    int calls = 0;
    @Nullable ProblemException problem = null;
    for (int i = 0; i < 5; i++) {
      problem =
          problem(service, submission("Séance " + i + "."), Deadline.in(Duration.ofSeconds(9)));
      calls = server.requests().size();
    }

    assertThat(calls).isEqualTo(10);
    assertThat(Objects.requireNonNull(problem).problem()).isEqualTo(Problem.MODEL_UNAVAILABLE);
    assertThat(problem.retryAfter()).isPresent();
  }
}
