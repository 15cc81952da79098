package news.breve.service;

import news.breve.caching.StoreException;
import news.breve.writing.Identity;

/** Told what happens while a brief is made, so that a person who waits can be told. */
public interface BriefListener {
  /** Tells nobody. */
  BriefListener NONE = new BriefListener() {};

  /** The cache has no such brief; the writer starts. */
  default void writing(Identity writer) {}

  /** The cache can't be used; the brief is made all the same. */
  default void storeFailed(StoreException e) {}
}
