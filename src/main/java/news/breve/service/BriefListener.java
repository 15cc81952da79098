package news.breve.service;

import java.time.Duration;
import news.breve.article.Article;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.brief.Brief;
import news.breve.caching.StoreException;
import news.breve.writing.Identity;
import org.jspecify.annotations.Nullable;

/** Told what happens while a brief is made, so that a person who waits can be told. */
public interface BriefListener {
  /** Tells nobody. */
  BriefListener NONE = new BriefListener() {};

  /** The cache has no such brief; the writer starts. */
  default void writing(Identity writer) {}

  /** Another call is writing the brief, and is waited for. */
  default void waiting() {}

  /** The cache can't be used; the brief is made all the same. */
  default void storeFailed(StoreException e) {}

  /**
   * A model answered a call or failed. A brief may take several calls.
   *
   * @param took how long the call took
   * @param problem why it failed, null if it answered
   */
  default void called(Identity writer, Duration took, @Nullable Problem problem) {}

  /** Here is the brief, new or kept. */
  default void made(Brief brief, Duration took) {}

  /** There is no brief. */
  default void failed(Article article, ProblemException e, Duration took) {}
}
