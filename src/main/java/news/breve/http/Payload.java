package news.breve.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import news.breve.article.Intake;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.article.Sha256;
import news.breve.article.Source;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request, unpacked, not yet read.
 *
 * @param bytes at most {@link #MAX_BYTES}
 * @param type what its {@code Content-Type} says it is
 * @param charset the charset that {@code Content-Type} names, null if none
 */
// The array is handed on to the intake, never kept.
@SuppressWarnings("ArrayRecordComponent")
record Payload(byte[] bytes, Source.Type type, @Nullable String charset) {
  /** 256 KiB of text as UTF-16 with its byte order mark; the intake counts what it decodes to. */
  static final int MAX_BYTES = 2 * Intake.MAX_BYTES + 2;

  private static final String ACCEPTED =
      "send application/json (or any +json), text/plain or text/html";

  /**
   * Takes the body of a request.
   *
   * @throws ProblemException {@code unsupported-media-type}, {@code too-large}, or {@code
   *     invalid-article} if it is not packed as it claims to be
   */
  static Payload of(HttpRequest<byte[]> request) {
    HttpHeaders headers = request.getHeaders();
    String contentType = headers.get(HttpHeaders.CONTENT_TYPE);
    if (contentType == null || contentType.isBlank()) {
      throw unsupported("the request has no Content-Type");
    }
    String[] parts = contentType.split(";", -1);
    Source.Type type = type(parts[0].strip().toLowerCase(Locale.ROOT));
    boolean packed = isPacked(headers.getAll(HttpHeaders.CONTENT_ENCODING));
    byte[] body = request.getBody(byte[].class).orElseGet(() -> new byte[0]);
    byte[] bytes = packed ? unpack(body) : body;
    if (bytes.length > MAX_BYTES) {
      throw tooLarge();
    }
    return new Payload(bytes, type, charset(parts));
  }

  /** Returns the body as an article for the intake. */
  Source article() {
    return new Source(bytes, type, charset, null);
  }

  /** Returns a digest of all that an article depends on. */
  String digest() {
    byte[] label = (type + "\n" + charset + "\n").getBytes(StandardCharsets.UTF_8);
    return Sha256.hex(label, bytes);
  }

  /**
   * Returns the body as the text of a JSON document, which is UTF-8 (RFC 8259, 8.1).
   *
   * @throws ProblemException {@code unsupported-media-type} or {@code invalid-json}
   */
  String json() {
    if (type != Source.Type.JSON) {
      throw new ProblemException(
          Problem.UNSUPPORTED_MEDIA_TYPE, "this call takes application/json");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new ProblemException(Problem.INVALID_JSON, "the JSON is not UTF-8");
    }
  }

  private static Source.Type type(String mediaType) {
    return switch (mediaType) {
      case "text/plain" -> Source.Type.PLAIN_TEXT;
      case "text/html", "application/xhtml+xml" -> Source.Type.HTML;
      case "application/json" -> Source.Type.JSON;
      case "application/x-www-form-urlencoded" ->
          throw unsupported(
              "the body is sent as a form (curl does so unless told -H Content-Type)");
      default -> {
        if (mediaType.startsWith("application/") && mediaType.endsWith("+json")) {
          yield Source.Type.JSON;
        }
        throw unsupported("the Content-Type is not one that is read here");
      }
    };
  }

  private static @Nullable String charset(String[] contentType) {
    for (int i = 1; i < contentType.length; i++) {
      String[] parameter = contentType[i].split("=", 2);
      if (parameter.length == 2 && parameter[0].strip().equalsIgnoreCase("charset")) {
        String value = parameter[1].strip();
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
      }
    }
    return null;
  }

  private static boolean isPacked(List<String> encodings) {
    String encoding = String.join(",", encodings).strip().toLowerCase(Locale.ROOT);
    return switch (encoding) {
      case "", "identity" -> false;
      case "gzip", "x-gzip" -> true;
      default -> throw unsupported("the only Content-Encoding that is read is gzip");
    };
  }

  /** Unpacks no more than the limit and one byte: a small body may hold gigabytes. */
  private static byte[] unpack(byte[] packed) {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return gzip.readNBytes(MAX_BYTES + 1);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.INVALID_ARTICLE, "the body is not the gzip that Content-Encoding says it is");
    }
  }

  static ProblemException tooLarge() {
    return new ProblemException(
        Problem.TOO_LARGE, "the body is larger than " + Intake.MAX_BYTES / 1024 + " KiB");
  }

  private static ProblemException unsupported(String fault) {
    return new ProblemException(Problem.UNSUPPORTED_MEDIA_TYPE, fault + "; " + ACCEPTED);
  }
}
