package news.breve.lambda;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import news.breve.article.Article;
import news.breve.brief.Finding;
import news.breve.writing.Allowance;
import news.breve.writing.BriefWriter;
import news.breve.writing.Identity;
import news.breve.writing.Written;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/** A writer that is made anew after a snapshot was restored, with the model's key of that day. */
final class RenewedWriter implements BriefWriter, Resource {
  private final FunctionEnvironment environment;
  private final Function<Map<String, String>, BriefWriter> factory;
  private volatile BriefWriter writer;

  private RenewedWriter(
      BriefWriter writer,
      FunctionEnvironment environment,
      Function<Map<String, String>, BriefWriter> factory) {
    this.writer = writer;
    this.environment = environment;
    this.factory = factory;
  }

  /**
   * Returns the writer, renewed after a restore if its key is read only then.
   *
   * @param factory makes the writer of an environment
   */
  static BriefWriter of(
      BriefWriter writer,
      FunctionEnvironment environment,
      Function<Map<String, String>, BriefWriter> factory) {
    if (!environment.readsKeyAfterRestore()) {
      return writer;
    }
    RenewedWriter renewed = new RenewedWriter(writer, environment, factory);
    Core.getGlobalContext().register(renewed);
    return renewed;
  }

  @Override
  public Identity identity() {
    return writer.identity();
  }

  @Override
  public Written write(Article article, int sentences, Allowance allowance) {
    return writer.write(article, sentences, allowance);
  }

  @Override
  public Optional<Written> repair(
      Article article, int sentences, Written first, List<Finding> errors, Allowance allowance) {
    return writer.repair(article, sentences, first, errors, allowance);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    // The writer that is stored has a placeholder for a key.
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    writer = factory.apply(environment.read());
  }
}
