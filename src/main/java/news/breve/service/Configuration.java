package news.breve.service;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import news.breve.caching.BriefStore;
import news.breve.caching.CacheSettings;
import news.breve.configuration.ConfigurationException;
import news.breve.configuration.Variables;
import news.breve.writing.BriefWriter;
import news.breve.writing.ExtractiveWriter;
import news.breve.writing.ModelSettings;
import news.breve.writing.ModelWriter;
import news.breve.writing.PatientWriter;
import news.breve.writing.ResilientWriter;
import news.breve.writing.TokenBudget;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is configured, read and checked at start.
 *
 * @param model which model writes, null if none does
 * @param fallback which model writes where that one gives up, null if none does
 * @param cache where briefs are kept
 * @param defaults what a brief is like
 * @param tokensPerDay what models may take in a day, null if nobody counts
 * @param tenant whose briefs these are
 */
public record Configuration(
    @Nullable ModelSettings model,
    @Nullable ModelSettings fallback,
    CacheSettings cache,
    BriefDefaults defaults,
    @Nullable Integer tokensPerDay,
    String tenant) {
  /** How long a call may wait, for its turn or for another's brief, beside the model's own time. */
  private static final Duration WAITING = Duration.ofSeconds(30);

  /**
   * Reads the variables of the contract.
   *
   * @throws ConfigurationException naming the first that is wrong
   */
  public static Configuration from(Variables variables) {
    ModelSettings model = ModelSettings.from(variables).orElse(null);
    return new Configuration(
        model,
        ModelSettings.fallback(variables, model).orElse(null),
        CacheSettings.from(variables),
        BriefDefaults.from(variables),
        tokensPerDay(variables),
        variables.text("BREVE_TENANT").orElse(""));
  }

  private static @Nullable Integer tokensPerDay(Variables variables) {
    return variables.text(DailyBudget.VARIABLE).isEmpty()
        ? null
        : (Integer) variables.integer(DailyBudget.VARIABLE, 0, 0, Integer.MAX_VALUE);
  }

  /** Makes the service over a store. */
  public BriefService service(BriefStore store, Clock clock) {
    return service(writer(), store, clock);
  }

  /** Makes the service over a store, with a writer in place of the configured one. */
  public BriefService service(BriefWriter writer, BriefStore store, Clock clock) {
    return service(writer, store, () -> TokenBudget.UNLIMITED, clock);
  }

  /** Makes the service over a store, with a writer whose calls ask for more than the budget. */
  public BriefService service(
      BriefWriter writer, BriefStore store, Supplier<TokenBudget> turns, Clock clock) {
    return new BriefService(
        writer,
        new ExtractiveWriter(),
        store,
        budget(clock),
        turns,
        defaults,
        timeLimit(),
        tenant,
        clock);
  }

  private DailyBudget budget(Clock clock) {
    return model == null || tokensPerDay == null
        ? DailyBudget.unlimited()
        : new DailyBudget(cache.openLedger(clock), tokensPerDay, clock);
  }

  private Duration timeLimit() {
    return model == null ? WAITING : WAITING.plus(model.timeout());
  }

  /** Makes the configured writer. */
  public BriefWriter writer() {
    return model == null
        ? new ExtractiveWriter()
        : new ResilientWriter(
            new ModelWriter(model),
            fallback == null ? null : new ModelWriter(fallback),
            model.timeout());
  }

  /**
   * Makes the configured writer for many articles that nobody waits for: each call has the model's
   * time for itself, once it has its turn. A call that fails is not repeated here; who has other
   * articles to go on with comes back to the one later.
   *
   * @param patience all that the calls for one brief may take with the waits for their turns
   */
  public BriefWriter patientWriter(Duration patience) {
    if (model == null) {
      return new ExtractiveWriter();
    }
    return new PatientWriter(
        fallback == null
            ? new ModelWriter(model)
            : new ResilientWriter(new ModelWriter(model), new ModelWriter(fallback), patience));
  }

  /**
   * Opens the store of this tenant's briefs.
   *
   * @throws ConfigurationException if its folder or table can't be used
   */
  public BriefStore store(Clock clock) {
    return cache.open(clock, tenant);
  }
}
