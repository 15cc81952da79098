package news.breve.http;

import java.time.Duration;

/**
 * The answer 202: another call is writing this brief.
 *
 * @param id under which the brief will be found
 * @param status always {@code writing}
 */
record BeingWritten(String id, String status) {
  /** Most briefs are there by then; a lease may last longer than its writer. */
  private static final Duration LONGEST = Duration.ofSeconds(2);

  /**
   * Returns the value of {@code Retry-After}.
   *
   * @param left what the writer has left
   */
  static String retryAfter(Duration left) {
    return ProblemResponses.seconds(left.compareTo(LONGEST) < 0 ? left : LONGEST);
  }
}
