package news.breve.http;

import java.util.List;
import news.breve.article.Sha256;

/**
 * The strong entity tag of a brief in one format: the digest of its representation as it is when it
 * is kept, so that it is the same whether the brief was just written or kept.
 *
 * @param value with its quotes
 */
record EntityTag(String value) {
  static EntityTag of(byte[] representation) {
    return new EntityTag('"' + Sha256.hex(representation) + '"');
  }

  /** Returns if {@code If-None-Match} names this tag, weakly compared (RFC 9110, 13.1.2). */
  boolean isNamedBy(List<String> ifNoneMatch) {
    for (String tag : String.join(",", ifNoneMatch).split(",", -1)) {
      String stripped = tag.strip();
      String opaque = stripped.startsWith("W/") ? stripped.substring(2) : stripped;
      if (opaque.equals("*") || opaque.equals(value)) {
        return true;
      }
    }
    return false;
  }
}
