package news.breve.caching;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import news.breve.article.Problem;
import news.breve.brief.Brief;

/** Keeps the briefs last used in memory, as long as the process lives. */
public final class MemoryBriefStore implements BriefStore {
  /** Some 50 MB of compressed briefs of long articles, far less of common ones. */
  public static final int MAX_BRIEFS = 5_000;

  /** Apart from the briefs: many articles that fail push none out. */
  private static final int MAX_MARKS = 5_000;

  private final Shelf shelf;
  private final String tenant;
  private final Duration timeToLive;
  private final Clock clock;

  /** What all tenants share, by tenant and id; guarded by itself. */
  private static final class Shelf {
    private final Map<String, byte[]> briefs = new LastUsed<>(MAX_BRIEFS);
    private final Map<String, Mark> marks = new LastUsed<>(MAX_MARKS);
    private long lastFence;
  }

  /**
   * Makes an empty store.
   *
   * @param timeToLive how long a brief is kept
   */
  public MemoryBriefStore(Duration timeToLive, Clock clock) {
    this(new Shelf(), "", timeToLive, clock);
  }

  private MemoryBriefStore(Shelf shelf, String tenant, Duration timeToLive, Clock clock) {
    this.shelf = shelf;
    this.tenant = tenant;
    this.timeToLive = timeToLive;
    this.clock = clock;
  }

  @Override
  public MemoryBriefStore of(String other) {
    return new MemoryBriefStore(shelf, other, timeToLive, clock);
  }

  /** An id has no slash and always the same length. */
  private String key(String id) {
    return BriefKey.requireId(id) + "/" + tenant;
  }

  /** A map that forgets the entry used longest ago. */
  private static final class LastUsed<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1;

    private final int max;

    LastUsed(int max) {
      super(16, 0.75f, true);
      this.max = max;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
      return size() > max;
    }
  }

  @Override
  public Optional<Claim.Standing> standing(String id) {
    byte[] bytes;
    Mark mark;
    synchronized (shelf) {
      bytes = shelf.briefs.get(key(id));
      mark = shelf.marks.get(key(id));
    }
    Optional<Claim.Standing> kept =
        Optional.ofNullable(bytes)
            .flatMap(b -> StoredBrief.decode(b, id, timeToLive, clock))
            .map(Claim.Kept::new);
    return kept.or(() -> Optional.ofNullable(mark).flatMap(m -> Mark.standing(m, clock.instant())));
  }

  @Override
  public Claim claim(String id, Duration hold) {
    Lease.requireHold(hold);
    synchronized (shelf) {
      Optional<Claim.Standing> standing = standing(id);
      if (standing.isPresent()) {
        return standing.get();
      }
      Lease lease = Lease.after(shelf.lastFence, id, Lease.newOwner(), clock.instant(), hold);
      shelf.lastFence = lease.fence();
      shelf.marks.put(key(id), lease);
      return new Claim.Acquired(lease);
    }
  }

  @Override
  public Settlement complete(Lease lease, Brief brief, Duration atMost) {
    lease.requireMine(brief.id());
    byte[] bytes = StoredBrief.encode(brief, atMost);
    synchronized (shelf) {
      Settlement settlement = release(lease);
      if (settlement == Settlement.DONE) {
        shelf.briefs.put(key(lease.id()), bytes);
      }
      return settlement;
    }
  }

  @Override
  public Settlement fail(Lease lease, Problem problem, String detail) {
    synchronized (shelf) {
      Settlement settlement = release(lease);
      if (settlement == Settlement.DONE) {
        shelf.marks.put(key(lease.id()), Failure.of(lease, problem, detail, clock.instant()));
      }
      return settlement;
    }
  }

  @Override
  public Settlement release(Lease lease) {
    synchronized (shelf) {
      return shelf.marks.remove(key(lease.id()), lease) ? Settlement.DONE : Settlement.OVERTAKEN;
    }
  }

  @Override
  public void save(Brief brief) {
    byte[] bytes = StoredBrief.encode(brief);
    synchronized (shelf) {
      shelf.briefs.put(key(brief.id()), bytes);
      shelf.marks.remove(key(brief.id()));
    }
  }
}
