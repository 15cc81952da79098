package news.breve.service;

import java.time.Duration;
import news.breve.brief.Brief;

/** What a caller gets who doesn't wait for others. */
public sealed interface Answer {
  /** The brief. */
  record Ready(Brief brief) implements Answer {}

  /**
   * Another call is writing the brief.
   *
   * @param id of the brief
   * @param left how long that may take at most
   */
  record BeingWritten(String id, Duration left) implements Answer {}
}
