package news.breve.calling;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import news.breve.article.Sha256;

/**
 * AWS Signature Version 4 in the header of a request without a query, whose path goes over the wire
 * as it is signed.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">the
 *     specification</a>
 */
final class Signature {
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int DATE_LENGTH = 8;

  private final String service;
  private final String region;
  private final Credentials credentials;

  Signature(String service, String region, Credentials credentials) {
    this.service = service;
    this.region = region;
    this.credentials = credentials;
  }

  /**
   * Returns the headers that a request is sent with, all of them signed but the signature itself.
   * {@code host} is what HTTP sends by itself.
   *
   * @param headers what the request has for its own
   */
  Map<String, String> headers(
      String method, URI uri, Map<String, String> headers, byte[] body, Instant now) {
    String time = TIME.format(now);
    String digest = Sha256.hex(body);
    Map<String, String> signed = new TreeMap<>();
    headers.forEach((name, value) -> signed.put(name.toLowerCase(Locale.ROOT), value.strip()));
    signed.put("host", host(uri));
    signed.put("x-amz-date", time);
    signed.put("x-amz-content-sha256", digest);
    if (credentials.token() != null) {
      signed.put("x-amz-security-token", credentials.token());
    }
    StringBuilder canonical = new StringBuilder();
    canonical.append(method).append('\n').append(uri.getRawPath()).append("\n\n");
    signed.forEach((name, value) -> canonical.append(name).append(':').append(value).append('\n'));
    String names = String.join(";", signed.keySet());
    canonical.append('\n').append(names).append('\n').append(digest);

    String scope =
        String.join("/", time.substring(0, DATE_LENGTH), region, service, "aws4_request");
    String toSign =
        String.join("\n", ALGORITHM, time, scope, Sha256.hex(bytes(canonical.toString())));
    byte[] key = bytes("AWS4" + credentials.secretKey());
    for (String part : scope.split("/", -1)) {
      key = hmac(key, part);
    }
    signed.put(
        "authorization",
        ALGORITHM
            + " Credential="
            + credentials.keyId()
            + "/"
            + scope
            + ", SignedHeaders="
            + names
            + ", Signature="
            + HexFormat.of().formatHex(hmac(key, toSign)));
    return signed;
  }

  private static String host(URI uri) {
    boolean usual =
        uri.getPort() == -1 || uri.getPort() == (uri.getScheme().equals("https") ? 443 : 80);
    return usual ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(bytes(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
