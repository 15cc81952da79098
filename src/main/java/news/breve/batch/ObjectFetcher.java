package news.breve.batch;

import news.breve.article.ProblemException;

/** Fetches the articles that pointers name. */
@FunctionalInterface
public interface ObjectFetcher {
  /** Fetches none: for doors that are handed the articles themselves. */
  ObjectFetcher NONE =
      pointer -> {
        throw BatchItem.invalid("the item points into S3, which is not read here");
      };

  /**
   * Returns an object's bytes, as many as an article may have and one more at most.
   *
   * @throws ProblemException {@code not-found}, or {@code invalid-article} if it may not be read:
   *     final; {@code internal} if S3 can't answer now: to be tried again
   */
  byte[] fetch(S3Pointer pointer);
}
