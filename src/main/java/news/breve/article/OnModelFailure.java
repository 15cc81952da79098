package news.breve.article;

/** What a caller wants when the model gives no usable answer. */
public enum OnModelFailure {
  /** The problem, so that the caller can decide. */
  PROBLEM,
  /** A labelled extractive brief instead. */
  EXTRACTIVE
}
