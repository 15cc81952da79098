package news.breve.cli;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.OptionalLong;
import news.breve.batch.AdaptiveLimiter;
import news.breve.batch.Backfill;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far a run is: on a terminal a bar that is drawn again several times a second, elsewhere
 * a line now and then. All on the stream beside that of the results.
 */
final class ProgressLine implements AutoCloseable {
  private static final Duration STEP = Duration.ofMillis(200);
  private static final Duration LINE = Duration.ofSeconds(10);
  private static final String ERASE_LINE = "\r\u001b[2K";
  private static final int BAR = 12;

  /** Rates are of the last half minute. */
  private static final Duration MEMORY = Duration.ofSeconds(30);

  private static final double NANOS_PER_SECOND = 1e9;

  private final Terminal terminal;
  private final Backfill backfill;
  private final OptionalLong total;
  private final boolean drawn;
  private final Deque<Sample> samples = new ArrayDeque<>();
  private @Nullable Thread thread;

  /** When the first input of this run was done. */
  private @Nullable Sample begin;

  private record Sample(long nanos, long items, long bytes) {}

  ProgressLine(Terminal terminal, Backfill backfill, OptionalLong total) {
    this.terminal = terminal;
    this.backfill = backfill;
    this.total = total;
    this.drawn = terminal.isPersonAt("err");
  }

  void start() {
    thread = Thread.ofVirtual().name("progress").start(this::show);
  }

  private void show() {
    try {
      while (true) {
        Thread.sleep(drawn ? STEP : LINE);
        String line = line(backfill.progress(), backfill.calls(), backfill.tokens());
        if (drawn) {
          int columns = terminal.columns() - 1;
          terminal.err().print(ERASE_LINE + line.substring(0, Math.min(columns, line.length())));
          terminal.err().flush();
        } else {
          terminal.say(line);
        }
      }
    } catch (InterruptedException e) {
      // Closed: the run is over.
    }
  }

  private String line(Backfill.Progress now, AdaptiveLimiter.State calls, long tokens) {
    Sample last = new Sample(System.nanoTime(), now.items(), now.bytes());
    samples.addLast(last);
    while (last.nanos() - samples.getFirst().nanos() > MEMORY.toNanos() && samples.size() > 2) {
      samples.removeFirst();
    }
    Sample first = samples.getFirst();
    double seconds = (last.nanos() - first.nanos()) / NANOS_PER_SECOND;
    double rate = seconds == 0 ? 0 : (last.items() - first.items()) / seconds;
    StringBuilder line = new StringBuilder(bar(now.bytes()));
    line.append(String.format(Locale.ROOT, "%,d done · %.1f/s", now.items(), rate));
    append(line, now.earlier(), "earlier");
    append(line, now.hits(), now.hits() == 1 ? "hit" : "hits");
    append(line, now.failed(), "failed");
    append(line, tokens, "tokens");
    if (calls.share() < 1) {
      line.append(
          String.format(Locale.ROOT, " · slowed to %d %% by the provider", percent(calls.share())));
    }
    left(now, last).ifPresent(left -> line.append(" · ").append(words(left)));
    return line.toString();
  }

  private static long percent(double share) {
    return Math.max(1, Math.round(100 * share));
  }

  private static void append(StringBuilder line, long count, String what) {
    if (count > 0) {
      line.append(String.format(Locale.ROOT, " · %,d %s", count, what));
    }
  }

  private String bar(long bytes) {
    if (total.isEmpty() || total.getAsLong() == 0) {
      return "";
    }
    double part = Math.min(1, (double) bytes / total.getAsLong());
    int full = (int) (BAR * part);
    String bar = drawn ? "█".repeat(full) + "░".repeat(BAR - full) + " " : "";
    return String.format(Locale.ROOT, "%s%d %% · ", bar, (int) (100 * part));
  }

  /** By all that this run did itself: articles differ too much for the last half minute to tell. */
  private OptionalLong left(Backfill.Progress now, Sample last) {
    if (now.items() == now.earlier()) {
      return OptionalLong.empty();
    }
    if (begin == null) {
      begin = last;
    }
    double perNano = (double) (last.bytes() - begin.bytes()) / (last.nanos() - begin.nanos());
    return total.isEmpty() || !(perNano > 0)
        ? OptionalLong.empty()
        : OptionalLong.of(
            (long) Math.max(0, (total.getAsLong() - last.bytes()) / perNano / NANOS_PER_SECOND));
  }

  private static String words(long seconds) {
    if (seconds < 90) {
      return seconds + " s left";
    }
    long minutes = (seconds + 59) / 60;
    return minutes < 90
        ? minutes + " min left"
        : String.format(Locale.ROOT, "%d h %02d left", minutes / 60, minutes % 60);
  }

  @Override
  public void close() {
    if (thread == null) {
      return;
    }
    thread.interrupt();
    try {
      thread.join(STEP.multipliedBy(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (drawn) {
      terminal.err().print(ERASE_LINE);
      terminal.err().flush();
    }
  }
}
