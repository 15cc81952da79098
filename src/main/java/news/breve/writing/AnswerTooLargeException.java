package news.breve.writing;

/** A provider sent more than any brief takes; reading stopped there. */
final class AnswerTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  AnswerTooLargeException(int limit) {
    super("more than " + limit + " bytes");
  }
}
