package news.breve.caching;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
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

  DynamoDbClient client(ExecutionInterceptor... interceptors) {
    return client(endpoint(), interceptors);
  }

  /** Makes the client that ships, but for where it finds its endpoint, region and credentials. */
  static DynamoDbClient client(URI endpoint, ExecutionInterceptor... interceptors) {
    DynamoDbClientBuilder builder = DynamoDbTable.clientBuilder();
    var settings = builder.overrideConfiguration().toBuilder();
    for (ExecutionInterceptor interceptor : interceptors) {
      settings.addExecutionInterceptor(interceptor);
    }
    return builder
        .overrideConfiguration(settings.build())
        .endpointOverride(endpoint)
        .region(REGION)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .build();
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
