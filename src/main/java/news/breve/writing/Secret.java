package news.breve.writing;

/** A key that doesn't show itself: not in {@code toString}, so not in logs or messages either. */
public final class Secret {
  private final String value;

  public Secret(String value) {
    this.value = value;
  }

  /** Returns the key itself, for the request's header only. */
  String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
