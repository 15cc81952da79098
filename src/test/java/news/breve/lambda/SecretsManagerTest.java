package news.breve.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import news.breve.calling.AwsCalls;
import news.breve.calling.Credentials;
import news.breve.configuration.ConfigurationException;
import news.breve.configuration.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over a real socket, to a server that answers as Secrets Manager does. */
final class SecretsManagerTest {
  private final AtomicReference<String> asked = new AtomicReference<>("");
  private int status = 200;
  private String answer = "{\"Name\":\"breve/key\",\"SecretString\":\"sk-test\"}";
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.set(
              exchange.getRequestHeaders().getFirst("X-Amz-Target")
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void secret_thatIsThere_isItsText() {
    assertThat(secrets().read("breve/key")).isEqualTo("sk-test");
    assertThat(asked.get()).isEqualTo("secretsmanager.GetSecretValue {\"SecretId\":\"breve/key\"}");
  }

  @Test
  void secret_thatIsMissing_namesTheVariableAndTheError() {
    status = 400;
    answer = "{\"__type\":\"ResourceNotFoundException\",\"Message\":\"sk-leak\"}";

    assertThatThrownBy(() -> secrets().read("breve/key"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "BREVE_MODEL_API_KEY_SECRET names a secret that can't be read:"
                + " ResourceNotFoundException");
  }

  @Test
  void secret_ofBytes_isRefused() {
    answer = "{\"Name\":\"breve/key\",\"SecretBinary\":\"c2s=\"}";

    assertThatThrownBy(() -> secrets().read("breve/key"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageEndingWith("it holds no text");
  }

  @Test
  void secret_whenNobodyAnswers_isRefused() {
    SecretsManager secrets = secrets();
    server.stop(0);

    assertThatThrownBy(() -> secrets.read("breve/key"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageEndingWith("Secrets Manager does not answer");
  }

  private SecretsManager secrets() {
    String endpoint = "http://127.0.0.1:" + server.getAddress().getPort();
    return new SecretsManager(() ->
        new AwsCalls(
            new Variables(Map.of("AWS_ENDPOINT_URL_SECRETS_MANAGER", endpoint)),
            () -> new Credentials("id", "secret", null),
            "eu-west-3",
            Clock.systemUTC()));
  }
}
