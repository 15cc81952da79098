package news.breve.caching;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import news.breve.article.Article;
import news.breve.article.Json;
import news.breve.brief.Brief;

/**
 * The bytes a brief is kept as: its JSON, gzip-compressed. The checksum of gzip (RFC 1952) tells a
 * flipped digit from the one that was written. A second line says when a brief ends that is kept
 * for less than the time to live.
 */
final class StoredBrief {
  /** More than any brief of a 256 KiB article takes; what unpacks to more is not ours. */
  private static final int MAX_JSON_BYTES = 8 << 20;

  private StoredBrief() {}

  /** The second line. */
  private record End(String expiresAt) {}

  /** Packs a brief that is kept for the time to live. */
  static byte[] encode(Brief brief) {
    return encode(brief, BriefStore.NO_CAP);
  }

  /**
   * Packs a brief.
   *
   * @param atMost how long it is kept at most, whatever the time to live
   */
  static byte[] encode(Brief brief, Duration atMost) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(Json.mapper().writeValueAsBytes(brief.withCacheHit(false)));
      if (atMost.compareTo(BriefStore.NO_CAP) < 0) {
        gzip.write('\n');
        gzip.write(Json.mapper().writeValueAsBytes(new End(requireEnd(brief, atMost).toString())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Returns the brief; empty if it has outlived its time, or the bytes are damaged or hold another
   * brief.
   */
  static Optional<Brief> decode(byte[] bytes, String id, Duration timeToLive, Clock clock) {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] lines = gzip.readNBytes(MAX_JSON_BYTES);
      // The checksum is only verified at the very end.
      if (gzip.read() != -1) {
        return Optional.empty();
      }
      int length = lengthOfFirstLine(lines);
      Brief brief = Json.mapper().readValue(lines, 0, length, Brief.class);
      boolean ours =
          brief.id().equals(id)
              && brief.article().sha256().equals(Article.sha256(brief.article().text()));
      boolean capped =
          length < lines.length
              && !clock.instant().isBefore(end(Arrays.copyOfRange(lines, length, lines.length)));
      return ours && !capped && isAlive(brief, timeToLive, clock)
          ? Optional.of(brief)
          : Optional.empty();
    } catch (IOException | IllegalArgumentException | NullPointerException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** JSON as we write it escapes the ends of lines. */
  private static int lengthOfFirstLine(byte[] lines) {
    int i = 0;
    while (i < lines.length && lines[i] != '\n') {
      i++;
    }
    return i;
  }

  private static Instant end(byte[] line) throws IOException {
    return Instant.parse(Json.mapper().readValue(line, End.class).expiresAt());
  }

  private static boolean isAlive(Brief brief, Duration timeToLive, Clock clock) {
    return end(brief, timeToLive).filter(end -> clock.instant().isBefore(end)).isPresent();
  }

  /**
   * Returns when a brief that is to be kept will have outlived a time.
   *
   * @throws IllegalArgumentException if it doesn't say when it was written
   */
  static Instant requireEnd(Brief brief, Duration time) {
    return end(brief, time)
        .orElseThrow(
            () -> new IllegalArgumentException("the brief doesn't say when it was written"));
  }

  private static Optional<Instant> end(Brief brief, Duration time) {
    try {
      return Optional.of(Instant.parse(brief.ai().generatedAt()).plus(time));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
