package news.breve.caching;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The one table of Brève: items by a string key that are read consistently and changed on
 * condition. What goes wrong is a {@link StoreException} that names the table and the error,
 * without the service's message, which may hold what was sent.
 */
final class DynamoDbTable {
  static final String KEY = "pk";
  static final String EXPIRES_AT = "expiresAt";
  private static final String LAST_CHANGE = "lastChange";

  private static final Pattern QUOTATION = Pattern.compile("[:(\\n]");

  private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(5);
  private static final int MAX_ATTEMPTS = 3;

  private final DynamoDbClient client;
  private final String name;
  private final TableTime time;

  DynamoDbTable(DynamoDbClient client, String name, Clock clock) {
    this.client = client;
    this.name = name;
    this.time = new TableTime(clock);
  }

  /**
   * Makes a client that gives up before the caller does: 3 attempts of 2 seconds, 5 seconds in all.
   * Region, credentials and endpoint come from where the AWS SDK looks for them.
   *
   * @throws SdkException if no region is configured
   */
  static DynamoDbClient client() {
    DynamoDbClientBuilder builder = clientBuilder();
    // Where a function has both in its environment, no other place is read for them: a tenth of the
    // time that the SDK takes to start.
    String region = System.getenv("AWS_REGION");
    if (region != null && System.getProperty("aws.region") == null) {
      builder.region(Region.of(region));
    }
    if (System.getenv("AWS_ACCESS_KEY_ID") != null
        && System.getenv("AWS_SECRET_ACCESS_KEY") != null
        && System.getProperty("aws.accessKeyId") == null) {
      builder.credentialsProvider(EnvironmentVariableCredentialsProvider.create());
    }
    return builder.build();
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
      try {
        // Consistent: who was told where the brief is must find it there.
        GetItemResponse response =
            client.getItem(r ->
                r.tableName(name)
                    .key(Map.of(KEY, AttributeValue.fromS(key)))
                    .consistentRead(true)
                    .overrideConfiguration(inTime("read")));
        time.observe(response.sdkHttpResponse());
        return response.item();
      } catch (SdkException e) {
        throw failed("read", e);
      }
    }

    /** Puts an item in place of what is there. */
    void put(Map<String, AttributeValue> item) {
      try {
        client.putItem(r -> r.tableName(name).item(item).overrideConfiguration(inTime("write")));
      } catch (SdkException e) {
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
      PutItemRequest.Builder request =
          PutItemRequest.builder()
              .tableName(name)
              .item(item)
              .conditionExpression(equations)
              .expressionAttributeNames(condition.names)
              .expressionAttributeValues(condition.values())
              .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
              .overrideConfiguration(inTime("write"));
      return change(key(item), () -> client.putItem(request.build()), item::equals);
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
      String thisOne = e.value(AttributeValue.fromS(change));
      UpdateItemRequest.Builder request =
          UpdateItemRequest.builder()
              .tableName(name)
              .key(key)
              .updateExpression(
                  "SET %s = %s, %s = %s ADD %s %s"
                      .formatted(
                          last,
                          thisOne,
                          e.name(EXPIRES_AT),
                          e.value(seconds(end)),
                          number,
                          e.value(number(summand))))
              .conditionExpression(
                  "(attribute_not_exists(%1$s) OR %1$s <> %2$s)".formatted(last, thisOne)
                      + " AND (attribute_not_exists(%1$s) OR %1$s <= %2$s)"
                          .formatted(number, e.value(number(max - summand))))
              .expressionAttributeNames(e.names)
              .expressionAttributeValues(e.values())
              .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
              .overrideConfiguration(inTime("write"));
      return change(
              key(key),
              () -> client.updateItem(request.build()),
              item -> AttributeValue.fromS(change).equals(item.get(LAST_CHANGE)))
          .isEmpty();
    }

    /** Returns the item that stood in the way; empty if the change was made. */
    private Optional<Map<String, AttributeValue>> change(
        String key, Runnable call, Predicate<Map<String, AttributeValue>> isMade) {
      try {
        call.run();
        return Optional.empty();
      } catch (ConditionalCheckFailedException e) {
        Map<String, AttributeValue> found = e.hasItem() ? e.item() : Map.of();
        return isMade.test(found) ? Optional.empty() : Optional.of(found);
      } catch (SdkException e) {
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

    private AwsRequestOverrideConfiguration inTime(String action) {
      Duration left = CALL_TIMEOUT.minusNanos(System.nanoTime() - start);
      if (left.toMillis() <= 0) {
        throw new StoreException("table “%s” took too long for a %s".formatted(name, action));
      }
      return AwsRequestOverrideConfiguration.builder().apiCallTimeout(left).build();
    }
  }

  /** Stand-ins for names and values: DynamoDB reserves words such as “owner”. */
  private static final class Expression {
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

    /** DynamoDB refuses an empty map. */
    @Nullable Map<String, AttributeValue> values() {
      return values.isEmpty() ? null : values;
    }
  }

  static AttributeValue number(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }

  /** Returns a moment as the time to live of a table has it, rounded up. */
  static AttributeValue seconds(Instant instant) {
    return number(instant.plusNanos(999_999_999).getEpochSecond());
  }

  private static String key(Map<String, AttributeValue> item) {
    return Objects.requireNonNull(item.get(KEY)).s();
  }

  private StoreException failed(String action, SdkException e) {
    return new StoreException(
        e instanceof AwsServiceException service
            ? "table “%s” refused the %s: %s".formatted(name, action, errorCode(service))
            : "table “%s” can't be reached for a %s: %s".formatted(name, action, reason(e)));
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
