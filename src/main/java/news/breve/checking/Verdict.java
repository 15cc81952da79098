package news.breve.checking;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import news.breve.brief.Finding;

/** What the checks say of a draft as a whole. */
public enum Verdict {
  /** No finding of any severity. */
  @JsonProperty("verified")
  VERIFIED,
  /** Only warnings. */
  @JsonProperty("review")
  REVIEW,
  /** At least one error. */
  @JsonProperty("rejected")
  REJECTED;

  /** Returns the verdict that follows from all findings on a draft. */
  public static Verdict of(List<Finding> findings) {
    if (findings.isEmpty()) {
      return VERIFIED;
    }
    return findings.stream().anyMatch(Finding::isError) ? REJECTED : REVIEW;
  }
}
