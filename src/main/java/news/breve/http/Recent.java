package news.breve.http;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Kept briefs as they were answered a moment ago, so that one that many ask for at once is read and
 * rendered once, and its store asked once a second (docs/adr/0019). What changes in the store is
 * seen that much later, and no answer is older.
 */
@Singleton
final class Recent {
  private static final Duration LIFE = Duration.ofSeconds(1);
  private static final long MAX_BYTES = 8L << 20;

  private final long life;
  private final long maxBytes;
  private final LongSupplier nanoTime;
  private final Map<String, Answered> answers = new ConcurrentHashMap<>();
  private final AtomicLong bytes = new AtomicLong();

  private record Answered(Representation representation, long nanos) {}

  @Inject
  Recent() {
    this(LIFE, MAX_BYTES, System::nanoTime);
  }

  /**
   * @param life how long an answer is recent; zero for never
   * @param maxBytes most bytes of answers
   * @param nanoTime the time in ns
   */
  Recent(Duration life, long maxBytes, LongSupplier nanoTime) {
    this.life = life.toNanos();
    this.maxBytes = maxBytes;
    this.nanoTime = nanoTime;
  }

  /** Remembers nothing. */
  static Recent never() {
    return new Recent(Duration.ZERO, 0, System::nanoTime);
  }

  /** Returns if anything can be found here. */
  boolean remembers() {
    return life > 0;
  }

  /** Returns what a request was answered with, if that was just now. */
  Optional<Representation> find(String request) {
    Answered answered = answers.get(request);
    return answered == null || isOld(answered)
        ? Optional.empty()
        : Optional.of(answered.representation());
  }

  /** Remembers an answer, if there is room once what is old has gone. */
  void remember(String request, Representation representation) {
    long size = representation.bytes().length;
    if (size > maxBytes) {
      return;
    }
    if (bytes.get() + size > maxBytes) {
      answers.forEach((other, answered) -> {
        if (isOld(answered)) {
          forget(other, answered);
        }
      });
    }
    if (bytes.addAndGet(size) > maxBytes) {
      bytes.addAndGet(-size);
      return;
    }
    Answered before = answers.put(request, new Answered(representation, nanoTime.getAsLong()));
    if (before != null) {
      bytes.addAndGet(-before.representation().bytes().length);
    }
  }

  private void forget(String request, Answered answered) {
    if (answers.remove(request, answered)) {
      bytes.addAndGet(-answered.representation().bytes().length);
    }
  }

  private boolean isOld(Answered answered) {
    return nanoTime.getAsLong() - answered.nanos() >= life;
  }
}
