package news.breve.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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
import news.breve.article.Language;
import news.breve.article.Sentence;
import news.breve.brief.Brief;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

final class DynamoDbBriefStoreTest extends BriefStoreContract {
  private static final Instant WRITTEN = Instant.parse(BriefTestData.GENERATED_AT);
  private static final Clock THEN = Clock.fixed(WRITTEN, ZoneOffset.UTC);
  private static final String TENANT = "desk";
  private static final String TABLE = "briefs";

  private static DynamoDbLocal local;

  private final List<SdkRequest> requests = new CopyOnWriteArrayList<>();
  private DynamoDbClient client;

  @BeforeAll
  static void start() throws Exception {
    local = new DynamoDbLocal();
  }

  @AfterAll
  static void stop() {
    local.close();
  }

  @BeforeEach
  void createTable() {
    client =
        local.client(
            new ExecutionInterceptor() {
              @Override
              public void beforeTransmission(
                  Context.BeforeTransmission context, ExecutionAttributes attributes) {
                requests.add(context.request());
              }
            });
    DynamoDbLocal.createTable(client, TABLE);
    requests.clear();
  }

  @AfterEach
  void close() {
    client.deleteTable(request -> request.tableName(TABLE));
    client.close();
  }

  @Override
  DynamoDbBriefStore open(Clock clock) {
    return open(clock, TENANT);
  }

  /** The digest in its id is zero: as short as they get. */
  @Override
  Duration timeToLive() {
    return TIME_TO_LIVE.multipliedBy(9).dividedBy(10);
  }

  private DynamoDbBriefStore open(Clock clock, String tenant) {
    return new DynamoDbBriefStore(client, TABLE, tenant, TIME_TO_LIVE, clock);
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
        .isInstanceOfSatisfying(
            GetItemRequest.class, request -> assertThat(request.consistentRead()).isTrue());
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
    BriefStore strict = new DynamoDbBriefStore(client, TABLE, TENANT, Duration.ofDays(1), later);
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
    Map<String, AttributeValue> item = new HashMap<>(item());
    if (value == null) {
      item.remove(attribute);
    } else {
      item.put(attribute, value);
    }
    put(item);
    assertThat(store.find(BriefTestData.ID)).isEmpty();
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
        + ("tenant" + TENANT + "brief" + "expiresAt").length()
        + 21;
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
