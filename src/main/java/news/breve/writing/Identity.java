package news.breve.writing;

import org.jspecify.annotations.Nullable;

/**
 * Who writes: everything about a writer that can change what it writes.
 *
 * @param provider name of the contract, such as {@code mistral}; null for the extractive writer
 * @param model model id; null for the extractive writer
 * @param parameters the sampling parameters in one canonical line
 * @param promptVersion version of the prompt, or of the extractive rules
 */
public record Identity(
    @Nullable String provider, @Nullable String model, String parameters, String promptVersion) {
  /** Returns if a model writes. */
  public boolean isModel() {
    return provider != null;
  }
}
