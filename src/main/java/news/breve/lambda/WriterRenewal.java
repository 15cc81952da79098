package news.breve.lambda;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import news.breve.configuration.Variables;
import news.breve.service.Configuration;
import news.breve.writing.BriefWriter;

/** Gives the HTTP door a writer that is renewed after a restore. */
@Singleton
@Requires(beans = FunctionEnvironment.class)
final class WriterRenewal implements BeanCreatedEventListener<BriefWriter> {
  private final FunctionEnvironment environment;

  WriterRenewal(FunctionEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public BriefWriter onCreated(BeanCreatedEvent<BriefWriter> event) {
    return RenewedWriter.of(
        event.getBean(),
        environment,
        variables -> Configuration.from(new Variables(variables)).writer());
  }
}
