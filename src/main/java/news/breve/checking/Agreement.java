package news.breve.checking;

/** How a value of a claim stands to one of the article, from the best to the worst. */
enum Agreement {
  /** It says the same, or what rounding with its word allows. */
  SAME,
  /** It says the same in a unit of another system; right or not, somebody should look. */
  CONVERTED,
  /** The same amount of what may be something else: the words are not known well enough. */
  COUNTED,
  /** The same amount, qualified otherwise: nearly is not more than is not exactly. */
  APPROXIMATION,
  /** The amount rounded, without a word that says so. */
  ROUNDED,
  /** The same amount of something else. */
  UNIT,
  /** Another value. */
  NONE;

  Agreement orBetter(Agreement other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
