package news.breve.caching;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import news.breve.brief.Brief;

/** Keeps the briefs last used in memory, as long as the process lives. */
public final class MemoryBriefStore implements BriefStore {
  /** Some 50 MB of compressed briefs of long articles, far less of common ones. */
  public static final int MAX_BRIEFS = 5_000;

  private final Duration timeToLive;
  private final Clock clock;

  private final Map<String, byte[]> briefs =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
              return size() > MAX_BRIEFS;
            }
          });

  /**
   * Makes an empty store.
   *
   * @param timeToLive how long a brief is kept
   */
  public MemoryBriefStore(Duration timeToLive, Clock clock) {
    this.timeToLive = timeToLive;
    this.clock = clock;
  }

  @Override
  public Optional<Brief> find(String id) {
    return Optional.ofNullable(briefs.get(BriefKey.requireId(id)))
        .flatMap(bytes -> StoredBrief.decode(bytes, id))
        .filter(brief -> StoredBrief.isAlive(brief, timeToLive, clock));
  }

  @Override
  public void save(Brief brief) {
    briefs.put(BriefKey.requireId(brief.id()), StoredBrief.encode(brief));
  }
}
