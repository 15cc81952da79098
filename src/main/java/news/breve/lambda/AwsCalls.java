package news.breve.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.breve.article.Json;
import news.breve.configuration.Variables;
import news.breve.writing.Backoff;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * Signed calls of the AWS services of which a backfill needs one or two operations each: the SDK's
 * own modules for them would add 5 MB to the zip, a quarter (docs/adr/0014). Signer, credentials
 * and HTTP client are the SDK's.
 */
final class AwsCalls {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MAX_TRIES = 3;
  private static final Backoff PAUSES = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2));
  private static final int MAX_ERROR_BYTES = 16_384;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERRORS = 500;

  /** What an error is called in XML (S3) and in JSON (the others, after a namespace or not). */
  private static final Pattern XML_CODE = Pattern.compile("<Code>(\\w{1,80})</Code>");

  private static final Pattern JSON_CODE =
      Pattern.compile("\"__type\"\\s*:\\s*\"(?:[^\"#]{0,200}#)?(\\w{1,80})\"");

  private final Variables variables;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final SdkHttpClient http =
      UrlConnectionHttpClient.builder().connectionTimeout(PATIENCE).socketTimeout(PATIENCE).build();
  private final AwsCredentialsProvider credentials;
  private volatile @Nullable Region region;

  AwsCalls(Variables variables) {
    this(variables, DefaultCredentialsProvider.builder().build(), null);
  }

  /**
   * Makes calls with credentials and to a region of its own.
   *
   * @param region null for the one that the SDK finds
   */
  AwsCalls(Variables variables, AwsCredentialsProvider credentials, @Nullable Region region) {
    this.variables = variables;
    this.credentials = credentials;
    this.region = region;
  }

  /**
   * A request to a service.
   *
   * @param service the name it is signed for, such as {@code s3}
   * @param path as it goes over the wire
   * @param body empty for none
   */
  record Request(
      String service,
      SdkHttpMethod method,
      URI endpoint,
      String path,
      Map<String, String> headers,
      String body) {}

  /** Returns the endpoint that the SDK's variables put in place of a service's own. */
  Optional<URI> endpoint(String service) {
    return variables
        .url("AWS_ENDPOINT_URL_" + service)
        .or(() -> variables.url("AWS_ENDPOINT_URL"))
        .map(URI::create);
  }

  /**
   * Returns the region that calls go to.
   *
   * @throws AwsCallException if none is configured
   */
  Region region() {
    Region found = region;
    if (found == null) {
      try {
        found = DefaultAwsRegionProviderChain.builder().build().getRegion();
      } catch (SdkException e) {
        throw new AwsCallException("no AWS region is configured", 0);
      }
      region = found;
    }
    return found;
  }

  /** Returns the domain of the region's partition, such as {@code amazonaws.com}. */
  String domain() {
    return region().metadata().partition().dnsSuffix();
  }

  /**
   * Calls an operation of a service that speaks JSON, and returns its answer.
   *
   * @throws AwsCallException if it is refused, or can't be reached in three tries
   */
  JsonNode json(
      String service, String version, URI endpoint, String operation, JsonNode parameters) {
    Request request =
        new Request(
            service,
            SdkHttpMethod.POST,
            endpoint,
            "/",
            Map.of("Content-Type", "application/x-amz-json-" + version, "X-Amz-Target", operation),
            parameters.toString());
    byte[] answer = bytes(request, Integer.MAX_VALUE - 1);
    return Json.parse(new String(answer, StandardCharsets.UTF_8));
  }

  /**
   * Returns the body of an answer, at most {@code max} bytes and one more of it.
   *
   * @throws AwsCallException if it is refused, or can't be reached in three tries
   */
  byte[] bytes(Request request, int max) {
    return tried(
        request,
        body -> {
          try (body) {
            return body.readNBytes(max + 1);
          }
        });
  }

  /**
   * Returns the body of an answer as it comes.
   *
   * @throws AwsCallException as {@link #bytes}
   */
  InputStream open(Request request) {
    return tried(request, body -> body);
  }

  private interface Body<T> {
    T of(InputStream stream) throws IOException;
  }

  private <T> T tried(Request request, Body<T> body) {
    for (int tries = 1; ; tries++) {
      try {
        return once(request, body);
      } catch (AwsCallException e) {
        if (!e.isTransient() || tries == MAX_TRIES || !Backoff.slept(PAUSES.pause(tries))) {
          throw e;
        }
      }
    }
  }

  private <T> T once(Request request, Body<T> body) {
    try {
      HttpExecuteResponse response = http.prepareRequest(signed(request)).call();
      InputStream stream =
          response
              .responseBody()
              .<InputStream>map(Closing::new)
              .orElseGet(InputStream::nullInputStream);
      int status = response.httpResponse().statusCode();
      if (response.httpResponse().isSuccessful()) {
        return body.of(stream);
      }
      try (stream) {
        String error = new String(stream.readNBytes(MAX_ERROR_BYTES), StandardCharsets.UTF_8);
        throw new AwsCallException(
            "%s answered %d%s".formatted(request.service(), status, code(error)), status);
      }
    } catch (IOException e) {
      throw new AwsCallException(
          request.service() + " can't be reached: " + e.getClass().getSimpleName(), 0);
    } catch (SdkException e) {
      throw new AwsCallException("there are no AWS credentials for " + request.service(), 0);
    }
  }

  private static String code(String error) {
    Matcher xml = XML_CODE.matcher(error);
    Matcher json = JSON_CODE.matcher(error);
    return xml.find() ? " " + xml.group(1) : json.find() ? " " + json.group(1) : "";
  }

  private HttpExecuteRequest signed(Request request) {
    byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
    SdkHttpRequest.Builder unsigned =
        SdkHttpRequest.builder()
            .method(request.method())
            .uri(request.endpoint())
            .encodedPath(request.path());
    request.headers().forEach(unsigned::putHeader);
    if (body.length > 0) {
      unsigned.putHeader("Content-Length", Integer.toString(body.length));
    }
    SignedRequest signed =
        signer.sign(sign ->
            sign.identity(credentials.resolveCredentials())
                .request(unsigned.build())
                .payload(() -> new ByteArrayInputStream(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, request.service())
                .putProperty(AwsV4HttpSigner.REGION_NAME, region().id())
                // S3 takes a key as it is; the other services have none in their paths.
                .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false));
    HttpExecuteRequest.Builder executed = HttpExecuteRequest.builder().request(signed.request());
    if (body.length > 0) {
      executed.contentStreamProvider(() -> new ByteArrayInputStream(body));
    }
    return executed.build();
  }

  /** A body that is dropped, not read to its end, when it is closed early. */
  private static final class Closing extends FilterInputStream {
    private final AbortableInputStream body;
    private boolean ended;

    Closing(AbortableInputStream body) {
      super(body);
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      ended |= read < 0;
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      ended |= read < 0;
      return read;
    }

    @Override
    public void close() throws IOException {
      if (ended) {
        super.close();
      } else {
        body.abort();
      }
    }
  }

  /** A call was not answered as wanted. The message holds the service's code, never its words. */
  static final class AwsCallException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    AwsCallException(String message, int status) {
      super(message);
      this.status = status;
    }

    /** Returns the HTTP status; 0 if there was no answer. */
    int status() {
      return status;
    }

    boolean isTransient() {
      return status == 0 || status == TOO_MANY_REQUESTS || status >= SERVER_ERRORS;
    }
  }
}
