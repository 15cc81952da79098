package news.breve.caching;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * The right to write one brief, for a time (docs/adr/0011). Only a store gives it.
 *
 * @param id of the brief
 * @param owner drawn for the call that acquired it
 * @param fence greater than that of every lease of this id before
 * @param until when another may take it over, by the store's time
 */
public record Lease(String id, UUID owner, long fence, Instant until) implements Mark {
  /** As long as a Lambda function may run. */
  public static final Duration MAX_HOLD = Duration.ofMinutes(15);

  /**
   * Makes the next lease of an id.
   *
   * @param last the fence of the lease before, 0 if it isn't known: the time of day then is later
   *     than any that was forgotten
   */
  static Lease after(long last, String id, UUID owner, Instant now, Duration hold) {
    return new Lease(
        id,
        owner,
        Math.max(last + 1, now.toEpochMilli()),
        now.plus(hold).truncatedTo(ChronoUnit.MILLIS));
  }

  /**
   * Draws an owner from the operating system, a random UUID of RFC 9562. Nothing is drawn ahead: a
   * snapshot would hand the same to every container restored from it.
   */
  static UUID newOwner() {
    SecureRandom random = new SecureRandom();
    long version4 = (random.nextLong() & ~0xF000L) | 0x4000L;
    long variant10 = (random.nextLong() >>> 2) | Long.MIN_VALUE;
    return new UUID(version4, variant10);
  }

  static Duration requireHold(Duration hold) {
    if (!hold.isPositive() || hold.compareTo(MAX_HOLD) > 0) {
      throw new IllegalArgumentException("a lease is held for at most " + MAX_HOLD);
    }
    return hold;
  }

  /** Refuses the brief of another id. */
  void requireMine(String briefId) {
    if (!id.equals(briefId)) {
      throw new IllegalArgumentException("not the brief that the lease is for");
    }
  }
}
