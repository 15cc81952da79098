package news.breve.lambda;

import java.time.Duration;
import java.util.function.Supplier;
import news.breve.configuration.ConfigurationException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** AWS Secrets Manager; its client lives as long as one reading takes. */
final class SecretsManager implements FunctionEnvironment.Secrets {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Supplier<SecretsManagerClient> clients;

  SecretsManager() {
    this(() ->
        SecretsManagerClient.builder()
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(PATIENCE)
                    .socketTimeout(PATIENCE))
            .build());
  }

  SecretsManager(Supplier<SecretsManagerClient> clients) {
    this.clients = clients;
  }

  @Override
  public String read(String id) {
    String text;
    try (SecretsManagerClient client = clients.get()) {
      text = client.getSecretValue(request -> request.secretId(id)).secretString();
    } catch (AwsServiceException e) {
      throw unreadable(e.awsErrorDetails() == null ? "" : ": " + e.awsErrorDetails().errorCode());
    } catch (SdkException e) {
      throw unreadable(": Secrets Manager does not answer");
    }
    if (text == null || text.isBlank()) {
      throw unreadable(": it holds no text");
    }
    return text;
  }

  private static ConfigurationException unreadable(String why) {
    return new ConfigurationException(
        FunctionEnvironment.SECRET, "names a secret that can't be read" + why);
  }
}
