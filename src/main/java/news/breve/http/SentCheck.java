package news.breve.http;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A draft to check against an article.
 *
 * @param article Brève's own article object, a NewsArticle or ninjs
 * @param brief the draft
 */
@Schema(name = "Check", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record SentCheck(
    @Schema(oneOf = {SentArticle.class, ForeignArticle.class}) Object article, SentDraft brief) {
  /** An article in a format that isn't ours. */
  @Schema(
      name = "ForeignArticle",
      type = "object",
      description =
          "A schema.org NewsArticle (or a subtype) in JSON-LD, or an IPTC ninjs 2 or 3 item; keys"
              + " that are not needed are passed over")
  interface ForeignArticle {}
}
