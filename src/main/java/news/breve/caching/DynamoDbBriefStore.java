package news.breve.caching;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import news.breve.article.Problem;
import news.breve.brief.Brief;
import news.breve.calling.AwsCalls;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each brief of one tenant in an item of its own in a DynamoDB table (docs/adr/0005), which
 * before that is the lease to write it (docs/adr/0011). The time to live is spread by up to 10 %
 * either way, so that what was written in one night is not bought again in one night.
 */
public final class DynamoDbBriefStore implements BriefStore {
  /** What an item may take, names of attributes included. */
  static final int MAX_ITEM_BYTES = 400 << 10;

  /** What a tenant's name may take in UTF-8: a partition key has 2048 bytes. */
  static final int MAX_TENANT_BYTES = 1024;

  static final String TENANT = "tenant";
  static final String BRIEF = "brief";
  static final String FENCE = "fence";
  static final String OWNER = "owner";
  static final String UNTIL = "until";
  static final String PROBLEM = "problem";
  static final String DETAIL = "detail";

  /** DynamoDB counts at most this for a number of our size. */
  private static final int NUMBER_BYTES = 21;

  /** How long an item without a brief outlasts its mark, which is by far the longest freeze. */
  private static final Duration AFTERLIFE = Duration.ofDays(1);

  private static final int PARTS_PER_MILLION = 1_000_000;
  private static final int JITTER = PARTS_PER_MILLION / 10;

  private final DynamoDbTable table;
  private final String tenant;
  private final Duration timeToLive;
  private final Clock clock;

  /**
   * Opens the store without asking the table anything.
   *
   * @param table an existing table
   * @param tenant whose briefs these are; may be empty
   * @param timeToLive how long a brief is kept, give or take 10 %
   * @throws IllegalArgumentException if the tenant's name is too long or not well-formed Unicode
   */
  public DynamoDbBriefStore(
      AwsCalls calls, String table, String tenant, Duration timeToLive, Clock clock) {
    this(new DynamoDbTable(calls, table, clock), tenant, timeToLive, clock);
  }

  private DynamoDbBriefStore(DynamoDbTable table, String tenant, Duration timeToLive, Clock clock) {
    // UTF-8 turns every lone surrogate into the same “?”: two tenants would share a key.
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(tenant)
        || bytes(tenant) > MAX_TENANT_BYTES) {
      throw new IllegalArgumentException(
          "a tenant's name takes at most " + MAX_TENANT_BYTES + " bytes of Unicode text");
    }
    this.table = table;
    this.tenant = tenant;
    this.timeToLive = timeToLive;
    this.clock = clock;
  }

  @Override
  public DynamoDbBriefStore of(String other) {
    return new DynamoDbBriefStore(table, other, timeToLive, clock);
  }

  @Override
  public Optional<Claim.Standing> standing(String id) {
    return standing(table.visit().get(key(id)), id);
  }

  @Override
  public Claim claim(String id, Duration hold) {
    Lease.requireHold(hold);
    DynamoDbTable.Visit visit = table.visit();
    UUID owner = Lease.newOwner();
    Map<String, AttributeValue> seen = visit.get(key(id));
    while (true) {
      Optional<Claim.Standing> standing = standing(seen, id);
      if (standing.isPresent()) {
        return standing.get();
      }
      Instant now = table.time().now();
      Lease lease = Lease.after(fence(seen), id, owner, now, hold.plus(TableTime.RESOLUTION));
      Optional<Map<String, AttributeValue>> instead = visit.put(item(lease), asBefore(seen));
      if (instead.isEmpty()) {
        return new Claim.Acquired(lease);
      }
      // Another was first. What is there now may already be free again.
      seen = instead.get();
    }
  }

  @Override
  public Settlement complete(Lease lease, Brief brief, Duration atMost) {
    lease.requireMine(brief.id());
    Map<String, AttributeValue> item = item(brief, atMost);
    item.put(FENCE, AttributeValue.number(lease.fence()));
    return settle(lease, item);
  }

  @Override
  public Settlement fail(Lease lease, Problem problem, String detail) {
    Failure failure = Failure.of(lease, problem, detail, table.time().now());
    Map<String, AttributeValue> item = item(lease.id(), failure);
    item.put(PROBLEM, AttributeValue.text(problem.name()));
    item.put(DETAIL, AttributeValue.text(failure.detail()));
    return settle(lease, item);
  }

  @Override
  public Settlement release(Lease lease) {
    return settle(lease, item(lease.id(), lease));
  }

  /** Neither a frozen writer's brief nor its failure may take the place of its successor's. */
  private Settlement settle(Lease lease, Map<String, AttributeValue> item) {
    return table.visit().put(item, held(lease)).isEmpty() ? Settlement.DONE : Settlement.OVERTAKEN;
  }

  @Override
  public void save(Brief brief) {
    table.visit().put(item(brief, NO_CAP));
  }

  private Map<String, AttributeValue> item(Brief brief, Duration atMost) {
    byte[] body = StoredBrief.encode(brief, atMost);
    Map<String, AttributeValue> item = item(brief.id());
    item.put(BRIEF, AttributeValue.bytes(body));
    Duration life = lifetime(brief.id());
    item.put(
        DynamoDbTable.EXPIRES_AT,
        DynamoDbTable.seconds(
            StoredBrief.requireEnd(brief, life.compareTo(atMost) < 0 ? life : atMost)));
    int size = size(brief.id(), body);
    if (size > MAX_ITEM_BYTES) {
      throw new StoreException(
          "table “%s”: a brief of %,d bytes, compressed, is over the %,d of an item"
              .formatted(table.name(), size, MAX_ITEM_BYTES));
    }
    return item;
  }

  private Map<String, AttributeValue> item(Lease lease) {
    Map<String, AttributeValue> item = item(lease.id(), lease);
    item.put(OWNER, AttributeValue.text(lease.owner().toString()));
    return item;
  }

  /** Without an owner or a problem it is a lease that was given up, kept for its fence. */
  private Map<String, AttributeValue> item(String id, Mark mark) {
    Map<String, AttributeValue> item = item(id);
    item.put(FENCE, AttributeValue.number(mark.fence()));
    item.put(UNTIL, AttributeValue.number(mark.until().toEpochMilli()));
    item.put(DynamoDbTable.EXPIRES_AT, DynamoDbTable.seconds(mark.until().plus(AFTERLIFE)));
    return item;
  }

  private Map<String, AttributeValue> item(String id) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put(DynamoDbTable.KEY, AttributeValue.text(key(id)));
    item.put(TENANT, AttributeValue.text(tenant));
    return item;
  }

  private static Map<String, @Nullable AttributeValue> held(Lease lease) {
    Map<String, @Nullable AttributeValue> expected = new HashMap<>();
    expected.put(OWNER, AttributeValue.text(lease.owner().toString()));
    expected.put(FENCE, AttributeValue.number(lease.fence()));
    return expected;
  }

  /** Whatever is written to an item changes one of these. */
  private static Map<String, @Nullable AttributeValue> asBefore(Map<String, AttributeValue> item) {
    Map<String, @Nullable AttributeValue> expected = new HashMap<>();
    expected.put(OWNER, item.get(OWNER));
    expected.put(FENCE, item.get(FENCE));
    expected.put(DynamoDbTable.EXPIRES_AT, item.get(DynamoDbTable.EXPIRES_AT));
    return expected;
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
    return bytes(DynamoDbTable.KEY + key(id))
        + bytes(TENANT + tenant)
        + bytes(BRIEF)
        + body.length
        + bytes(DynamoDbTable.EXPIRES_AT + FENCE)
        + 2 * NUMBER_BYTES;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private Optional<Claim.Standing> standing(Map<String, AttributeValue> item, String id) {
    if (text(item, TENANT).filter(tenant::equals).isEmpty()) {
      return Optional.empty();
    }
    return brief(item, id)
        .<Claim.Standing>map(Claim.Kept::new)
        .or(() -> mark(item, id).flatMap(mark -> Mark.standing(mark, table.time().now())));
  }

  private Optional<Brief> brief(Map<String, AttributeValue> item, String id) {
    return Optional.ofNullable(item.get(BRIEF))
        .flatMap(AttributeValue::bytes)
        .filter(body -> !isExpired(item))
        // Looks at the age as well: the time to live may have been shortened since.
        .flatMap(body -> StoredBrief.decode(body, id, lifetime(id), clock));
  }

  /** AWS removes an expired item within days, not at once. */
  private boolean isExpired(Map<String, AttributeValue> item) {
    return clock.instant().getEpochSecond() >= number(item.get(DynamoDbTable.EXPIRES_AT));
  }

  private static Optional<Mark> mark(Map<String, AttributeValue> item, String id) {
    Instant until = Instant.ofEpochMilli(number(item.get(UNTIL)));
    Optional<String> owner = text(item, OWNER);
    Optional<String> problem = text(item, PROBLEM);
    Optional<String> detail = text(item, DETAIL);
    try {
      if (owner.isPresent()) {
        return Optional.of(new Lease(id, UUID.fromString(owner.get()), fence(item), until));
      }
      return problem.isEmpty() || detail.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Failure(Problem.valueOf(problem.get()), detail.get(), fence(item), until));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(Map<String, AttributeValue> item, String attribute) {
    return Optional.ofNullable(item.get(attribute)).flatMap(AttributeValue::text);
  }

  /** Returns the fence of the last lease; 0 if there was none. */
  private static long fence(Map<String, AttributeValue> item) {
    return number(item.get(FENCE));
  }

  /** Returns what a number of ours is; 0, as if long ago, if it isn't one. */
  private static long number(@Nullable AttributeValue value) {
    try {
      return value == null ? 0 : Long.parseLong(value.number().orElse(""));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
