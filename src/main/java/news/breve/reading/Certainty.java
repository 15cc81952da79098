package news.breve.reading;

/** How sure a text is that something happens, from what it states to what it only says may be. */
public enum Certainty {
  /** It happened, or happens. */
  STATED,
  /** It is to come. */
  COMING,
  /** Somebody wants it, plans it or asks for it, or it is expected. */
  INTENDED,
  /** It may be. */
  POSSIBLE,
  /** It is said to be, without proof. */
  ALLEGED;

  /** Returns if it leaves open whether the thing is true. */
  public boolean isOpen() {
    return this == POSSIBLE || this == ALLEGED;
  }

  Certainty or(Certainty other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
