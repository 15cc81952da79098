package news.breve.article;

/**
 * A language tag and who says so.
 *
 * @param tag BCP 47, not checked yet
 * @param authority how far it is believed
 */
record DeclaredLanguage(String tag, Authority authority) {
  enum Authority {
    /** The caller said it to us: where the text says otherwise, one of the two is a mistake. */
    CALLER,
    /** A publishing system's default, often left wrong: the text is believed over it. */
    PUBLISHER
  }

  static DeclaredLanguage byCaller(String tag) {
    return new DeclaredLanguage(tag, Authority.CALLER);
  }

  static DeclaredLanguage byPublisher(String tag) {
    return new DeclaredLanguage(tag, Authority.PUBLISHER);
  }
}
