package news.breve.brief;

/**
 * A draft has not the shape of the contract. The message names the place and the fault, and never
 * holds the draft's words.
 */
public final class DraftException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String pointer;

  /**
   * @param pointer JSON pointer to the fault, empty for the draft itself
   * @param fault what is wrong, to follow the place
   */
  DraftException(String pointer, String fault) {
    super((pointer.isEmpty() ? "the draft" : pointer) + " " + fault);
    this.pointer = pointer;
  }

  /** Returns the JSON pointer to the fault, empty for the draft itself. */
  public String pointer() {
    return pointer;
  }

  /** Returns one line that a person understands. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
