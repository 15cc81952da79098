package news.breve.caching;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

/**
 * Counts tokens in {@code FOLDER/tokens/DAY}, for all processes that use the folder. A count that
 * is damaged is not taken for nothing: that would spend the day's money twice.
 */
public final class FileTokenLedger implements TokenLedger {
  /** Nobody asks about a day so long ago. */
  private static final Duration FORGOTTEN = Duration.ofDays(8);

  private final PrivateFolder days;
  private final FolderLock lock;
  private final Clock clock;

  /**
   * Opens, and where it is missing makes, the ledger.
   *
   * @param folder the cache folder
   * @throws StoreException if the folder can't be made or written to
   */
  public FileTokenLedger(Path folder, Clock clock) {
    this.days = PrivateFolder.open(folder.resolve("tokens"));
    this.lock = FolderLock.of(folder);
    this.clock = clock;
  }

  @Override
  public boolean reserve(LocalDate day, long tokens, long ceiling) {
    return lock.inTurn(() -> {
      long used = used(day);
      if (tokens > ceiling - used) {
        return false;
      }
      write(day, used + tokens);
      return true;
    });
  }

  @Override
  public void add(LocalDate day, long tokens) {
    lock.inTurn(() -> {
      write(day, used(day) + tokens);
      return null;
    });
  }

  @Override
  public long used(LocalDate day) {
    return days.read(day.toString()).map(bytes -> number(day, bytes)).orElse(0L);
  }

  private long number(LocalDate day, byte[] bytes) {
    try {
      return Long.parseLong(new String(bytes, StandardCharsets.US_ASCII).strip());
    } catch (NumberFormatException e) {
      throw new StoreException("“" + days.file(day.toString()) + "” doesn't hold a number");
    }
  }

  private void write(LocalDate day, long tokens) {
    days.deleteOlderThan(clock.instant().minus(FORGOTTEN));
    days.writeThrough(day.toString(), (tokens + "\n").getBytes(StandardCharsets.US_ASCII));
  }
}
