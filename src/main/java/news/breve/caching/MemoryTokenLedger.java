package news.breve.caching;

import java.time.LocalDate;
import java.util.TreeMap;

/** Counts the tokens of this process. */
public final class MemoryTokenLedger implements TokenLedger {
  private static final int DAYS = 8;

  private final TreeMap<LocalDate, Long> days = new TreeMap<>();

  @Override
  public synchronized boolean reserve(LocalDate day, long tokens, long ceiling) {
    if (tokens > ceiling - used(day)) {
      return false;
    }
    add(day, tokens);
    return true;
  }

  @Override
  public synchronized void add(LocalDate day, long tokens) {
    days.merge(day, tokens, Long::sum);
    days.headMap(day.minusDays(DAYS)).clear();
  }

  @Override
  public synchronized long used(LocalDate day) {
    return days.getOrDefault(day, 0L);
  }
}
