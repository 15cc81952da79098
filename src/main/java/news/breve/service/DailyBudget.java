package news.breve.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.caching.StoreException;
import news.breve.caching.TokenLedger;
import news.breve.writing.TokenBudget;

/**
 * The tokens that may be spent in a day (UTC), by all processes that share the ledger. A ledger
 * that can't be read gives nothing: money is not spent uncounted.
 */
final class DailyBudget implements Budget {
  static final String VARIABLE = "BREVE_BUDGET_TOKENS_PER_DAY";

  private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

  private final TokenLedger ledger;
  private final long ceiling;
  private final Clock clock;

  DailyBudget(TokenLedger ledger, long ceiling, Clock clock) {
    this.ledger = ledger;
    this.ceiling = ceiling;
    this.clock = clock;
  }

  @Override
  public TokenBudget forCall(BriefListener listener) {
    return tokens -> reserve(ledger, tokens, listener);
  }

  private TokenBudget.Reservation reserve(TokenLedger counts, long tokens, BriefListener listener) {
    Instant now = clock.instant();
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    boolean granted;
    try {
      granted = counts.reserve(day, tokens, ceiling);
    } catch (StoreException e) {
      listener.storeFailed(e);
      throw new ProblemException(
          Problem.BUDGET_EXHAUSTED,
          "the tokens of the day can't be counted, so none are spent (" + VARIABLE + ")",
          RETRY_AFTER);
    }
    if (!granted) {
      throw new ProblemException(
          Problem.BUDGET_EXHAUSTED,
          "about "
              + tokens
              + " more tokens would pass the day's "
              + ceiling
              + " ("
              + VARIABLE
              + "); the next day begins at 0:00 UTC",
          Duration.between(now, day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
    }
    return used -> settle(counts, day, used - tokens, listener);
  }

  private static void settle(
      TokenLedger counts, LocalDate day, long difference, BriefListener listener) {
    if (difference == 0) {
      return;
    }
    try {
      counts.add(day, difference);
    } catch (StoreException e) {
      listener.storeFailed(e);
    }
  }
}
