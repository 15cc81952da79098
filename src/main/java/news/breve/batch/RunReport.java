package news.breve.batch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * What came of a run at the terminal: {@code report.json}.
 *
 * @param report of every input that has a record, in this run or an earlier one
 * @param complete if there are no other inputs
 * @param stopped why the run ended before its inputs did, null if it didn't
 * @param tokensSpent what all runs into the folder took, with what was paid for and came to nothing
 * @param calls how fast this run called
 */
public record RunReport(
    @JsonUnwrapped Report report,
    boolean complete,
    @Nullable String stopped,
    long tokensSpent,
    Calls calls) {
  /**
   * How fast a run called.
   *
   * @param made calls that were let go
   * @param perMinute how many a minute
   * @param ofCeiling while calls waited for their turn, the part of those that the limit on
   *     requests and the provider allowed: less than 1 if too few may be under way at once; null if
   *     none waited, or there is no such limit
   */
  public record Calls(long made, double perMinute, @Nullable Double ofCeiling) {}

  /** Returns if every input has its brief. */
  @JsonIgnore
  public boolean isWhole() {
    return complete && report.isComplete();
  }
}
