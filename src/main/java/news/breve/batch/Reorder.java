package news.breve.batch;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts what is finished in any order back into the order in which it was begun. Only so much may be
 * ahead of what is still missing.
 */
final class Reorder<T> {
  private final @Nullable Object[] waiting;
  private final Consumer<T> out;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private long next;
  private boolean closed;

  /**
   * Begins with place 0.
   *
   * @param window how many places may be open at once
   * @param out takes what is next in order, one at a time
   */
  Reorder(int window, Consumer<T> out) {
    this.waiting = new @Nullable Object[window];
    this.out = out;
  }

  /** Waits until a place is near enough to be begun; false if none is any more. */
  boolean open(long place) {
    lock.lock();
    try {
      while (!closed && place >= next + waiting.length) {
        moved.awaitUninterruptibly();
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  /** Fills a place. A place that stays empty holds back all that follow. */
  @SuppressWarnings("unchecked")
  void put(long place, T value) {
    lock.lock();
    try {
      waiting[index(place)] = value;
      while (waiting[index(next)] != null) {
        T first = (T) waiting[index(next)];
        waiting[index(next)] = null;
        next++;
        out.accept(first);
      }
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private int index(long place) {
    return (int) (place % waiting.length);
  }

  /** Lets nobody open a place any more. */
  void close() {
    lock.lock();
    try {
      closed = true;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
