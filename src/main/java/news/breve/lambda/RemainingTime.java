package news.breve.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;
import java.util.Optional;
import news.breve.http.HostTime;
import news.breve.writing.Deadline;
import org.jspecify.annotations.Nullable;

/** What Lambda leaves an invocation, less what it takes to store and to hand over the answer. */
final class RemainingTime implements HostTime {
  private static final Duration ANSWERING = Duration.ofSeconds(2);

  // A container answers one request at a time.
  private volatile @Nullable Deadline deadline;

  /** Tells which invocation begins; null where there is none, as before a snapshot. */
  void of(@Nullable Context context) {
    deadline =
        context == null
            ? null
            : Deadline.in(Duration.ofMillis(context.getRemainingTimeInMillis()).minus(ANSWERING));
  }

  @Override
  public Optional<Duration> left() {
    Deadline ends = deadline;
    return Optional.ofNullable(ends).map(Deadline::left);
  }
}
