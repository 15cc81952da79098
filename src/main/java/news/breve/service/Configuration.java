package news.breve.service;

import java.time.Clock;
import news.breve.caching.BriefStore;
import news.breve.caching.CacheSettings;
import news.breve.configuration.ConfigurationException;
import news.breve.configuration.Variables;
import news.breve.writing.BriefWriter;
import news.breve.writing.ExtractiveWriter;
import news.breve.writing.ModelSettings;
import news.breve.writing.ModelWriter;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is configured, read and checked at start.
 *
 * @param model which model writes, null if none does
 * @param cache where briefs are kept
 * @param defaults what a brief is like
 * @param tenant whose briefs these are
 */
public record Configuration(
    @Nullable ModelSettings model, CacheSettings cache, BriefDefaults defaults, String tenant) {

  /**
   * Reads the variables of the contract.
   *
   * @throws ConfigurationException naming the first that is wrong
   */
  public static Configuration from(Variables variables) {
    return new Configuration(
        ModelSettings.from(variables).orElse(null),
        CacheSettings.from(variables),
        BriefDefaults.from(variables),
        variables.text("BREVE_TENANT").orElse(""));
  }

  /** Makes the service over a store. */
  public BriefService service(BriefStore store, Clock clock) {
    return service(writer(), store, clock);
  }

  /** Makes the service over a store, with a writer in place of the configured one. */
  public BriefService service(BriefWriter writer, BriefStore store, Clock clock) {
    return new BriefService(writer, new ExtractiveWriter(), store, defaults, tenant, clock);
  }

  /** Makes the configured writer. */
  public BriefWriter writer() {
    return model == null ? new ExtractiveWriter() : new ModelWriter(model);
  }
}
