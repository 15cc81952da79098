package news.breve.batch;

/** Where an article lies in S3 that is not sent itself (a claim check). */
public record S3Pointer(String bucket, String key) {
  /** Returns it as people write it. */
  String uri() {
    return "s3://" + bucket + "/" + key;
  }
}
