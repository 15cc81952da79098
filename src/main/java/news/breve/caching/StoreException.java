package news.breve.caching;

/** A brief can't be kept or looked up. The message names the place and never holds article text. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StoreException(String message) {
    super(message);
  }
}
