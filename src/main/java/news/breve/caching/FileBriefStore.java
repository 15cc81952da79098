package news.breve.caching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import news.breve.article.Json;
import news.breve.article.Problem;
import news.breve.brief.Brief;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each brief in a file of its own, {@code FOLDER/briefs/ID.json.gz}, which only its owner can
 * read; a tenant's in {@code FOLDER/tenants/DIGEST/briefs}. A file appears whole or not at all, so
 * that processes may share the folder. Who writes a brief, or that it failed, stands in {@code
 * FOLDER/claims/ID.json} for as long.
 */
public final class FileBriefStore implements BriefStore {
  /** Where the tenants that have a name have folders of their own, named by its digest. */
  private static final String TENANTS = "tenants";

  /** What is left in the folder of claims for so long was left by a process that was killed. */
  private static final Duration LEFT_BEHIND = Duration.ofDays(1);

  private final Path root;
  private final PrivateFolder briefs;
  private final PrivateFolder claims;
  private final FolderLock lock;
  private final Duration timeToLive;
  private final Clock clock;

  /**
   * Opens, and where it is missing makes, the store.
   *
   * @param folder the cache folder; mode 0700 where it is made
   * @param timeToLive how long a brief is kept
   * @throws StoreException if the folder can't be made or written to
   */
  public FileBriefStore(Path folder, Duration timeToLive, Clock clock) {
    this(folder, folder, timeToLive, clock);
  }

  private FileBriefStore(Path root, Path folder, Duration timeToLive, Clock clock) {
    this.root = root;
    this.briefs = PrivateFolder.open(folder.resolve("briefs"));
    this.claims = PrivateFolder.open(folder.resolve("claims"));
    this.lock = FolderLock.of(folder);
    this.timeToLive = timeToLive;
    this.clock = clock;
    clear();
  }

  @Override
  public FileBriefStore of(String tenant) {
    Path folder =
        tenant.isEmpty() ? root : root.resolve(TENANTS).resolve(new BriefKey().add(tenant).id());
    return new FileBriefStore(root, folder, timeToLive, clock);
  }

  private void clear() {
    Instant before = clock.instant().minus(LEFT_BEHIND);
    try {
      lock.inTurn(() -> {
        claims.deleteOlderThan(before);
        return null;
      });
    } catch (StoreException e) {
      // Nothing hangs on it, and the next process tries again.
    }
  }

  /**
   * A claim as it stands in its file: a lease if it has an owner, a failure if a problem, else a
   * lease that was given up, kept for its fence.
   */
  private record ClaimFile(
      String id,
      long fence,
      long until,
      @Nullable UUID owner,
      @Nullable Problem problem,
      @Nullable String detail) {
    static ClaimFile givenUp(Lease lease) {
      return new ClaimFile(
          lease.id(), lease.fence(), lease.until().toEpochMilli(), null, null, null);
    }

    static ClaimFile of(String id, Mark mark) {
      long until = mark.until().toEpochMilli();
      return switch (mark) {
        case Lease lease -> new ClaimFile(id, lease.fence(), until, lease.owner(), null, null);
        case Failure failure ->
            new ClaimFile(id, failure.fence(), until, null, failure.problem(), failure.detail());
      };
    }

    Optional<Mark> mark() {
      Instant end = Instant.ofEpochMilli(until);
      if (owner != null) {
        return Optional.of(new Lease(id, owner, fence, end));
      }
      return problem == null || detail == null
          ? Optional.empty()
          : Optional.of(new Failure(problem, detail, fence, end));
    }
  }

  @Override
  public Optional<Claim.Standing> standing(String id) {
    Optional<Claim.Standing> kept =
        briefs
            .read(briefFile(id))
            .flatMap(bytes -> StoredBrief.decode(bytes, id, timeToLive, clock))
            .map(Claim.Kept::new);
    return kept.or(() ->
        mark(id)
            .filter(mark -> !(mark instanceof Lease lease) || lock.isHeld(lease.owner()))
            .flatMap(mark -> Mark.standing(mark, clock.instant())));
  }

  @Override
  public Claim claim(String id, Duration hold) {
    Lease.requireHold(hold);
    Optional<Claim.Standing> standing = standing(id);
    if (standing.isPresent()) {
      return standing.get();
    }
    // Looked at again in turn: another may have come first.
    return lock.inTurn(
        () -> standing(id).map(Claim.class::cast).orElseGet(() -> acquire(id, hold)));
  }

  private Claim acquire(String id, Duration hold) {
    long last = claimOf(id).map(ClaimFile::fence).orElse(0L);
    Lease lease = Lease.after(last, id, Lease.newOwner(), clock.instant(), hold);
    lock.hold(lease.owner());
    try {
      write(ClaimFile.of(id, lease));
    } catch (StoreException e) {
      lock.letGo(lease.owner());
      throw e;
    }
    return new Claim.Acquired(lease);
  }

  @Override
  public Settlement complete(Lease lease, Brief brief, Duration atMost) {
    lease.requireMine(brief.id());
    try (PrivateFolder.Draft draft = claims.draft(StoredBrief.encode(brief, atMost))) {
      return settle(
          lease,
          () -> {
            draft.publishAs(briefs.file(briefFile(lease.id())));
            claims.delete(claimFile(lease.id()));
          });
    }
  }

  @Override
  public Settlement fail(Lease lease, Problem problem, String detail) {
    Failure failure = Failure.of(lease, problem, detail, clock.instant());
    return settle(lease, () -> write(ClaimFile.of(lease.id(), failure)));
  }

  @Override
  public Settlement release(Lease lease) {
    return settle(lease, () -> write(ClaimFile.givenUp(lease)));
  }

  private Settlement settle(Lease lease, Runnable end) {
    try {
      return lock.inTurn(() -> {
        if (mark(lease.id()).filter(lease::equals).isEmpty()) {
          return Settlement.OVERTAKEN;
        }
        end.run();
        return Settlement.DONE;
      });
    } finally {
      lock.letGo(lease.owner());
    }
  }

  @Override
  public void save(Brief brief) {
    try (PrivateFolder.Draft draft = claims.draft(StoredBrief.encode(brief))) {
      draft.publishAs(briefs.file(briefFile(brief.id())));
    }
    claims.delete(claimFile(brief.id()));
  }

  private Optional<Mark> mark(String id) {
    return claimOf(id).flatMap(ClaimFile::mark);
  }

  /** Returns what stands in the file of a claim; empty if there is none or it is damaged. */
  private Optional<ClaimFile> claimOf(String id) {
    return claims.read(claimFile(id)).flatMap(bytes -> decode(bytes, id));
  }

  private static Optional<ClaimFile> decode(byte[] bytes, String id) {
    try {
      @Nullable ClaimFile claim = Json.mapper().readValue(bytes, ClaimFile.class);
      return Optional.ofNullable(claim).filter(c -> id.equals(c.id()) && c.fence() > 0);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void write(ClaimFile claim) {
    try {
      claims.write(claimFile(claim.id()), Json.mapper().writeValueAsBytes(claim));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String briefFile(String id) {
    return BriefKey.requireId(id) + ".json.gz";
  }

  private static String claimFile(String id) {
    return BriefKey.requireId(id) + ".json";
  }
}
