package news.breve.http;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import news.breve.article.Problem;
import news.breve.article.ProblemException;

/**
 * Lets in only so much text at once that the heap holds what is made of it, however many callers
 * there are. The others wait a little, in the order they came; what they wait with is only their
 * bytes.
 */
@Singleton
final class Admission {
  /**
   * What is read, judged and rendered of an article takes less than so many times its bytes, and
   * calls of the model that are under way get their share of the processors (bench/load).
   */
  private static final int TIMES_ITS_BYTES = 64;

  private static final int KIBIBYTE = 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

  private final Duration patience;
  private final Semaphore left;

  @Inject
  Admission() {
    this(Runtime.getRuntime().maxMemory(), PATIENCE);
  }

  /**
   * @param heap in bytes
   * @param patience how long a text waits for room
   */
  Admission(long heap, Duration patience) {
    this.patience = patience;
    long share = heap / TIMES_ITS_BYTES / KIBIBYTE;
    // Any article gets in where it is the only one.
    left = new Semaphore(Math.clamp(share, kibibytes(Payload.MAX_BYTES), Integer.MAX_VALUE), true);
  }

  /**
   * Works on a text once there is room for it.
   *
   * @throws ProblemException {@code model-unavailable} if there is none in time
   */
  <T> T work(byte[] text, Supplier<T> work) {
    int size = kibibytes(text.length);
    enter(size);
    try {
      return work.get();
    } finally {
      left.release(size);
    }
  }

  private void enter(int size) {
    try {
      if (!left.tryAcquire(size, patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw full();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw full();
    }
  }

  private static int kibibytes(int bytes) {
    return bytes / KIBIBYTE + 1;
  }

  private static ProblemException full() {
    return new ProblemException(
        Problem.MODEL_UNAVAILABLE, "too many articles are being worked on", RETRY_AFTER);
  }
}
