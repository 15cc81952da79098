package news.breve.service;

import java.time.Duration;
import news.breve.article.ProblemException;
import news.breve.brief.Brief;
import news.breve.caching.BriefStore;
import news.breve.caching.Lease;
import news.breve.caching.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * This call's turn to write one brief. What becomes of it is told to the store once; a turn that is
 * closed without a word is released, so that the next caller may try at once.
 *
 * <p>A store that fails never costs the caller his answer: the listener is told, and no more.
 */
final class Turn implements AutoCloseable {
  private final BriefStore store;
  private final BriefListener listener;
  private @Nullable Lease lease;

  /**
   * Begins a turn.
   *
   * @param lease null if the store can't be used: then nothing is kept
   */
  Turn(BriefStore store, @Nullable Lease lease, BriefListener listener) {
    this.store = store;
    this.lease = lease;
    this.listener = listener;
  }

  /** Keeps the brief, unless another has overtaken this call: then his is kept. */
  void keep(Brief brief, Duration atMost) {
    end(held -> store.complete(held, brief, atMost));
  }

  /** Has others not try again for a minute. */
  void fail(ProblemException e) {
    end(held -> store.fail(held, e.problem(), e.detail()));
  }

  @Override
  public void close() {
    end(store::release);
  }

  private void end(Ending ending) {
    if (lease == null) {
      return;
    }
    try {
      ending.of(lease);
      lease = null;
    } catch (StoreException e) {
      listener.storeFailed(e);
    }
  }

  @FunctionalInterface
  private interface Ending {
    void of(Lease lease);
  }
}
