package news.breve.caching;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import news.breve.brief.Brief;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Keeps each brief of one tenant in an item of its own in a DynamoDB table (docs/adr/0005). The
 * time to live is spread by up to 10 % either way, so that what was written in one night is not
 * bought again in one night.
 */
public final class DynamoDbBriefStore implements BriefStore {
  /** What an item may take, names of attributes included. */
  static final int MAX_ITEM_BYTES = 400 << 10;

  /** What a tenant's name may take in UTF-8: a partition key has 2048 bytes. */
  static final int MAX_TENANT_BYTES = 1024;

  static final String KEY = "pk";
  static final String TENANT = "tenant";
  static final String BRIEF = "brief";
  static final String EXPIRES_AT = "expiresAt";

  /** DynamoDB counts at most this for a number of our size. */
  private static final int NUMBER_BYTES = 21;

  private static final Pattern QUOTATION = Pattern.compile("[:(\\n]");

  private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(5);
  private static final int MAX_ATTEMPTS = 3;

  private static final int PARTS_PER_MILLION = 1_000_000;
  private static final int JITTER = PARTS_PER_MILLION / 10;

  private final DynamoDbClient client;
  private final String table;
  private final String tenant;
  private final Duration timeToLive;
  private final Clock clock;

  /**
   * Opens the store without asking the table anything.
   *
   * @param client from {@link #client()}
   * @param table an existing table
   * @param tenant whose briefs these are; may be empty
   * @param timeToLive how long a brief is kept, give or take 10 %
   * @throws IllegalArgumentException if the tenant's name is too long or not well-formed Unicode
   */
  public DynamoDbBriefStore(
      DynamoDbClient client, String table, String tenant, Duration timeToLive, Clock clock) {
    // UTF-8 turns every lone surrogate into the same “?”: two tenants would share a key.
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(tenant)
        || bytes(tenant) > MAX_TENANT_BYTES) {
      throw new IllegalArgumentException(
          "a tenant's name takes at most " + MAX_TENANT_BYTES + " bytes of Unicode text");
    }
    this.client = client;
    this.table = table;
    this.tenant = tenant;
    this.timeToLive = timeToLive;
    this.clock = clock;
  }

  /**
   * Makes a client that gives up before the caller does: 3 attempts of 2 seconds, 5 seconds in all.
   * Region, credentials and endpoint come from where the AWS SDK looks for them.
   *
   * @throws SdkException if no region is configured
   */
  public static DynamoDbClient client() {
    return clientBuilder().build();
  }

  static DynamoDbClientBuilder clientBuilder() {
    return DynamoDbClient.builder()
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(ATTEMPT_TIMEOUT)
                .socketTimeout(ATTEMPT_TIMEOUT))
        .overrideConfiguration(
            ClientOverrideConfiguration.builder()
                .apiCallAttemptTimeout(ATTEMPT_TIMEOUT)
                .apiCallTimeout(CALL_TIMEOUT)
                .retryStrategy(
                    AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(MAX_ATTEMPTS)
                        .build())
                .build());
  }

  @Override
  public Optional<Brief> find(String id) {
    Map<String, AttributeValue> key = Map.of(KEY, AttributeValue.fromS(key(id)));
    // Consistent: who was told where the brief is must find it there.
    return brief(
        answer("read", () -> client.getItem(r -> r.tableName(table).key(key).consistentRead(true)))
            .item(),
        id);
  }

  @Override
  public void save(Brief brief) {
    byte[] body = StoredBrief.encode(brief);
    long expiresAt =
        StoredBrief.end(brief, lifetime(brief.id()))
            .map(DynamoDbBriefStore::roundUp)
            .orElseThrow(
                () -> new IllegalArgumentException("the brief doesn't say when it was written"));
    Map<String, AttributeValue> item =
        Map.of(
            KEY,
            AttributeValue.fromS(key(brief.id())),
            TENANT,
            AttributeValue.fromS(tenant),
            BRIEF,
            AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(body)),
            EXPIRES_AT,
            AttributeValue.fromN(Long.toString(expiresAt)));
    int size = size(brief.id(), body);
    if (size > MAX_ITEM_BYTES) {
      throw new StoreException(
          "table “%s”: a brief of %,d bytes, compressed, is over the %,d of an item"
              .formatted(table, size, MAX_ITEM_BYTES));
    }
    answer("write", () -> client.putItem(r -> r.tableName(table).item(item)));
  }

  /**
   * Returns how long a brief is kept: always the same for the same brief, so that neither a random
   * seed that was frozen with a snapshot nor a second container makes a difference.
   */
  Duration lifetime(String id) {
    // Eight characters of the digest are six bytes.
    long bits = 0;
    for (byte b : Base64.getUrlDecoder().decode(BriefKey.requireId(id).substring(3, 11))) {
      bits = bits << Byte.SIZE | Byte.toUnsignedLong(b);
    }
    long share = PARTS_PER_MILLION - JITTER + bits % (2 * JITTER + 1);
    return timeToLive.multipliedBy(share).dividedBy(PARTS_PER_MILLION);
  }

  /**
   * An id has no slash and always the same length, so that no tenant's name can imitate another.
   */
  private String key(String id) {
    return BriefKey.requireId(id) + "/" + tenant;
  }

  private int size(String id, byte[] body) {
    return bytes(KEY + key(id))
        + bytes(TENANT + tenant)
        + bytes(BRIEF)
        + body.length
        + bytes(EXPIRES_AT)
        + NUMBER_BYTES;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static long roundUp(Instant instant) {
    return instant.plusNanos(999_999_999).getEpochSecond();
  }

  private Optional<Brief> brief(Map<String, AttributeValue> item, String id) {
    AttributeValue owner = item.get(TENANT);
    AttributeValue body = item.get(BRIEF);
    boolean ours = owner != null && tenant.equals(owner.s());
    if (!ours || body == null || body.b() == null || isExpired(item.get(EXPIRES_AT))) {
      return Optional.empty();
    }
    return StoredBrief.decode(body.b().asByteArrayUnsafe(), id)
        // The time to live may have been shortened since.
        .filter(brief -> StoredBrief.isAlive(brief, lifetime(id), clock));
  }

  /** AWS removes an expired item within days, not at once. */
  private boolean isExpired(@Nullable AttributeValue expiresAt) {
    if (expiresAt == null || expiresAt.n() == null) {
      return true;
    }
    try {
      return clock.instant().getEpochSecond() >= Long.parseLong(expiresAt.n());
    } catch (NumberFormatException e) {
      return true;
    }
  }

  /** Names the error without the service's message, which may hold what was sent. */
  private <T> T answer(String action, Supplier<T> call) {
    try {
      return call.get();
    } catch (AwsServiceException e) {
      throw new StoreException(
          "table “%s” refused the %s: %s".formatted(table, action, errorCode(e)));
    } catch (SdkException e) {
      throw new StoreException(
          "table “%s” can't be reached for a %s: %s".formatted(table, action, reason(e)));
    }
  }

  private static String errorCode(AwsServiceException e) {
    return e.awsErrorDetails() != null && e.awsErrorDetails().errorCode() != null
        ? e.awsErrorDetails().errorCode()
        : "HTTP " + e.statusCode();
  }

  /** The SDK's own words up to where it begins to quote, else the kind of error beneath. */
  private static String reason(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return root instanceof SdkException && message != null
        ? QUOTATION.split(message, 2)[0].strip()
        : root.getClass().getSimpleName();
  }
}
