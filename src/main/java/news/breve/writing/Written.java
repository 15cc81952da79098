package news.breve.writing;

import news.breve.brief.Brief;
import news.breve.brief.Draft;

/**
 * A draft and what it cost.
 *
 * @param draft unproven
 * @param usage as the provider counted it
 * @param deadline until when the same brief may cost more time
 */
public record Written(Draft draft, Brief.Usage usage, Deadline deadline) {
  /** A draft that no model has to be asked for again. */
  public Written(Draft draft, Brief.Usage usage) {
    this(draft, usage, Deadline.NONE);
  }
}
