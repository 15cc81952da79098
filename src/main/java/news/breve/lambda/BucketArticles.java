package news.breve.lambda;

import java.util.logging.Level;
import java.util.logging.Logger;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.batch.BatchItem;
import news.breve.batch.ObjectFetcher;
import news.breve.batch.S3Pointer;
import news.breve.calling.AwsCallException;
import news.breve.calling.AwsCalls;
import news.breve.configuration.Variables;

/** Articles that lie in the backfill's bucket: whoever may send items can have no other read. */
final class BucketArticles implements ObjectFetcher {
  private final Logger logger = Logger.getLogger(BucketArticles.class.getName());
  private final BatchBucket bucket;

  private BucketArticles(BatchBucket bucket) {
    this.bucket = bucket;
  }

  /** Returns the articles of the bucket that the environment names; none if it names none. */
  static ObjectFetcher from(Variables variables, AwsCalls calls) {
    return variables
        .text(BatchBucket.VARIABLE)
        .<ObjectFetcher>map(name -> new BucketArticles(new BatchBucket(calls, name)))
        .orElse(NONE);
  }

  @Override
  public byte[] fetch(S3Pointer pointer) {
    if (!pointer.bucket().equals(bucket.name())) {
      throw new ProblemException(
          Problem.INVALID_ARTICLE, "s3.bucket is not the bucket that articles are read from");
    }
    try {
      return bucket.read(pointer.key(), BatchItem.MAX_BYTES);
    } catch (AwsCallException e) {
      logger.log(Level.WARNING, e.getMessage());
      throw new ProblemException(Problem.INTERNAL, "the object can't be read now");
    }
  }
}
