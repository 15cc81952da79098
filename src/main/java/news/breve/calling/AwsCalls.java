package news.breve.calling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import news.breve.article.Json;
import news.breve.configuration.Variables;
import org.jspecify.annotations.Nullable;

/**
 * Signed calls of the AWS services of which a few operations are needed: the SDK's own modules for
 * them would be half of a function's start, and a third of its zip (docs/adr/0020).
 */
public final class AwsCalls {
  private static final Duration SILENCE = Duration.ofSeconds(5);
  private static final int MAX_ERROR_BYTES = 16_384;

  /** An item of DynamoDB has 400 KB, which Base64 and escapes make more. */
  private static final int MAX_ANSWER_BYTES = 8 << 20;

  private static final int SUCCESS = 2;

  /** What an error is called in XML (S3) and in JSON (the others, after a namespace or not). */
  private static final Pattern XML_CODE = Pattern.compile("<Code>(\\w{1,80})</Code>");

  private static final Pattern JSON_CODE =
      Pattern.compile("\"__type\"\\s*:\\s*\"(?:[^\"#]{0,200}#)?(\\w{1,80})\"");

  /** What a service says to a signature from a clock that is wrong, as the SDK has it. */
  private static final Set<String> CLOCK_IS_WRONG =
      Set.of(
          "AuthFailure",
          "InvalidSignatureException",
          "RequestExpired",
          "RequestInTheFuture",
          "RequestTimeTooSkewed",
          "SignatureDoesNotMatch");

  /** AWS lets a signature's time be 5 minutes off. */
  private static final Duration TOLERATED = Duration.ofMinutes(4);

  private final Endpoints endpoints;
  private final Supplier<Credentials> credentials;
  private final Clock clock;

  /** What the services' clock is ahead of ours by, once one has refused a signature for it. */
  private volatile Duration ahead = Duration.ZERO;

  /** Makes calls with the region and the credentials of the environment, else the SDK's. */
  public AwsCalls(Variables variables) {
    this(variables, Credentials.of(variables), null, Clock.systemUTC());
  }

  /**
   * Makes calls with credentials and to a region of its own.
   *
   * @param region null for the environment's, else the one that the SDK finds
   */
  public AwsCalls(
      Variables variables,
      Supplier<Credentials> credentials,
      @Nullable String region,
      Clock clock) {
    this.endpoints = new Endpoints(variables, region);
    this.credentials = credentials;
    this.clock = clock;
  }

  /**
   * A request to a service.
   *
   * @param service the name it is signed for, such as {@code s3}
   * @param path as it goes over the wire, without a query
   * @param body empty for none
   */
  public record Request(
      String service,
      String method,
      URI endpoint,
      String path,
      Map<String, String> headers,
      String body) {
    /** Returns the call of an operation of a service that speaks JSON. */
    public static Request json(
        String service, String version, URI endpoint, String operation, JsonNode parameters) {
      try {
        return new Request(
            service,
            "POST",
            endpoint,
            "/",
            Map.of("Content-Type", "application/x-amz-json-" + version, "X-Amz-Target", operation),
            Json.mapper().writeValueAsString(parameters));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("every tree has a JSON form", e);
      }
    }

    private URI uri() {
      String base = endpoint.toString();
      return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }
  }

  /**
   * A whole answer of a service that speaks JSON.
   *
   * @param json an object
   * @param date the header {@code Date}; null if there is none
   */
  public record Answer(JsonNode json, @Nullable String date) {}

  /** Returns where the services are that these calls go to. */
  public Endpoints endpoints() {
    return endpoints;
  }

  /**
   * Calls an operation of a service that speaks JSON, and returns its answer.
   *
   * @throws AwsCallException if it is refused, or can't be reached in three tries
   */
  public JsonNode json(
      String service, String version, URI endpoint, String operation, JsonNode parameters) {
    Request request = Request.json(service, version, endpoint, operation, parameters);
    return Json.parse(new String(bytes(request, Integer.MAX_VALUE - 1), StandardCharsets.UTF_8));
  }

  /**
   * Returns the body of an answer, at most {@code max} bytes and one more of it.
   *
   * @throws AwsCallException if it is refused, or can't be reached in three tries
   */
  public byte[] bytes(Request request, int max) {
    return Attempts.tried(
        null,
        () ->
            reached(
                request,
                () -> {
                  HttpURLConnection answer = sent(request, SILENCE, MAX_ERROR_BYTES);
                  try (InputStream body = answer.getInputStream()) {
                    byte[] bytes = body.readNBytes(max + 1);
                    if (bytes.length > max) {
                      // Dropped, not read to its end.
                      answer.disconnect();
                    } else {
                      requireWhole(answer, bytes);
                    }
                    return bytes;
                  }
                }));
  }

  /**
   * Returns the body of an answer as it comes.
   *
   * @throws AwsCallException as {@link #bytes}
   */
  public InputStream open(Request request) {
    return Attempts.tried(
        null,
        () -> reached(request, () -> sent(request, SILENCE, MAX_ERROR_BYTES).getInputStream()));
  }

  /**
   * Returns a whole answer, or gives up in time, whether the service is silent or trickles.
   *
   * @param each what an attempt may take
   * @param all what all of them may take, with the pauses between them
   * @throws AwsCallException if it is refused, or can't be reached in three tries
   */
  public Answer answer(Request request, Duration each, Duration all) {
    long start = System.nanoTime();
    Supplier<Duration> left = () -> all.minusNanos(System.nanoTime() - start);
    return Attempts.tried(
        left,
        () -> {
          Duration mine = left.get();
          Duration limit = mine.compareTo(each) < 0 ? mine : each;
          return Attempts.limited(
              request.service(), limit, () -> reached(request, () -> whole(request, limit)));
        });
  }

  private interface Exchange<T> {
    T answer() throws IOException;
  }

  private static <T> T reached(Request request, Exchange<T> exchange) {
    try {
      return exchange.answer();
    } catch (SocketTimeoutException e) {
      throw AwsCallException.unreached(request.service(), Attempts.LATE);
    } catch (IOException e) {
      throw AwsCallException.unreached(request.service(), e.getClass().getSimpleName());
    }
  }

  /** Sends a request, and returns the connection if the service did what it was asked. */
  private HttpURLConnection sent(Request request, Duration silence, int maxError)
      throws IOException {
    byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = signed(request, body);
    HttpURLConnection connection = (HttpURLConnection) request.uri().toURL().openConnection();
    int millis = Math.toIntExact(Math.max(1, silence.toMillis()));
    connection.setConnectTimeout(millis);
    connection.setReadTimeout(millis);
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setRequestMethod(request.method());
    headers.forEach(connection::setRequestProperty);
    if (!request.method().equals("GET")) {
      connection.setDoOutput(true);
      // Else the JDK would send a request again of its own accord.
      connection.setFixedLengthStreamingMode(body.length);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body);
      }
    }
    int status = connection.getResponseCode();
    if (status < 0) {
      throw new BrokenAnswerException();
    }
    if (status / 100 != SUCCESS) {
      throw refused(request, connection, status, maxError);
    }
    return connection;
  }

  private Map<String, String> signed(Request request, byte[] body) {
    Map<String, String> headers =
        new Signature(request.service(), endpoints.region(), credentials.get())
            .headers(
                request.method(),
                request.uri(),
                request.headers(),
                body,
                clock.instant().plus(ahead));
    headers.remove("host");
    return headers;
  }

  private AwsCallException refused(
      Request request, HttpURLConnection connection, int status, int max) throws IOException {
    String body = "";
    try (InputStream stream = connection.getErrorStream()) {
      if (stream != null) {
        byte[] bytes = stream.readNBytes(max);
        if (bytes.length < max) {
          requireWhole(connection, bytes);
        }
        body = new String(bytes, StandardCharsets.UTF_8);
      }
    }
    String code = code(body);
    boolean again = CLOCK_IS_WRONG.contains(code) && isSetRight(connection);
    return AwsCallException.refused(request.service(), status, code, body, again);
  }

  private static String code(String error) {
    Matcher xml = XML_CODE.matcher(error);
    Matcher json = JSON_CODE.matcher(error);
    return xml.find() ? xml.group(1) : json.find() ? json.group(1) : "";
  }

  /** Signs by the service's clock from now on; returns if that is another than before. */
  private boolean isSetRight(HttpURLConnection connection) {
    String date = connection.getHeaderField("Date");
    try {
      Instant theirs =
          Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(String.valueOf(date)));
      Duration difference = Duration.between(clock.instant(), theirs);
      boolean isNew = difference.minus(ahead).abs().compareTo(TOLERATED) > 0;
      ahead = isNew ? difference : ahead;
      return isNew;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private Answer whole(Request request, Duration silence) throws IOException {
    HttpURLConnection answer = sent(request, silence, MAX_ANSWER_BYTES);
    try (InputStream stream = answer.getInputStream()) {
      byte[] body = stream.readNBytes(MAX_ANSWER_BYTES);
      requireWhole(answer, body);
      // A failure of its parser is an IOException as well.
      JsonNode json = Json.mapper().readTree(body);
      if (!json.isObject()) {
        throw new BrokenAnswerException();
      }
      return new Answer(json, answer.getHeaderField("Date"));
    }
  }

  /** Looks at the checksum, if there is one; at the length the JDK does. */
  private static void requireWhole(HttpURLConnection answer, byte[] body) throws IOException {
    String expected = answer.getHeaderField("x-amz-crc32");
    if (expected != null) {
      CRC32 sum = new CRC32();
      sum.update(body);
      if (!expected.equals(Long.toString(sum.getValue()))) {
        throw new BrokenAnswerException();
      }
    }
  }

  /** An answer that is no HTTP or no JSON object, or has another checksum than it should. */
  private static final class BrokenAnswerException extends IOException {
    private static final long serialVersionUID = 1;
  }
}
