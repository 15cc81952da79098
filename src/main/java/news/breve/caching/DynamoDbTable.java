package news.breve.caching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import news.breve.article.Json;
import news.breve.calling.AwsCallException;
import news.breve.calling.AwsCalls;
import org.jspecify.annotations.Nullable;

/**
 * The one table of Brève: items by a string key that are read consistently and changed on
 * condition. A call takes 3 attempts of 2 seconds and 5 seconds in all, so that it gives up before
 * its caller does. What goes wrong is a {@link StoreException} that names the table and the error,
 * without the service's message, which may hold what was sent.
 */
final class DynamoDbTable {
  static final String KEY = "pk";
  static final String EXPIRES_AT = "expiresAt";
  private static final String LAST_CHANGE = "lastChange";

  /** In the variables of the SDK. */
  static final String SERVICE = "DYNAMODB";

  private static final String NAME = "dynamodb";
  private static final String VERSION = "DynamoDB_20120810.";
  private static final String CONDITION_FAILED = "ConditionalCheckFailedException";

  private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(5);

  private final AwsCalls calls;
  private final String name;
  private final TableTime time;

  /** Opens the table without asking it anything. */
  DynamoDbTable(AwsCalls calls, String name, Clock clock) {
    this.calls = calls;
    this.name = name;
    this.time = new TableTime(clock);
  }

  String name() {
    return name;
  }

  TableTime time() {
    return time;
  }

  /** Starts something that asks the table more than once, and takes no longer than one call may. */
  Visit visit() {
    return new Visit();
  }

  /** Several calls with one time limit. */
  final class Visit {
    private final long start = System.nanoTime();

    /** Returns an item as it stands now; empty if there is none. */
    Map<String, AttributeValue> get(String key) {
      ObjectNode request = request();
      request.set("Key", json(Map.of(KEY, AttributeValue.text(key))));
      // Consistent: who was told where the brief is must find it there.
      request.put("ConsistentRead", true);
      try {
        AwsCalls.Answer answer = call("GetItem", request, "read");
        Map<String, AttributeValue> item = item(answer.json());
        time.observe(answer.date());
        return item;
      } catch (AwsCallException e) {
        throw failed("read", e);
      }
    }

    /** Puts an item in place of what is there. */
    void put(Map<String, AttributeValue> item) {
      ObjectNode request = request();
      request.set("Item", json(item));
      try {
        call("PutItem", request, "write");
      } catch (AwsCallException e) {
        throw failed("write", e);
      }
    }

    /**
     * Puts an item if what is there is as expected. An attempt whose answer was lost is known by
     * the item it left, so that the item must be unlike all that were there before.
     *
     * @param expected attributes and their values, null for one that must be missing
     * @return the item that is there instead, which may have no attributes; empty if it was put
     */
    Optional<Map<String, AttributeValue>> put(
        Map<String, AttributeValue> item, Map<String, @Nullable AttributeValue> expected) {
      Expression condition = new Expression();
      String equations =
          expected.entrySet().stream()
              .map(attribute ->
                  attribute.getValue() == null
                      ? "attribute_not_exists(" + condition.name(attribute.getKey()) + ")"
                      : condition.name(attribute.getKey())
                          + " = "
                          + condition.value(attribute.getValue()))
              .collect(Collectors.joining(" AND "));
      ObjectNode request = condition.request(equations);
      request.set("Item", json(item));
      return change("PutItem", request, key(item), item::equals);
    }

    /**
     * Adds to a number of an item, which is made where it is missing, unless the number would pass
     * a maximum. The item keeps the name of the last change, so that one whose answer was lost is
     * not made twice.
     *
     * @return if it was added
     */
    boolean add(
        Map<String, AttributeValue> key, String attribute, long summand, long max, Instant end) {
      String change = Lease.newOwner().toString();
      Expression e = new Expression();
      String number = e.name(attribute);
      String last = e.name(LAST_CHANGE);
      String thisOne = e.value(AttributeValue.text(change));
      String update =
          "SET %s = %s, %s = %s ADD %s %s"
              .formatted(
                  last,
                  thisOne,
                  e.name(EXPIRES_AT),
                  e.value(seconds(end)),
                  number,
                  e.value(AttributeValue.number(summand)));
      String condition =
          "(attribute_not_exists(%1$s) OR %1$s <> %2$s)".formatted(last, thisOne)
              + " AND (attribute_not_exists(%1$s) OR %1$s <= %2$s)"
                  .formatted(number, e.value(AttributeValue.number(max - summand)));
      ObjectNode request = e.request(condition);
      request.set("Key", json(key));
      request.put("UpdateExpression", update);
      return change(
              "UpdateItem",
              request,
              key(key),
              item -> AttributeValue.text(change).equals(item.get(LAST_CHANGE)))
          .isEmpty();
    }

    /** Returns the item that stood in the way; empty if the change was made. */
    private Optional<Map<String, AttributeValue>> change(
        String operation,
        ObjectNode request,
        String key,
        Predicate<Map<String, AttributeValue>> isMade) {
      try {
        call(operation, request, "write");
        return Optional.empty();
      } catch (AwsCallException e) {
        if (e.code().equals(CONDITION_FAILED)) {
          Map<String, AttributeValue> found = item(e.json());
          return isMade.test(found) ? Optional.empty() : Optional.of(found);
        }
        // An attempt may have been made whose answer was lost.
        if (isMadeNow(key, isMade)) {
          return Optional.empty();
        }
        throw failed("write", e);
      }
    }

    private boolean isMadeNow(String key, Predicate<Map<String, AttributeValue>> isMade) {
      try {
        return isMade.test(get(key));
      } catch (StoreException e) {
        return false;
      }
    }

    private AwsCalls.Answer call(String operation, ObjectNode request, String action) {
      Duration left = CALL_TIMEOUT.minusNanos(System.nanoTime() - start);
      if (left.toMillis() <= 0) {
        throw new StoreException("table “%s” took too long for a %s".formatted(name, action));
      }
      return calls.answer(
          AwsCalls.Request.json(
              NAME, "1.0", calls.endpoints().of(SERVICE, NAME), VERSION + operation, request),
          ATTEMPT_TIMEOUT,
          left);
    }
  }

  private ObjectNode request() {
    return Json.mapper().createObjectNode().put("TableName", name);
  }

  /** Stand-ins for names and values: DynamoDB reserves words such as “owner”. */
  private final class Expression {
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();

    String name(String attribute) {
      String placeholder = "#" + names.size();
      names.put(placeholder, attribute);
      return placeholder;
    }

    String value(AttributeValue value) {
      String placeholder = ":" + values.size();
      values.put(placeholder, value);
      return placeholder;
    }

    /** Returns a request to change an item on condition, which answers what stands in the way. */
    ObjectNode request(String condition) {
      ObjectNode request = DynamoDbTable.this.request();
      request.put("ConditionExpression", condition);
      ObjectNode attributes = request.putObject("ExpressionAttributeNames");
      names.forEach(attributes::put);
      // DynamoDB refuses an empty map.
      if (!values.isEmpty()) {
        request.set("ExpressionAttributeValues", json(values));
      }
      return request.put("ReturnValuesOnConditionCheckFailure", "ALL_OLD");
    }
  }

  /** Returns a moment as the time to live of a table has it, rounded up. */
  static AttributeValue seconds(Instant instant) {
    return AttributeValue.number(instant.plusNanos(999_999_999).getEpochSecond());
  }

  private static String key(Map<String, AttributeValue> item) {
    return Objects.requireNonNull(item.get(KEY)).text().orElseThrow();
  }

  private static ObjectNode json(Map<String, AttributeValue> item) {
    ObjectNode json = Json.mapper().createObjectNode();
    item.forEach((name, value) -> json.set(name, value.json()));
    return json;
  }

  /** Returns the item of an answer or of a refusal; without attributes if there is none. */
  private static Map<String, AttributeValue> item(JsonNode answer) {
    Map<String, AttributeValue> item = new HashMap<>();
    answer
        .path("Item")
        .properties()
        .forEach(each -> item.put(each.getKey(), new AttributeValue(each.getValue())));
    return item;
  }

  private StoreException failed(String action, AwsCallException e) {
    return new StoreException(
        e.status() > 0
            ? "table “%s” refused the %s: %s".formatted(name, action, e.reason())
            : "table “%s” can't be reached for a %s: %s".formatted(name, action, e.reason()));
  }
}
