package news.breve.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import news.breve.brief.Bilingual;
import news.breve.brief.DraftReader;
import news.breve.brief.FactType;
import org.jspecify.annotations.Nullable;

/**
 * A draft, as the API describes it; the {@link DraftReader} reads it. One of the two languages may
 * be absent.
 *
 * @param headline its headline
 * @param sentences at least one
 * @param keyFacts may be absent
 */
@Schema(name = "Draft", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record SentDraft(SentItem headline, List<SentItem> sentences, @Nullable List<SentFact> keyFacts) {
  /**
   * A headline or a sentence.
   *
   * @param fr French
   * @param en English
   * @param evidence numbers of sentences of the canonical article, from 1; where absent, evidence
   *     is searched for in the whole article
   */
  @Schema(name = "DraftSentence", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
  record SentItem(@Nullable String fr, @Nullable String en, @Nullable List<Integer> evidence) {}

  /**
   * A key fact.
   *
   * @param type what it is about
   * @param fr French
   * @param en English
   * @param evidence as for a sentence
   * @param attribution whom the article names as the source; empty strings, or absent, where the
   *     article states it itself
   */
  @Schema(name = "DraftKeyFact", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
  record SentFact(
      FactType type,
      @Nullable String fr,
      @Nullable String en,
      @Nullable List<Integer> evidence,
      @Nullable Bilingual attribution) {}
}
