package news.breve.rendering;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why no model wrote a brief: what the service says most often, in the reader's language. */
final class Reasons {
  private static final Map<String, String> KNOWN =
      Map.of(
          "no model is configured",
          "reason.no-model",
          "the model's draft lost its headline or all its sentences to the checks",
          "reason.nothing-stands");

  private Reasons() {}

  /** Returns the reason in words of the page; null if there is none to give. */
  static @Nullable String of(@Nullable String reason, Wording wording) {
    return reason == null ? null : wording.of(KNOWN.getOrDefault(reason, "reason.other"));
  }

  /** Returns what the words of the page don't say: the service's own, in English. */
  static @Nullable String detail(@Nullable String reason) {
    return reason == null || KNOWN.containsKey(reason) ? null : Visible.line(reason);
  }
}
