package news.breve.calling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;

/** Our signatures against those of the AWS SDK. */
final class SignatureTest {
  private static final Instant NOW = Instant.parse("2026-03-02T23:59:59.999Z");
  private static final String KEY = "AKIDEXAMPLE";
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

  @ParameterizedTest
  @CsvSource({
    // service, method, URI, body, token
    "dynamodb, POST, https://dynamodb.eu-west-3.amazonaws.com/, '{\"TableName\":\"é\"}', token/+=",
    "dynamodb, POST, https://dynamodb.eu-west-3.amazonaws.com:443/, {}, ''",
    "dynamodb, POST, http://127.0.0.1:8000/, {}, ''",
    "s3, GET, https://b.s3.eu-west-3.amazonaws.com/a%20b/%C3%A9%2B//..%27, '', t",
    "s3, PUT, http://localhost/b/k, '{\"fr\":\"été\"}', ''"
  })
  void headers_ofARequest_areThoseOfTheSdk(
      String service, String method, URI uri, String body, String token) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers =
        Map.of("Content-Type", "application/x-amz-json-1.0", "X-Amz-Target", "T.GetItem");

    Map<String, String> ours =
        new Signature(
                service, "eu-west-3", new Credentials(KEY, SECRET, token.isEmpty() ? null : token))
            .headers(method, uri, headers, bytes, NOW);

    assertThat(ours.get("authorization"))
        .isEqualTo(sdks(service, method, uri, headers, bytes, token));
  }

  private static String sdks(
      String service,
      String method,
      URI uri,
      Map<String, String> headers,
      byte[] body,
      String token) {
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.fromValue(method))
            .uri(uri)
            .encodedPath(uri.getRawPath());
    headers.forEach(request::putHeader);
    AwsCredentials identity =
        token.isEmpty()
            ? AwsBasicCredentials.create(KEY, SECRET)
            : AwsSessionCredentials.create(KEY, SECRET, token);
    return AwsV4HttpSigner.create()
        .sign(sign ->
            sign.identity(identity)
                .request(request.build())
                .payload(() -> new ByteArrayInputStream(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-3")
                .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(NOW, ZoneOffset.UTC)))
        .request()
        .firstMatchingHeader("Authorization")
        .orElseThrow();
  }
}
