package news.breve.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How the service is.
 *
 * @param status {@code degraded} where briefs are made but not kept
 * @param model what writes, null where no model is configured
 * @param cache where briefs are kept
 */
record Health(State status, @Nullable Model model, Cache cache) {
  /** How it is as a whole. */
  enum State {
    @JsonProperty("up")
    UP,
    @JsonProperty("degraded")
    DEGRADED
  }

  /**
   * The configured model; whether it answers is only known by paying for an answer.
   *
   * @param provider such as {@code mistral}
   * @param name the provider's id of the model
   */
  record Model(String provider, @Nullable String name) {}

  /**
   * The cache.
   *
   * @param reachable whether a brief can be looked up
   */
  record Cache(boolean reachable) {}

  static Health of(@Nullable String provider, @Nullable String model, boolean cacheReachable) {
    return new Health(
        cacheReachable ? State.UP : State.DEGRADED,
        provider == null ? null : new Model(provider, model),
        new Cache(cacheReachable));
  }
}
