package news.breve.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.writing.TokenBudget;

/**
 * The tokens that all runs into one folder may take together. What calls under way may still take
 * counts as taken, in the file too: a run that is killed leaves the sum too high rather than too
 * low. Near the end a call waits for those under way, which may leave enough for it.
 */
final class RunBudget implements TokenBudget, AutoCloseable {
  private static final int DIGITS = 19;

  private final FileChannel file;
  private final long ceiling;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition settled = lock.newCondition();
  private final long before;
  private long used;
  private long reserved;

  private RunBudget(FileChannel file, long ceiling) throws IOException {
    this.file = file;
    this.ceiling = ceiling;
    this.before = read(file);
    this.used = before;
  }

  /**
   * Opens the count.
   *
   * @param ceiling most tokens, {@link Long#MAX_VALUE} if they are only counted
   */
  static RunBudget open(Path file, long ceiling) throws IOException {
    return new RunBudget(
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
        ceiling);
  }

  /** A count that is damaged is not taken for nothing. */
  private static long read(FileChannel file) throws IOException {
    if (file.size() == 0) {
      return 0;
    }
    ByteBuffer bytes = ByteBuffer.allocate(DIGITS);
    while (bytes.hasRemaining() && file.read(bytes, bytes.position()) >= 0) {
      // Until it is read.
    }
    try {
      return Long.parseLong(
          new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip());
    } catch (NumberFormatException e) {
      throw new IOException("the count of the tokens is damaged", e);
    }
  }

  @Override
  public Reservation reserve(long tokens) {
    lock.lock();
    try {
      while (tokens > ceiling - used - reserved) {
        if (tokens > ceiling - used || reserved == 0) {
          throw new ProblemException(
              Problem.BUDGET_EXHAUSTED,
              "about "
                  + tokens
                  + " more tokens would pass the budget of "
                  + ceiling
                  + ", of which "
                  + used
                  + " are used");
        }
        settled.awaitUninterruptibly();
      }
      reserved += tokens;
      write();
    } finally {
      lock.unlock();
    }
    return took -> settle(tokens, took);
  }

  private void settle(long tokens, long took) {
    lock.lock();
    try {
      reserved -= tokens;
      used += took;
      write();
      settled.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void write() {
    byte[] digits =
        String.format("%-" + DIGITS + "d", used + reserved).getBytes(StandardCharsets.US_ASCII);
    try {
      ByteBuffer bytes = ByteBuffer.wrap(digits);
      while (bytes.hasRemaining()) {
        file.write(bytes, bytes.position());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the tokens can't be counted", e);
    }
  }

  /** Returns the tokens that this run took. */
  long usedNow() {
    lock.lock();
    try {
      return used - before;
    } finally {
      lock.unlock();
    }
  }

  /** Returns the tokens that all runs took. */
  long used() {
    lock.lock();
    try {
      return used;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
