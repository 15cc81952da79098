package news.breve.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.breve.BriefTestData;
import news.breve.article.Article;
import news.breve.article.Json;
import news.breve.article.Language;
import news.breve.article.Problem;
import news.breve.article.Sentence;
import news.breve.brief.Brief;
import news.breve.calling.AwsCalls;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class DynamoDbBriefStoreTest extends LeaseContract {
  private static final Instant WRITTEN = Instant.parse(BriefTestData.GENERATED_AT);
  private static final Clock THEN = Clock.fixed(WRITTEN, ZoneOffset.UTC);
  private static final String TENANT = "desk";
  private static final String TABLE = "briefs";

  private static DynamoDbLocal local;

  /** What the store asked the table for, by the operation. */
  private final List<Asked> requests = new CopyOnWriteArrayList<>();

  private record Asked(String operation, JsonNode body) {}

  @SuppressWarnings("NullAway.Init") // by prepare()
  private DynamoDbClient client;

  @SuppressWarnings("NullAway.Init") // by prepare()
  private FaultyNetwork network;

  @SuppressWarnings("NullAway.Init") // by prepare()
  private AwsCalls calls;

  private volatile Clock tableClock = THEN;
  private volatile Runnable beforeNextWrite = () -> {};

  @BeforeAll
  static void start() throws Exception {
    local = new DynamoDbLocal();
  }

  @AfterAll
  static void stop() {
    local.close();
  }

  @Override
  void prepare() throws Exception {
    client = local.client();
    network = new FaultyNetwork(local.endpoint(), new Watcher());
    calls = DynamoDbLocal.calls(network.endpoint());
    DynamoDbLocal.createTable(client, TABLE);
    requests.clear();
  }

  /** Notes what is asked for, and answers at the time of a clock of ours. */
  private final class Watcher implements FaultyNetwork.Watcher {
    @Override
    public FaultyNetwork.Fault request(String operation, String body) {
      requests.add(new Asked(operation, Json.parse(body)));
      if (operation.equals("PutItem")) {
        Runnable before = beforeNextWrite;
        beforeNextWrite = () -> {};
        before.run();
      }
      return FaultyNetwork.Fault.NONE;
    }

    @Override
    public byte[] answer(byte[] answer) {
      String date =
          DateTimeFormatter.RFC_1123_DATE_TIME.format(
              tableClock.instant().atOffset(ZoneOffset.UTC));
      return new String(answer, StandardCharsets.ISO_8859_1)
          .replaceFirst("\r\nDate: [^\r]*", "")
          .replaceFirst("\r\n", "\r\nDate: " + date + "\r\n")
          .getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  @AfterEach
  void close() throws IOException {
    network.close();
    client.deleteTable(request -> request.tableName(TABLE));
    client.close();
  }

  @Override
  DynamoDbBriefStore open(Clock clock) {
    tableClock = clock;
    return open(clock, TENANT);
  }

  @Override
  DynamoDbBriefStore open(Clock right, Duration wrongBy) {
    tableClock = right;
    return open(Clock.offset(right, wrongBy), TENANT);
  }

  @Override
  int runs() {
    return 15;
  }

  /** The digest in its id is zero: as short as they get. */
  @Override
  Duration timeToLive() {
    return TIME_TO_LIVE.multipliedBy(9).dividedBy(10);
  }

  private DynamoDbBriefStore open(Clock clock, String tenant) {
    return new DynamoDbBriefStore(calls, TABLE, tenant, TIME_TO_LIVE, clock);
  }

  private Map<String, AttributeValue> item() {
    Map<String, AttributeValue> key =
        Map.of("pk", AttributeValue.fromS(BriefTestData.ID + "/" + TENANT));
    return client.getItem(request -> request.tableName(TABLE).key(key)).item();
  }

  private void put(Map<String, AttributeValue> item) {
    client.putItem(request -> request.tableName(TABLE).item(item));
  }

  @Test
  void find_hit_costsOneConsistentGetItem() {
    BriefStore store = open(THEN);
    store.save(BriefTestData.brief());
    requests.clear();
    assertThat(store.find(BriefTestData.ID)).isPresent();
    assertThat(requests)
        .singleElement()
        .satisfies(request -> {
          assertThat(request.operation()).isEqualTo("GetItem");
          assertThat(request.body().path("ConsistentRead").booleanValue()).isTrue();
        });
  }

  @Test
  void claim_hit_costsOneGetItem() {
    BriefStore store = open(THEN);
    store.save(BriefTestData.brief());
    requests.clear();
    assertThat(store.claim(BriefTestData.ID, HOLD)).isInstanceOf(Claim.Kept.class);
    assertThat(requests).extracting(Asked::operation).containsExactly("GetItem");
  }

  @Test
  void claim_held_costsOneGetItem() {
    BriefStore store = open(THEN);
    acquire(store);
    requests.clear();
    assertThat(store.claim(BriefTestData.ID, HOLD)).isInstanceOf(Claim.HeldByOther.class);
    assertThat(requests).extracting(Asked::operation).containsExactly("GetItem");
  }

  @Test
  void claim_free_costsOneGetItemAndOneSmallPutItem_andSettlingItOnePutItem() {
    BriefStore store = open(THEN);
    Lease lease = acquire(store);
    assertThat(requests).extracting(Asked::operation).containsExactly("GetItem", "PutItem");
    assertThat(item())
        .containsOnlyKeys("pk", "tenant", "owner", "fence", "until", "expiresAt")
        .containsEntry("owner", AttributeValue.fromS(lease.owner().toString()));
    // A write unit is 1 KB.
    assertThat(item().toString()).hasSizeLessThan(1000);

    requests.clear();
    store.complete(lease, BriefTestData.brief());
    assertThat(requests).extracting(Asked::operation).containsExactly("PutItem");
    assertThat(item())
        .containsOnlyKeys("pk", "tenant", "brief", "fence", "expiresAt")
        .containsEntry("fence", AttributeValue.fromN(Long.toString(lease.fence())));
  }

  private static Lease acquire(BriefStore store) {
    return ((Claim.Acquired) store.claim(BriefTestData.ID, HOLD)).lease();
  }

  @Test
  void claim_overtakenBetweenLookAndWrite_answersWhatIsThereNow() {
    BriefStore store = open(THEN);
    store.release(acquire(store));
    List<Lease> others = new ArrayList<>();

    // The same second, the same hold: only the fence tells this item from the one looked at.
    beforeNextWrite =
        () -> {
          others.add(acquire(store));
          store.release(others.getLast());
        };
    Lease lease = acquire(store);
    assertThat(lease.fence()).isGreaterThan(others.getLast().fence());

    store.release(lease);
    beforeNextWrite = () -> others.add(acquire(store));
    assertThat(store.claim(BriefTestData.ID, HOLD)).isInstanceOf(Claim.HeldByOther.class);

    store.release(others.getLast());
    beforeNextWrite = () -> store.complete(acquire(store), BriefTestData.brief());
    assertThat(store.claim(BriefTestData.ID, HOLD)).isInstanceOf(Claim.Kept.class);
  }

  /** AWS removes it, in time, however its writer ended. */
  @Test
  void claim_andWhatItBecomes_expiresWithinTwoDays() {
    BriefStore store = open(THEN);
    Lease lease = acquire(store);
    assertExpiresWithinTwoDays();
    store.fail(lease, Problem.MODEL_FAILED, DETAIL);
    assertExpiresWithinTwoDays();
    assertThat(item())
        .containsOnlyKeys("pk", "tenant", "problem", "detail", "fence", "until", "expiresAt");
  }

  private void assertExpiresWithinTwoDays() {
    assertThat(Long.parseLong(item().getOrDefault("expiresAt", AttributeValue.fromN("0")).n()))
        .isBetween(WRITTEN.getEpochSecond(), WRITTEN.plus(Duration.ofDays(2)).getEpochSecond());
  }

  @ParameterizedTest
  @ValueSource(ints = {-10, 10})
  void claim_byProcessWhoseClockIsWrong_goesByTheTablesTime(int minutes) {
    BriefStore right = open(THEN);
    BriefStore wrong = open(THEN, Duration.ofMinutes(minutes));
    Lease lease = acquire(right);
    assertThat(wrong.claim(BriefTestData.ID, HOLD))
        .isEqualTo(new Claim.HeldByOther(HOLD.plusSeconds(1)));
    right.release(lease);
    acquire(wrong);
    assertThat(right.claim(BriefTestData.ID, HOLD))
        .isEqualTo(new Claim.HeldByOther(HOLD.plusSeconds(1)));
  }

  @Test
  void claim_byAnotherTenant_isNotHeld() {
    acquire(open(THEN, "a"));
    acquire(open(THEN, "b"));
    assertThat(open(THEN, "a").claim(BriefTestData.ID, HOLD)).isInstanceOf(Claim.HeldByOther.class);
  }

  @Test
  void claim_itemWrittenBeforeThereWereLeases_isKept_andTakenOverOnceExpired() {
    open(THEN).save(BriefTestData.brief());
    assertThat(item()).doesNotContainKey("fence");
    assertThat(open(THEN).claim(BriefTestData.ID, HOLD)).isInstanceOf(Claim.Kept.class);
    BriefStore later = open(Clock.fixed(WRITTEN.plus(timeToLive()), ZoneOffset.UTC));
    later.complete(acquire(later), BriefTestData.brief());
    assertThat(item()).containsKey("fence");
  }

  static Stream<Arguments> damagedLeases() {
    return Stream.of(
        Arguments.of("owner that is none", "owner", AttributeValue.fromS("me")),
        Arguments.of("owner of another type", "owner", AttributeValue.fromN("1")),
        Arguments.of("no owner", "owner", null),
        Arguments.of("end of another type", "until", AttributeValue.fromS("never")),
        Arguments.of("end that never comes", "until", AttributeValue.fromN("9".repeat(18))),
        Arguments.of("no end", "until", null),
        Arguments.of("another tenant's", "tenant", AttributeValue.fromS("other")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damagedLeases")
  void claim_damagedLease_isAcquired(String what, String attribute, AttributeValue value) {
    BriefStore store = open(THEN);
    Lease first = acquire(store);
    change(attribute, value);
    Lease second = acquire(store);
    assertThat(second.fence()).isGreaterThan(first.fence());
    assertThat(store.complete(first, BriefTestData.brief())).isEqualTo(Settlement.OVERTAKEN);
    assertThat(store.complete(second, BriefTestData.brief())).isEqualTo(Settlement.DONE);
  }

  private void change(String attribute, AttributeValue value) {
    Map<String, AttributeValue> item = new HashMap<>(item());
    if (value == null) {
      item.remove(attribute);
    } else {
      item.put(attribute, value);
    }
    put(item);
  }

  @Test
  void save_writesWhatTheTableIsDefinedBy() {
    open(THEN).save(BriefTestData.brief());
    assertThat(item()).containsOnlyKeys("pk", "tenant", "brief", "expiresAt");
    assertThat(item())
        .containsEntry("tenant", AttributeValue.fromS(TENANT))
        .containsEntry(
            "expiresAt",
            AttributeValue.fromN(Long.toString(WRITTEN.plus(timeToLive()).getEpochSecond())));
  }

  @Test
  void find_byAnotherTenant_isEmpty_howeverItsNameImitates() {
    List<String> tenants = List.of("", "/", "a", "a/", "/a", "a/b", "A", "é", BriefTestData.ID);
    for (String tenant : tenants) {
      open(THEN, tenant).save(BriefTestData.brief());
      for (String other : tenants.subList(tenants.indexOf(tenant) + 1, tenants.size())) {
        assertThat(open(THEN, other).find(BriefTestData.ID))
            .as("“%s” looks for what “%s” saved", other, tenant)
            .isEmpty();
      }
    }
    for (String tenant : tenants) {
      assertThat(open(THEN, tenant).find(BriefTestData.ID)).as("“%s”", tenant).isPresent();
    }
  }

  @Test
  void open_tenantTooLongOrNotUnicode_isRefused() {
    for (String tenant : List.of("a".repeat(1025), "é".repeat(513), "\uD800")) {
      assertThatIllegalArgumentException().isThrownBy(() -> open(THEN, tenant));
    }
    String longest = "é".repeat(512);
    open(THEN, longest).save(BriefTestData.brief());
    assertThat(open(THEN, longest).find(BriefTestData.ID)).isPresent();
  }

  @Test
  void find_expiredItemThatAwsHasNotRemoved_isEmpty() {
    open(THEN).save(BriefTestData.brief());
    Clock later = Clock.fixed(WRITTEN.plus(timeToLive()), ZoneOffset.UTC);
    assertThat(open(later).find(BriefTestData.ID)).isEmpty();
    assertThat(item()).isNotEmpty();
  }

  @Test
  void find_timeToLiveShortenedSince_isEmpty() {
    open(THEN).save(BriefTestData.brief());
    Clock later = Clock.fixed(WRITTEN.plus(Duration.ofDays(1)), ZoneOffset.UTC);
    BriefStore strict = new DynamoDbBriefStore(calls, TABLE, TENANT, Duration.ofDays(1), later);
    assertThat(strict.find(BriefTestData.ID)).isEmpty();
    assertThat(open(later).find(BriefTestData.ID)).isPresent();
  }

  static Stream<Arguments> foreignItems() {
    byte[] whole = StoredBrief.encode(BriefTestData.brief());
    byte[] flipped = whole.clone();
    flipped[whole.length / 2] ^= 0x20;
    byte[] cut = Arrays.copyOf(whole, whole.length - 1);
    byte[] other = StoredBrief.encode(BriefTestData.brief("b1-" + "C".repeat(43)));
    long now = WRITTEN.getEpochSecond();
    return Stream.of(
        Arguments.of("another tenant's", "tenant", AttributeValue.fromS("other")),
        Arguments.of("tenant of another type", "tenant", AttributeValue.fromN("1")),
        Arguments.of("no tenant", "tenant", null),
        Arguments.of("a flipped bit", "brief", binary(flipped)),
        Arguments.of("cut short", "brief", binary(cut)),
        Arguments.of("another brief", "brief", binary(other)),
        Arguments.of("brief of another type", "brief", AttributeValue.fromS("brief")),
        Arguments.of("no brief", "brief", null),
        Arguments.of("expired this second", "expiresAt", AttributeValue.fromN("" + now)),
        Arguments.of("expiry of another type", "expiresAt", AttributeValue.fromS("never")),
        Arguments.of("expiry with a fraction", "expiresAt", AttributeValue.fromN("9e99")),
        Arguments.of("no expiry", "expiresAt", null));
  }

  private static AttributeValue binary(byte[] bytes) {
    return AttributeValue.fromB(SdkBytes.fromByteArray(bytes));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("foreignItems")
  void find_itemThatIsNotOurs_isAMiss_andReplaced(
      String what, String attribute, AttributeValue value) {
    BriefStore store = open(THEN);
    store.save(BriefTestData.brief());
    change(attribute, value);
    assertThat(store.find(BriefTestData.ID)).isEmpty();
    Lease lease = acquire(store);
    assertThat(store.complete(lease, BriefTestData.brief())).isEqualTo(Settlement.DONE);
    assertThat(store.find(BriefTestData.ID)).contains(BriefTestData.brief());

    change(attribute, value);
    store.save(BriefTestData.brief());
    assertThat(store.find(BriefTestData.ID)).contains(BriefTestData.brief());
  }

  @Test
  void lifetime_isSpreadOverTenPercentEitherWay() {
    DynamoDbBriefStore store = open(THEN);
    LongSummaryStatistics seconds =
        IntStream.range(0, 2_000)
            .mapToObj(i -> store.lifetime(new BriefKey().add(i).id()))
            .collect(Collectors.summarizingLong(Duration::toSeconds));
    long mean = TIME_TO_LIVE.toSeconds();
    assertThat(seconds.getMin()).isBetween(mean * 900 / 1000, mean * 905 / 1000);
    assertThat(seconds.getMax()).isBetween(mean * 1095 / 1000, mean * 1100 / 1000);
    assertThat(seconds.getAverage()).isBetween(mean * 0.99, mean * 1.01);
    assertThat(store.lifetime("b1-" + "_".repeat(43)))
        .isBetween(
            TIME_TO_LIVE.multipliedBy(9).dividedBy(10),
            TIME_TO_LIVE.multipliedBy(11).dividedBy(10));
  }

  @Test
  void save_largestItem_isKept_andOneLarger_isRefusedBeforeItIsSent() {
    BriefStore store = open(THEN);
    int fits = 0;
    int tooLong = 1 << 20;
    while (tooLong - fits > 1) {
      int length = (fits + tooLong) >>> 1;
      int bytes = StoredBrief.encode(incompressible(length)).length + overhead();
      if (bytes <= DynamoDbBriefStore.MAX_ITEM_BYTES) {
        fits = length;
      } else {
        tooLong = length;
      }
    }
    Brief largest = incompressible(fits);
    store.save(largest);
    assertThat(store.find(BriefTestData.ID)).contains(largest);
    assertThat(StoredBrief.encode(largest).length).isGreaterThan(400 * 1024 - 200);

    Brief larger = incompressible(tooLong);
    requests.clear();
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> store.save(larger))
        .withMessageMatching("table “.+”: .* 409,6[0-9]{2} bytes.* 409,600 .*");
    assertThat(requests).isEmpty();
  }

  private static int overhead() {
    return "pk".length()
        + (BriefTestData.ID + "/" + TENANT).length()
        + ("tenant" + TENANT + "brief" + "fence" + "expiresAt").length()
        + 2 * 21;
  }

  /** Printable ASCII at random, of which gzip saves an eighth. */
  private static Brief incompressible(int length) {
    String text =
        new Random(1)
            .ints(length, 'A', 'z' + 1)
            .filter(c -> c != '\\')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    Brief brief = BriefTestData.brief();
    return new Brief(
        brief.id(),
        brief.status(),
        brief.schemaVersion(),
        Article.of(
            Language.ENGLISH, null, null, text, List.of(new Sentence(0, text.length())), List.of()),
        brief.headline(),
        brief.sentences(),
        brief.keyFacts(),
        brief.checks(),
        brief.ai(),
        brief.usage(),
        brief.cache());
  }
}
