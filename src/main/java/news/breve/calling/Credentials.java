package news.breve.calling;

import java.util.function.Supplier;
import news.breve.configuration.Variables;
import org.jspecify.annotations.Nullable;

/**
 * What requests to AWS are signed with.
 *
 * @param token of a session, which every function has; null for none
 */
public record Credentials(String keyId, String secretKey, @Nullable String token) {
  /**
   * Finds credentials each time they are asked for: a function's in its environment, so that
   * nothing of the SDK is loaded for them. Everywhere else, and where SnapStart keeps them out of
   * the environment, the SDK's default chain finds them.
   */
  static Supplier<Credentials> of(Variables variables) {
    boolean inEnvironment =
        variables.text("AWS_ACCESS_KEY_ID").isPresent()
            && variables.text("AWS_SECRET_ACCESS_KEY").isPresent()
            // The SDK takes it first.
            && System.getProperty("aws.accessKeyId") == null;
    return inEnvironment ? () -> inEnvironment(variables) : new SdkChain.OfCredentials();
  }

  private static Credentials inEnvironment(Variables variables) {
    return new Credentials(
        variables.text("AWS_ACCESS_KEY_ID").orElseThrow(),
        variables.text("AWS_SECRET_ACCESS_KEY").orElseThrow(),
        variables.text("AWS_SESSION_TOKEN").orElse(null));
  }

  /** No secret is printed. */
  @Override
  public String toString() {
    return "Credentials[" + keyId + "]";
  }
}
