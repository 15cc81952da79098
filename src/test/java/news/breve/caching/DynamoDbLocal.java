package news.breve.caching;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import news.breve.calling.AwsCalls;
import news.breve.calling.Credentials;
import news.breve.configuration.Variables;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * AWS's double of DynamoDB, in memory, on a free port of the loopback interface. Its own launcher
 * wants its telemetry's libraries; the handler it serves does not.
 */
final class DynamoDbLocal implements AutoCloseable {
  static final Region REGION = Region.CA_CENTRAL_1;

  private final LocalDynamoDBRequestHandler database;
  private final Server server;

  DynamoDbLocal() throws Exception {
    database = new LocalDynamoDBRequestHandler(0, true, null, false, false);
    server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server.setHandler(new LocalDynamoDBServerHandler(database, null));
    server.start();
  }

  URI endpoint() {
    return URI.create(
        "http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
  }

  /** Makes the SDK's own client, which sees what is there with other eyes than ours. */
  DynamoDbClient client() {
    return DynamoDbClient.builder()
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .endpointOverride(endpoint())
        .region(REGION)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .build();
  }

  AwsCalls calls() {
    return calls(endpoint());
  }

  /** Makes the calls that ship, but for where they find their endpoint, region and credentials. */
  static AwsCalls calls(URI endpoint) {
    return new AwsCalls(
        new Variables(Map.of("AWS_ENDPOINT_URL_DYNAMODB", endpoint.toString())),
        () -> new Credentials("local", "local", null),
        REGION.id(),
        Clock.systemUTC());
  }

  /**
   * Makes the table that template.yaml defines, without its time to live: the double removes what
   * is expired within seconds and by the machine's clock, AWS within days, and tests set their own.
   */
  static void createTable(DynamoDbClient client, String table) {
    try {
      client.createTable(
          CreateTableRequest.builder()
              .tableName(table)
              .billingMode(BillingMode.PAY_PER_REQUEST)
              .keySchema(
                  KeySchemaElement.builder()
                      .attributeName(DynamoDbTable.KEY)
                      .keyType(KeyType.HASH)
                      .build())
              .attributeDefinitions(
                  AttributeDefinition.builder()
                      .attributeName(DynamoDbTable.KEY)
                      .attributeType(ScalarAttributeType.S)
                      .build())
              .build());
    } catch (ResourceInUseException e) {
      // An attempt before this made it, and took too long to say so.
    }
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    database.shutdown();
  }
}
