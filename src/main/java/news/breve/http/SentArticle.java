package news.breve.http;

import io.swagger.v3.oas.annotations.media.Schema;
import news.breve.article.Intake;
import news.breve.article.OnModelFailure;
import org.jspecify.annotations.Nullable;

/**
 * Brève's own article object, as the API describes it; the {@link Intake} reads it.
 *
 * @param text the story as plain text; either this or {@code html}
 * @param html the story, or the whole page, as HTML; either this or {@code text}
 * @param title its title: context for the writer, never evidence
 * @param language its language, where the text is too short to tell: fr, en or a tag such as fr-CA
 * @param publishedAt ISO 8601 date, or date and time with offset
 * @param options what the brief is to be like
 */
@Schema(name = "ArticleInput", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record SentArticle(
    @Nullable String text,
    @Nullable String html,
    @Nullable String title,
    @Nullable String language,
    @Nullable String publishedAt,
    @Nullable SentOptions options) {
  /**
   * What the brief is to be like.
   *
   * @param sentences how many sentences it has
   * @param onModelFailure the problem (the default), or a labelled extractive brief instead
   */
  @Schema(name = "Options", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
  record SentOptions(
      @Schema(minimum = "1", maximum = "8", defaultValue = "3") @Nullable Integer sentences,
      @Nullable OnModelFailure onModelFailure) {}
}
