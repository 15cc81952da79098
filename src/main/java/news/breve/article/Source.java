package news.breve.article;

import org.jspecify.annotations.Nullable;

/**
 * An article as it arrives.
 *
 * @param bytes the undecoded input
 * @param type how to read it
 * @param charset the character encoding the transport declared, null if none
 * @param language a BCP 47 tag the caller asked for, which wins over the input's own; null if none
 */
// The array is handed over, never kept: a copy of a quarter megabyte would buy nothing.
@SuppressWarnings("ArrayRecordComponent")
public record Source(byte[] bytes, Type type, @Nullable String charset, @Nullable String language) {
  /** How to read the input. */
  public enum Type {
    /** Look at the first characters: JSON, HTML, else plain text. */
    UNKNOWN,
    PLAIN_TEXT,
    HTML,
    /** Our own object, a NewsArticle or ninjs: told apart by their keys. */
    JSON
  }
}
