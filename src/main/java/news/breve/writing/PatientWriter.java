package news.breve.writing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import news.breve.article.Article;
import news.breve.article.ProblemException;
import news.breve.brief.Finding;
import news.breve.calling.Backoff;

/**
 * Writes for somebody who has time. The first call is made once: who has other articles to go on
 * with comes back to this one later. The repair of a draft that is paid for has no later, so it is
 * made again, as often as the brief may cost, while the provider can't answer.
 */
public final class PatientWriter implements BriefWriter {
  private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(1));

  private final BriefWriter writer;

  public PatientWriter(BriefWriter writer) {
    this.writer = writer;
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
    RetryPolicy policy = new RetryPolicy(PAUSES);
    for (int failed = 1; ; failed++) {
      try {
        return writer.repair(article, sentences, first, errors, allowance);
      } catch (ProblemException e) {
        Optional<Duration> pause = policy.pauseAfter(e, failed, allowance, 0);
        if (pause.isEmpty() || !Backoff.slept(pause.get())) {
          throw e;
        }
      }
    }
  }
}
