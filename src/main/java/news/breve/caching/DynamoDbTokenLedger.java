package news.breve.caching;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import news.breve.calling.AwsCalls;

/**
 * Counts tokens in an item a day of the table of briefs, for all tenants together: they are paid
 * from one purse. The key is no brief's, since it doesn't begin like an id.
 */
public final class DynamoDbTokenLedger implements TokenLedger {
  static final String TOKENS = "tokens";

  /** Nobody asks about a day so long ago. */
  private static final int DAYS = 8;

  private static final long NO_CEILING = Long.MAX_VALUE >>> 1;

  private final DynamoDbTable table;

  /**
   * Opens the ledger without asking the table anything.
   *
   * @param table the table of briefs
   */
  public DynamoDbTokenLedger(AwsCalls calls, String table, Clock clock) {
    this.table = new DynamoDbTable(calls, table, clock);
  }

  @Override
  public boolean reserve(LocalDate day, long tokens, long ceiling) {
    // The condition holds of a day that has no item yet.
    return tokens <= ceiling && count(day, tokens, ceiling);
  }

  @Override
  public void add(LocalDate day, long tokens) {
    if (!count(day, tokens, NO_CEILING)) {
      throw new StoreException("table “" + table.name() + "” counts more tokens than there are");
    }
  }

  private boolean count(LocalDate day, long tokens, long ceiling) {
    Instant end = day.plusDays(DAYS).atStartOfDay(ZoneOffset.UTC).toInstant();
    return table
        .visit()
        .add(
            Map.of(DynamoDbTable.KEY, AttributeValue.text(key(day))), TOKENS, tokens, ceiling, end);
  }

  @Override
  public long used(LocalDate day) {
    Optional<AttributeValue> tokens = Optional.ofNullable(table.visit().get(key(day)).get(TOKENS));
    try {
      return tokens.isEmpty() ? 0 : Long.parseLong(tokens.get().number().orElse(""));
    } catch (NumberFormatException e) {
      throw new StoreException("table “" + table.name() + "” doesn't hold a number of tokens");
    }
  }

  private static String key(LocalDate day) {
    return "tokens/" + day;
  }
}
