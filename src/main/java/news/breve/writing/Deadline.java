package news.breve.writing;

import java.time.Duration;

/** The moment by which all calls for one brief must be over. Counts monotonic time. */
public final class Deadline {
  /** For writers that call nobody. */
  public static final Deadline NONE = new Deadline(0, Long.MAX_VALUE);

  private final long start;
  private final long nanos;

  private Deadline(long start, long nanos) {
    this.start = start;
    this.nanos = nanos;
  }

  /** Starts a time limit now. */
  static Deadline in(Duration limit) {
    return new Deadline(System.nanoTime(), limit.toNanos());
  }

  /** Returns the nanoseconds that are left; 0 if it is over. */
  long nanosLeft() {
    return this == NONE ? nanos : Math.max(0, nanos - (System.nanoTime() - start));
  }

  /** Returns if a call of a length would still end in time. */
  public boolean leaves(Duration length) {
    return nanosLeft() >= length.toNanos();
  }
}
