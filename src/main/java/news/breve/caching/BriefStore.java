package news.breve.caching;

import java.util.Optional;
import news.breve.brief.Brief;

/** Where briefs are kept. Implementations are safe for use by several threads. */
public interface BriefStore {
  /**
   * Returns the brief kept under an id; empty if there is none, it has outlived the time to live,
   * or what is kept is damaged.
   *
   * @param id as {@link BriefKey} makes it
   * @throws IllegalArgumentException if it is not such an id
   */
  Optional<Brief> find(String id);

  /**
   * Keeps a brief under its id, in place of what was there.
   *
   * @throws StoreException if it can't be kept
   */
  void save(Brief brief);
}
