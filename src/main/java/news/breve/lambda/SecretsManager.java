package news.breve.lambda;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import news.breve.article.Json;
import news.breve.calling.AwsCallException;
import news.breve.calling.AwsCalls;
import news.breve.configuration.ConfigurationException;
import news.breve.configuration.Variables;

/** AWS Secrets Manager; its calls are made anew for each reading, after a restore as well. */
final class SecretsManager implements FunctionEnvironment.Secrets {
  private static final Duration ATTEMPT = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Supplier<AwsCalls> calls;

  SecretsManager() {
    this(() -> new AwsCalls(new Variables(System::getenv)));
  }

  SecretsManager(Supplier<AwsCalls> calls) {
    this.calls = calls;
  }

  @Override
  public String read(String id) {
    String text;
    try {
      text = answer(id).json().path("SecretString").textValue();
    } catch (AwsCallException e) {
      throw unreadable(e.status() > 0 ? ": " + e.reason() : ": Secrets Manager does not answer");
    }
    if (text == null || text.isBlank()) {
      throw unreadable(": it holds no text");
    }
    return text;
  }

  private AwsCalls.Answer answer(String id) {
    AwsCalls aws = calls.get();
    URI endpoint = aws.endpoints().of("SECRETS_MANAGER", "secretsmanager");
    return aws.answer(
        AwsCalls.Request.json(
            "secretsmanager",
            "1.1",
            endpoint,
            "secretsmanager.GetSecretValue",
            Json.mapper().createObjectNode().put("SecretId", id)),
        ATTEMPT,
        PATIENCE);
  }

  private static ConfigurationException unreadable(String why) {
    return new ConfigurationException(
        FunctionEnvironment.SECRET, "names a secret that can't be read" + why);
  }
}
