package news.breve.http;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import news.breve.article.Intake;
import news.breve.caching.BriefStore;
import news.breve.caching.StoreException;
import news.breve.checking.Checker;
import news.breve.configuration.Variables;
import news.breve.service.BriefListener;
import news.breve.service.BriefService;
import news.breve.service.Configuration;
import news.breve.writing.BoundedWriter;
import news.breve.writing.BriefWriter;

/** Makes the plain classes of the other rooms beans, so that the controllers get them. */
@Factory
final class Rooms {
  @Singleton
  @Requires(missingBeans = ProcessVariables.class)
  ProcessVariables processVariables() {
    return new ProcessVariables(System.getenv());
  }

  @Singleton
  @Requires(missingBeans = Journal.class)
  Journal journal() {
    return Journal.ofLog();
  }

  /** Where nothing counts briefs, only what fails is worth a line. */
  @Singleton
  @Requires(missingBeans = BriefListener.class)
  BriefListener listener(Journal journal) {
    return new BriefListener() {
      @Override
      public void storeFailed(StoreException e) {
        journal.note("the cache can't be used: " + e.getMessage());
      }
    };
  }

  @Singleton
  @Requires(missingBeans = Clock.class)
  Clock clock() {
    return Clock.systemUTC();
  }

  /** An environment variable wins over the Micronaut property of the same meaning. */
  @Singleton
  Variables variables(ProcessVariables process, Environment micronaut) {
    return new Variables(name -> {
      String value = process.values().get(name);
      return value == null && name.startsWith("BREVE_")
          ? micronaut.getProperty(property(name), String.class).orElse(null)
          : value;
    });
  }

  /** Returns {@code breve.model.max-output-tokens} for {@code BREVE_MODEL_MAX_OUTPUT_TOKENS}. */
  static String property(String variable) {
    String[] words = variable.toLowerCase(Locale.ROOT).split("_", 3);
    String path = words[0] + "." + words[1];
    return words.length == 2 ? path : path + "." + words[2].replace('_', '-');
  }

  /** At start, so that a wrong value stops the process and not the first request. */
  @Context
  Configuration configuration(Variables variables) {
    return Configuration.from(variables);
  }

  @Context
  BriefStore store(Configuration configuration, Clock clock) {
    return configuration.store(clock);
  }

  @Context
  @Bean(typed = BriefWriter.class)
  BriefWriter writer(Configuration configuration, Variables variables) {
    return BoundedWriter.of(configuration.writer(), BoundedWriter.Limits.from(variables));
  }

  @Context
  BriefService service(
      Configuration configuration, BriefWriter writer, BriefStore store, Clock clock) {
    return configuration.service(writer, store, clock);
  }

  @Singleton
  @Requires(missingBeans = HostTime.class)
  HostTime hostTime() {
    return Optional::empty;
  }

  @Singleton
  @Requires(missingBeans = HostTenant.class)
  HostTenant hostTenant() {
    return Optional::empty;
  }

  @Singleton
  Intake intake() {
    return new Intake();
  }

  @Singleton
  Checker checker() {
    return new Checker();
  }
}
