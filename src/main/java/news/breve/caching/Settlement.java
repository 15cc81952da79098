package news.breve.caching;

/** What came of the end that a lease was brought to. */
public enum Settlement {
  DONE,

  /**
   * The lease was no longer this writer's: it ran out and another has taken it over, or it was
   * settled before. The store is as it was.
   */
  OVERTAKEN
}
