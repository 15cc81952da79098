package news.breve.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class DynamoDbTokenLedgerTest extends TokenLedgerContract {
  private static final String TABLE = "briefs";

  private static DynamoDbLocal local;
  private static DynamoDbClient client;

  @BeforeAll
  static void start() throws Exception {
    local = new DynamoDbLocal();
    client = local.client();
  }

  @AfterAll
  static void stop() {
    client.close();
    local.close();
  }

  @AfterEach
  void clear() {
    client.deleteTable(request -> request.tableName(TABLE));
  }

  @Override
  TokenLedger open() {
    DynamoDbLocal.createTable(client, TABLE);
    return new DynamoDbTokenLedger(local.calls(), TABLE, Clock.systemUTC());
  }

  /** Eight days after it began. */
  @Test
  void add_writesAnItemThatExpires() {
    open().add(LocalDate.of(2026, 3, 2), 7);
    Map<String, AttributeValue> key = Map.of("pk", AttributeValue.fromS("tokens/2026-03-02"));
    assertThat(client.getItem(request -> request.tableName(TABLE).key(key)).item())
        .containsOnlyKeys("pk", "tokens", "lastChange", "expiresAt")
        .containsEntry("tokens", AttributeValue.fromN("7"))
        .containsEntry("expiresAt", AttributeValue.fromN("1773100800"));
  }
}
