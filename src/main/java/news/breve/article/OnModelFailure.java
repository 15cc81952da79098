package news.breve.article;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a caller wants when the model gives no usable answer. */
public enum OnModelFailure {
  /** The problem, so that the caller can decide. */
  @JsonProperty("problem")
  PROBLEM,
  /** A labelled extractive brief instead. */
  @JsonProperty("extractive")
  EXTRACTIVE
}
