package news.breve.caching;

import java.time.Duration;
import java.util.Optional;
import news.breve.article.Problem;
import news.breve.brief.Brief;

/**
 * Where briefs are kept, and where it is settled who writes one (docs/adr/0011). Implementations
 * are safe for use by several threads, and by several processes where they share what they run on.
 *
 * <p>Every method takes an id as {@link BriefKey} makes it and throws {@link
 * IllegalArgumentException} for another string, {@link StoreException} if the store can't be asked
 * or can't do it.
 */
public interface BriefStore {
  /**
   * Returns the same store for the briefs of another tenant: neither sees what the other keeps,
   * writes, or failed to write, whatever ids it knows.
   *
   * @param tenant may be empty
   * @throws IllegalArgumentException if the store can't take such a name
   */
  BriefStore of(String tenant);

  /** Longer than any brief is kept. */
  Duration NO_CAP = Duration.ofDays(36_500);

  /**
   * Returns what stands under an id: the brief, unless it has outlived its time or is damaged, else
   * who is writing it or that it failed lately; empty if nothing does.
   */
  Optional<Claim.Standing> standing(String id);

  /** Returns the brief kept under an id; empty if there is none. */
  default Optional<Brief> find(String id) {
    return standing(id)
        .flatMap(standing ->
            standing instanceof Claim.Kept kept ? Optional.of(kept.brief()) : Optional.empty());
  }

  /**
   * Claims a brief: returns what stands under its id, else acquires the lease to write it.
   *
   * @param hold how long the lease is nobody else's, counted from this call; at most {@link
   *     Lease#MAX_HOLD}. Long enough to write the brief and to store it
   */
  Claim claim(String id, Duration hold);

  /** Keeps the brief a lease was for, and ends the lease. */
  default Settlement complete(Lease lease, Brief brief) {
    return complete(lease, brief, NO_CAP);
  }

  /**
   * Keeps the brief a lease was for, and ends the lease.
   *
   * @param atMost how long it is kept at most, counted from when it was written
   */
  Settlement complete(Lease lease, Brief brief, Duration atMost);

  /**
   * Remembers for about a minute that the brief could not be written, and ends the lease.
   *
   * @param detail one line that never holds article text, a key, or a provider's answer
   */
  Settlement fail(Lease lease, Problem problem, String detail);

  /** Ends a lease without a word, so that the next may try at once. */
  Settlement release(Lease lease);

  /**
   * Keeps a brief that took no lease, in place of what was there. Whoever holds a lease of its id
   * is overtaken.
   */
  void save(Brief brief);
}
