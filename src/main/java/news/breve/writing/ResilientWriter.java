package news.breve.writing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import news.breve.article.Article;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.brief.Finding;
import news.breve.calling.Backoff;
import org.jspecify.annotations.Nullable;

/**
 * Writes with a model whatever happens to single calls: repeats what may pass, and where the model
 * gives up lets another write. All calls for one brief share its allowance and one time limit.
 */
public final class ResilientWriter implements BriefWriter {
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(8));

  /** Of the time, where a fallback is to have the rest. */
  private static final double FIRST_SHARE = 0.6;

  private final Route first;
  private final @Nullable Route fallback;
  private final Duration timeout;
  private final RetryPolicy policy = new RetryPolicy(BACKOFF);

  /**
   * Makes the writer.
   *
   * @param fallback writes where the first gives up; null if nobody does
   * @param timeout all that the models may take for one brief
   */
  public ResilientWriter(BriefWriter first, @Nullable BriefWriter fallback, Duration timeout) {
    this.first = Route.to(first);
    this.fallback = fallback == null ? null : Route.to(fallback);
    this.timeout = timeout;
  }

  /** A model and the circuit before it. */
  private record Route(BriefWriter writer, CircuitBreaker circuit) {
    static Route to(BriefWriter writer) {
      return new Route(writer, new CircuitBreaker(writer.identity()));
    }
  }

  /** Returns the first: a fallback's brief stands in for it. */
  @Override
  public Identity identity() {
    return first.writer().identity();
  }

  @Override
  public Written write(Article article, int sentences, Allowance allowance) {
    Deadline whole = allowance.deadline().atMost(timeout);
    allowance.limit(whole);
    if (fallback == null) {
      return persistently(first, article, sentences, allowance, 0);
    }
    allowance.limit(whole.atMost(firstShare(whole)));
    ProblemException failure;
    try {
      return persistently(first, article, sentences, allowance, 1);
    } catch (ProblemException e) {
      if (!e.problem().isModels()) {
        throw e;
      }
      failure = e;
    } finally {
      allowance.limit(whole);
    }
    if (!whole.leaves(RetryPolicy.SHORTEST_CALL)) {
      throw failure;
    }
    try {
      return persistently(fallback, article, sentences, allowance, 0);
    } catch (ProblemException e) {
      // An answer that is bad outranks what may pass: it was paid for, and would be so again.
      boolean bad = e.problem() == Problem.MODEL_FAILED && allowance.mayBePaid();
      throw new ProblemException(
          bad ? Problem.MODEL_FAILED : failure.problem(),
          failure.detail() + "; nor did the fallback help: " + e.detail(),
          failure.retryAfter().orElse(null));
    }
  }

  private static Duration firstShare(Deadline whole) {
    return Duration.ofNanos((long) (whole.left().toNanos() * FIRST_SHARE));
  }

  /** By the model that wrote, which knows its draft; once, for there is a brief without it. */
  @Override
  public Optional<Written> repair(
      Article article, int sentences, Written draft, List<Finding> errors, Allowance allowance) {
    Route route =
        fallback != null && draft.writer().equals(fallback.writer().identity()) ? fallback : first;
    return once(
        route,
        allowance,
        () -> route.writer().repair(article, sentences, draft, errors, allowance));
  }

  private Written persistently(
      Route route, Article article, int sentences, Allowance allowance, int others) {
    for (int failed = 1; ; failed++) {
      int before = allowance.usage().calls();
      try {
        return once(route, allowance, () -> route.writer().write(article, sentences, allowance));
      } catch (ProblemException e) {
        // What failed without a call, at the circuit or the budget, is not to be waited for.
        boolean called = allowance.usage().calls() > before;
        Optional<Duration> pause =
            called ? policy.pauseAfter(e, failed, allowance, others) : Optional.empty();
        if (pause.isEmpty() || !Backoff.slept(pause.get())) {
          throw e;
        }
      }
    }
  }

  private <T> T once(Route route, Allowance allowance, Supplier<T> call) {
    CircuitBreaker circuit = route.circuit();
    boolean probe = circuit.enter();
    CircuitBreaker.Outcome outcome = CircuitBreaker.Outcome.UNKNOWN;
    boolean fairTime = allowance.deadline().leaves(timeout.dividedBy(2));
    int before = allowance.usage().calls();
    try {
      T answer = call.get();
      outcome = CircuitBreaker.Outcome.ANSWERED;
      return answer;
    } catch (ProblemException e) {
      if (allowance.usage().calls() > before) {
        outcome = outcome(e.problem(), fairTime);
      }
      throw e;
    } finally {
      circuit.tell(probe, outcome);
    }
  }

  /** A provider that refuses a request, or answers badly, is there. */
  private static CircuitBreaker.Outcome outcome(Problem problem, boolean fairTime) {
    return switch (problem) {
      case MODEL_UNAVAILABLE -> CircuitBreaker.Outcome.FAILED;
      case MODEL_TIMEOUT ->
          fairTime ? CircuitBreaker.Outcome.FAILED : CircuitBreaker.Outcome.UNKNOWN;
      case MODEL_FAILED -> CircuitBreaker.Outcome.ANSWERED;
      default -> CircuitBreaker.Outcome.UNKNOWN;
    };
  }
}
