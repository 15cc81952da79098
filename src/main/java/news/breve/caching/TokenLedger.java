package news.breve.caching;

import java.time.LocalDate;

/**
 * Counts the model's tokens of each day, for all processes that share it: what is reserved is
 * counted at once, whoever asks at the same time.
 *
 * <p>Where the answer to a reservation is lost, the tokens may stay counted though the caller was
 * told {@link StoreException}: the sum may be too high for a while, and is not too low.
 */
public interface TokenLedger {
  /**
   * Counts tokens, unless the sum of the day would pass a ceiling.
   *
   * @param day in UTC, the same for a reservation and what is added to it later
   * @param tokens at least 0
   * @return if they were counted
   * @throws StoreException if it isn't known
   */
  boolean reserve(LocalDate day, long tokens, long ceiling);

  /**
   * Counts what a call took beyond its reservation, whatever the ceiling; less than 0 gives back
   * what it left.
   *
   * @throws StoreException if it isn't known to be counted
   */
  void add(LocalDate day, long tokens);

  /**
   * Returns the sum of a day.
   *
   * @throws StoreException if it isn't known
   */
  long used(LocalDate day);
}
