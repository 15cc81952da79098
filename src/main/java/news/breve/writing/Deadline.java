package news.breve.writing;

import java.time.Duration;

/** The moment by which something must be over. Counts monotonic time. */
public final class Deadline {
  private final long start = System.nanoTime();
  private final Duration length;

  private Deadline(Duration length) {
    this.length = length;
  }

  /** Starts a time limit now; one below zero is over. */
  public static Deadline in(Duration length) {
    return new Deadline(length.isNegative() ? Duration.ZERO : length);
  }

  /** Returns how long it was when it was started. */
  Duration length() {
    return length;
  }

  /** Returns what is left; zero if it is over. */
  public Duration left() {
    Duration left = length.minusNanos(System.nanoTime() - start);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Returns if something of a length would still end in time. */
  public boolean leaves(Duration duration) {
    return left().compareTo(duration) >= 0;
  }

  /** Returns this deadline, or a time limit that starts now if that ends sooner. */
  public Deadline atMost(Duration limit) {
    return leaves(limit) ? in(limit) : this;
  }

  /** Returns the deadline that leaves time for something to be done after it. */
  public Deadline before(Duration duration) {
    return in(left().minus(duration));
  }
}
