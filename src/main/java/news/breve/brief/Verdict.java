package news.breve.brief;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;

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

  /** Returns the name of the contract, such as {@code rejected}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the verdict that follows from all findings on a draft. */
  public static Verdict of(List<Finding> findings) {
    if (findings.isEmpty()) {
      return VERIFIED;
    }
    return findings.stream().anyMatch(Finding::isError) ? REJECTED : REVIEW;
  }
}
