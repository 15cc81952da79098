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

  private final Duration timeToLive;
  private final Clock clock;

  private final Map<String, byte[]> briefs = new LastUsed<>(MAX_BRIEFS);
  private final Map<String, Mark> marks = new LastUsed<>(MAX_MARKS);
  private long lastFence;

  /**
   * Makes an empty store.
   *
   * @param timeToLive how long a brief is kept
   */
  public MemoryBriefStore(Duration timeToLive, Clock clock) {
    this.timeToLive = timeToLive;
    this.clock = clock;
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
    synchronized (this) {
      bytes = briefs.get(BriefKey.requireId(id));
      mark = marks.get(id);
    }
    Optional<Claim.Standing> kept =
        Optional.ofNullable(bytes)
            .flatMap(b -> StoredBrief.decode(b, id, timeToLive, clock))
            .map(Claim.Kept::new);
    return kept.or(() -> Optional.ofNullable(mark).flatMap(m -> Mark.standing(m, clock.instant())));
  }

  @Override
  public synchronized Claim claim(String id, Duration hold) {
    Lease.requireHold(hold);
    Optional<Claim.Standing> standing = standing(id);
    if (standing.isPresent()) {
      return standing.get();
    }
    Lease lease = Lease.after(lastFence, id, Lease.newOwner(), clock.instant(), hold);
    lastFence = lease.fence();
    marks.put(id, lease);
    return new Claim.Acquired(lease);
  }

  @Override
  public Settlement complete(Lease lease, Brief brief, Duration atMost) {
    lease.requireMine(brief.id());
    byte[] bytes = StoredBrief.encode(brief, atMost);
    synchronized (this) {
      Settlement settlement = release(lease);
      if (settlement == Settlement.DONE) {
        briefs.put(lease.id(), bytes);
      }
      return settlement;
    }
  }

  @Override
  public synchronized Settlement fail(Lease lease, Problem problem, String detail) {
    Settlement settlement = release(lease);
    if (settlement == Settlement.DONE) {
      marks.put(lease.id(), Failure.of(lease, problem, detail, clock.instant()));
    }
    return settlement;
  }

  @Override
  public synchronized Settlement release(Lease lease) {
    return marks.remove(lease.id(), lease) ? Settlement.DONE : Settlement.OVERTAKEN;
  }

  @Override
  public void save(Brief brief) {
    byte[] bytes = StoredBrief.encode(brief);
    synchronized (this) {
      briefs.put(BriefKey.requireId(brief.id()), bytes);
      marks.remove(brief.id());
    }
  }
}
