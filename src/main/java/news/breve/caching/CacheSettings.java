package news.breve.caching;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import news.breve.calling.AwsCallException;
import news.breve.calling.AwsCalls;
import news.breve.calling.Endpoints;
import news.breve.configuration.ConfigurationException;
import news.breve.configuration.Variables;
import org.jspecify.annotations.Nullable;

/**
 * Where briefs are kept, and for how long.
 *
 * @param kind the store
 * @param folder the folder of the file store
 * @param table the table of the DynamoDB store; null if none is named
 * @param timeToLive how long a brief is kept
 */
public record CacheSettings(Kind kind, Path folder, @Nullable String table, Duration timeToLive) {
  private static final Duration DEFAULT_TIME_TO_LIVE = Duration.ofDays(90);
  private static final Duration MAX_TIME_TO_LIVE = BriefStore.NO_CAP;

  /** Amazon DynamoDB API Reference, TableName, without the form that is an ARN. */
  private static final Pattern TABLE_NAME = Pattern.compile("[a-zA-Z0-9_.-]{3,255}");

  /** The kinds of store. */
  public enum Kind {
    FILE,
    MEMORY,
    DYNAMODB
  }

  /** Refuses a DynamoDB store without its table. */
  public CacheSettings {
    if (kind == Kind.DYNAMODB && table == null) {
      throw new ConfigurationException("BREVE_CACHE_TABLE", "must name the table of DynamoDB");
    }
  }

  /**
   * Reads {@code BREVE_CACHE}, {@code BREVE_CACHE_DIR}, {@code BREVE_CACHE_TABLE}, {@code
   * BREVE_CACHE_TTL}.
   *
   * @throws ConfigurationException if one is wrong, or the table is missing where it is needed
   */
  public static CacheSettings from(Variables variables) {
    Optional<String> table = table(variables);
    Kind kind =
        variables
            .choice("BREVE_CACHE", Kind.class)
            .orElseGet(() -> defaultKind(variables, table.isPresent()));
    if (kind == Kind.DYNAMODB) {
      Endpoints.requireKnownEndpoint(variables, DynamoDbTable.SERVICE);
    }
    return new CacheSettings(kind, folder(variables), table.orElse(null), timeToLive(variables));
  }

  /** A function has no folder that outlives it: what it keeps there is lost, and fills its disk. */
  private static Kind defaultKind(Variables variables, boolean hasTable) {
    if (variables.text("AWS_LAMBDA_FUNCTION_NAME").isEmpty()) {
      return Kind.FILE;
    }
    return hasTable ? Kind.DYNAMODB : Kind.MEMORY;
  }

  private static Optional<String> table(Variables variables) {
    Optional<String> table = variables.text("BREVE_CACHE_TABLE");
    if (table.isPresent() && !TABLE_NAME.matcher(table.get()).matches()) {
      throw new ConfigurationException(
          "BREVE_CACHE_TABLE",
          "is “" + table.get() + "”; it takes 3 to 255 letters, digits, “_”, “.” or “-”");
    }
    return table;
  }

  private static Duration timeToLive(Variables variables) {
    Duration timeToLive = variables.duration("BREVE_CACHE_TTL", DEFAULT_TIME_TO_LIVE);
    if (timeToLive.compareTo(MAX_TIME_TO_LIVE) > 0) {
      throw new ConfigurationException(
          "BREVE_CACHE_TTL", "takes at most " + MAX_TIME_TO_LIVE.toDays() + "d");
    }
    return timeToLive;
  }

  /** Returns the folder, by default that of the XDG Base Directory Specification. */
  private static Path folder(Variables variables) {
    return path(variables, "BREVE_CACHE_DIR")
        .or(() ->
            path(variables, "XDG_CACHE_HOME")
                // The specification has relative paths ignored.
                .filter(Path::isAbsolute)
                .map(home -> home.resolve("breve")))
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "breve"));
  }

  private static Optional<Path> path(Variables variables, String name) {
    try {
      return variables.text(name).map(Path::of);
    } catch (InvalidPathException e) {
      throw new ConfigurationException(name, "is not a path");
    }
  }

  /**
   * Opens the store.
   *
   * @param tenant whose briefs are kept
   * @throws ConfigurationException if its folder can't be used, or no AWS region is configured
   */
  public BriefStore open(Clock clock, String tenant) {
    return switch (kind) {
      case MEMORY -> new MemoryBriefStore(timeToLive, clock).of(tenant);
      case FILE -> inFolder(() -> new FileBriefStore(folder, timeToLive, clock).of(tenant));
      case DYNAMODB -> openTable(clock, tenant);
    };
  }

  /**
   * Opens the ledger of tokens beside the store. In memory, it is this process's own: open it once.
   *
   * @throws ConfigurationException as {@link #open}
   */
  public TokenLedger openLedger(Clock clock) {
    return switch (kind) {
      case MEMORY -> new MemoryTokenLedger();
      case FILE -> inFolder(() -> new FileTokenLedger(folder, clock));
      case DYNAMODB -> new DynamoDbTokenLedger(openCalls(), Objects.requireNonNull(table), clock);
    };
  }

  private static <T> T inFolder(Supplier<T> opening) {
    try {
      return opening.get();
    } catch (StoreException e) {
      throw new ConfigurationException(
          "BREVE_CACHE_DIR", "must name a folder to keep briefs in: " + e.getMessage());
    }
  }

  private BriefStore openTable(Clock clock, String tenant) {
    AwsCalls calls = openCalls();
    try {
      return new DynamoDbBriefStore(
          calls, Objects.requireNonNull(table), tenant, timeToLive, clock);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(
          "BREVE_TENANT",
          "takes at most " + DynamoDbBriefStore.MAX_TENANT_BYTES + " bytes of Unicode text");
    }
  }

  /** Region, credentials and endpoint are AWS's own variables. */
  private static AwsCalls openCalls() {
    AwsCalls calls = new AwsCalls(new Variables(System::getenv));
    try {
      calls.endpoints().region();
    } catch (AwsCallException e) {
      throw new ConfigurationException("AWS_REGION", "must name the region of the table");
    }
    return calls;
  }
}
