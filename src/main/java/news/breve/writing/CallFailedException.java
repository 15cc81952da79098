package news.breve.writing;

/** A call that failed for good. The message follows the provider's name and quotes nothing. */
final class CallFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  static final String NOT_ITS_API =
      "'s answer has not the shape of its API: check " + ModelSettings.BASE_URL;

  CallFailedException(String fault) {
    super(fault);
  }
}
