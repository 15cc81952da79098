package news.breve.calling;

import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * Where the AWS SDK looks for region and credentials: properties, environment, profiles, the
 * container's and the instance's metadata. Loaded only if a function's environment isn't enough.
 */
final class SdkChain {
  private SdkChain() {}

  /**
   * Returns the region.
   *
   * @throws AwsCallException if none is configured
   */
  static String region() {
    try {
      return DefaultAwsRegionProviderChain.builder().build().getRegion().id();
    } catch (SdkException e) {
      throw AwsCallException.notMade("no AWS region is configured", "no region is configured");
    }
  }

  /** Its provider renews what expires. */
  static final class OfCredentials implements Supplier<Credentials> {
    private final AwsCredentialsProvider provider = DefaultCredentialsProvider.builder().build();

    @Override
    public Credentials get() {
      try {
        AwsCredentials found = provider.resolveCredentials();
        return new Credentials(
            found.accessKeyId(),
            found.secretAccessKey(),
            found instanceof AwsSessionCredentials session ? session.sessionToken() : null);
      } catch (SdkException e) {
        // The SDK tells what each place said, and where it looked.
        throw AwsCallException.notMade(
            "there are no AWS credentials", "Unable to load credentials");
      }
    }
  }
}
