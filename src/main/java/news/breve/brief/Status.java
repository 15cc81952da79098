package news.breve.brief;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a brief is proven. */
public enum Status {
  /** No finding of any severity. */
  @JsonProperty("verified")
  VERIFIED,
  /** Only warnings remain, or something was dropped. */
  @JsonProperty("review")
  REVIEW,
  /** No model wrote it: sentences quoted word for word. */
  @JsonProperty("extractive")
  EXTRACTIVE
}
