package news.breve.caching;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import news.breve.configuration.ConfigurationException;
import news.breve.configuration.Variables;

/**
 * Where briefs are kept, and for how long.
 *
 * @param kind the store
 * @param folder the folder of the file store
 * @param timeToLive how long a brief is kept
 */
public record CacheSettings(Kind kind, Path folder, Duration timeToLive) {
  private static final Duration DEFAULT_TIME_TO_LIVE = Duration.ofDays(90);

  /** The kinds of store. */
  public enum Kind {
    FILE,
    MEMORY
  }

  /**
   * Reads {@code BREVE_CACHE}, {@code BREVE_CACHE_DIR}, {@code BREVE_CACHE_TTL}.
   *
   * @throws ConfigurationException if one is wrong
   */
  public static CacheSettings from(Variables variables) {
    return new CacheSettings(
        variables.choice("BREVE_CACHE", Kind.class, Kind.FILE),
        folder(variables),
        variables.duration("BREVE_CACHE_TTL", DEFAULT_TIME_TO_LIVE));
  }

  /** Returns the folder, by default that of the XDG Base Directory Specification. */
  private static Path folder(Variables variables) {
    try {
      return variables
          .text("BREVE_CACHE_DIR")
          .map(Path::of)
          .or(() ->
              variables
                  .text("XDG_CACHE_HOME")
                  .map(Path::of)
                  // The specification has relative paths ignored.
                  .filter(Path::isAbsolute)
                  .map(home -> home.resolve("breve")))
          .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "breve"));
    } catch (InvalidPathException e) {
      throw new ConfigurationException("BREVE_CACHE_DIR", "is not a path");
    }
  }

  /**
   * Opens the store.
   *
   * @throws ConfigurationException if its folder can't be used
   */
  public BriefStore open(Clock clock) {
    return switch (kind) {
      case MEMORY -> new MemoryBriefStore(timeToLive, clock);
      case FILE -> {
        try {
          yield new FileBriefStore(folder, timeToLive, clock);
        } catch (StoreException e) {
          throw new ConfigurationException(
              "BREVE_CACHE_DIR", "must name a folder to keep briefs in: " + e.getMessage());
        }
      }
    };
  }
}
