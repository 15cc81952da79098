package news.breve.http;

import java.time.Duration;
import java.util.Optional;

/** How long this process may still work on a request, where something ends it. */
@FunctionalInterface
public interface HostTime {
  /** Returns what is left for the answer to be there; empty if nobody ends the process. */
  Optional<Duration> left();
}
