package news.breve.lambda;

import java.io.InputStream;
import java.util.Map;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.calling.AwsCallException;
import news.breve.calling.AwsCalls;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/** The one bucket of Amazon S3 that backfills are read from and reported in. */
final class BatchBucket {
  static final String VARIABLE = "BREVE_BATCH_BUCKET";

  private static final String SERVICE = "s3";
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private final AwsCalls calls;
  private final String name;

  BatchBucket(AwsCalls calls, String name) {
    this.calls = calls;
    this.name = name;
  }

  String name() {
    return name;
  }

  /**
   * Returns an object, at most {@code max} bytes and one more of it.
   *
   * @throws ProblemException {@code not-found}
   * @throws AwsCallException if S3 does not answer
   */
  byte[] read(String key, int max) {
    try {
      return calls.bytes(request("GET", key, Map.of(), ""), max);
    } catch (AwsCallException e) {
      throw missing(e);
    }
  }

  /**
   * Returns an object as it comes.
   *
   * @throws ProblemException {@code not-found}
   * @throws AwsCallException if S3 does not answer
   */
  InputStream open(String key) {
    try {
      return calls.open(request("GET", key, Map.of(), ""));
    } catch (AwsCallException e) {
      throw missing(e);
    }
  }

  /**
   * Writes an object of JSON.
   *
   * @throws AwsCallException if it can't be written
   */
  void write(String key, String json) {
    calls.bytes(request("PUT", key, Map.of("Content-Type", "application/json"), json), 0);
  }

  /** S3 tells who may not list a bucket only that he may not read what is not there. */
  private static RuntimeException missing(AwsCallException e) {
    return e.status() == NOT_FOUND || e.status() == FORBIDDEN
        ? new ProblemException(
            Problem.NOT_FOUND, "the object is not in the bucket, or may not be read")
        : e;
  }

  AwsCalls.Request request(String method, String key, Map<String, String> headers, String body) {
    String path = "/" + SdkHttpUtils.urlEncodeIgnoreSlashes(key);
    // A double has no name for every bucket.
    return calls
        .endpoints()
        .given("S3")
        .map(endpoint ->
            new AwsCalls.Request(SERVICE, method, endpoint, "/" + name + path, headers, body))
        .orElseGet(() ->
            new AwsCalls.Request(
                SERVICE, method, calls.endpoints().regional(name + ".s3"), path, headers, body));
  }
}
