package news.breve.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.nio.charset.StandardCharsets;
import news.breve.brief.Brief;
import news.breve.rendering.BriefFormat;
import news.breve.rendering.HtmlRenderer;

/**
 * A brief in a format, as bytes with their tag. The tag is that of the brief as it is when it comes
 * from the cache, whether it does or was just written.
 *
 * @param bytes not to be changed
 */
// The array goes out as it is.
@SuppressWarnings("ArrayRecordComponent")
record Representation(BriefFormat format, byte[] bytes, EntityTag tag) {
  static Representation of(Brief brief, Negotiated negotiated) {
    byte[] kept = bytes(brief.withCacheHit(true), negotiated);
    return new Representation(
        negotiated.format(),
        brief.cache().hit() ? kept : bytes(brief, negotiated),
        EntityTag.of(kept));
  }

  private static byte[] bytes(Brief brief, Negotiated negotiated) {
    return negotiated.renderer().render(brief).getBytes(StandardCharsets.UTF_8);
  }

  /** Returns it as an answer. */
  MutableHttpResponse<byte[]> answer() {
    return tagged(HttpResponse.ok(bytes)).contentType(format.contentType());
  }

  /** Returns the answer to who has it already. */
  MutableHttpResponse<byte[]> notModified() {
    return tagged(HttpResponse.notModified());
  }

  private MutableHttpResponse<byte[]> tagged(MutableHttpResponse<byte[]> response) {
    response.header(HttpHeaders.ETAG, tag.value()).header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    return format == BriefFormat.HTML ? PagePolicy.on(response, HtmlRenderer.policy()) : response;
  }
}
