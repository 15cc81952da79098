package news.breve.writing;

/** A call that failed for good. The message follows the provider's name and quotes nothing. */
final class CallFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  static final String NOT_ITS_API =
      "'s answer has not the shape of its API: check " + ModelSettings.BASE_URL;

  private final boolean sent;

  CallFailedException(String fault) {
    this(fault, true);
  }

  private CallFailedException(String fault, boolean sent) {
    super(fault);
    this.sent = sent;
  }

  /** Makes the failure of a call that never left the process. */
  static CallFailedException notSent(String fault) {
    return new CallFailedException(fault, false);
  }

  boolean wasSent() {
    return sent;
  }
}
