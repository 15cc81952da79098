package news.breve.caching;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import news.breve.article.Article;
import news.breve.article.Json;
import news.breve.brief.Brief;

/**
 * The bytes a brief is kept as: its JSON, gzip-compressed. The checksum of gzip (RFC 1952) tells a
 * flipped digit from the one that was written.
 */
final class StoredBrief {
  /** More than any brief of a 256 KiB article takes; what unpacks to more is not ours. */
  private static final int MAX_JSON_BYTES = 8 << 20;

  private StoredBrief() {}

  static byte[] encode(Brief brief) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      Json.mapper().writeValue(gzip, brief.withCacheHit(false));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Returns the brief; empty if the bytes are damaged or hold another brief. */
  static Optional<Brief> decode(byte[] bytes, String id) {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] json = gzip.readNBytes(MAX_JSON_BYTES);
      // The checksum is only verified at the very end.
      if (gzip.read() != -1) {
        return Optional.empty();
      }
      Brief brief = Json.mapper().readValue(json, Brief.class);
      boolean ours =
          brief.id().equals(id)
              && brief.article().sha256().equals(Article.sha256(brief.article().text()));
      return ours ? Optional.of(brief) : Optional.empty();
    } catch (IOException | IllegalArgumentException | NullPointerException e) {
      return Optional.empty();
    }
  }

  /** Returns if a brief is younger than the time to live. */
  static boolean isAlive(Brief brief, Duration timeToLive, Clock clock) {
    return end(brief, timeToLive).filter(end -> clock.instant().isBefore(end)).isPresent();
  }

  /**
   * Returns when a brief has outlived the time to live; empty if it doesn't say when it was
   * written.
   */
  static Optional<Instant> end(Brief brief, Duration timeToLive) {
    try {
      return Optional.of(Instant.parse(brief.ai().generatedAt()).plus(timeToLive));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
