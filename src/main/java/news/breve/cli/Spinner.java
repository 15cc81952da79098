package news.breve.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** Shows that something takes its time, and how long it has taken; erased when it is over. */
final class Spinner implements AutoCloseable {
  private static final String FRAMES = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
  private static final Duration STEP = Duration.ofMillis(100);
  private static final String ERASE_LINE = "\r\u001b[2K";

  private final PrintStream err;
  private final Thread thread;

  /** Starts to turn before the words {@code what}. */
  Spinner(PrintStream err, String what) {
    this.err = err;
    Instant start = Instant.now();
    thread = Thread.ofVirtual().name("spinner").start(() -> turn(what, start));
  }

  private void turn(String what, Instant start) {
    try {
      for (int step = 0; ; step++) {
        char frame = FRAMES.charAt(step % FRAMES.length());
        long seconds = Duration.between(start, Instant.now()).toSeconds();
        err.print(ERASE_LINE + frame + " " + what + " " + seconds + " s");
        err.flush();
        Thread.sleep(STEP);
      }
    } catch (InterruptedException e) {
      // Closed: the work is done.
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(STEP.multipliedBy(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    err.print(ERASE_LINE);
    err.flush();
  }
}
