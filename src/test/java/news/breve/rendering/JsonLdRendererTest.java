package news.breve.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.StreamSupport;
import news.breve.article.Json;
import news.breve.brief.Brief;
import org.junit.jupiter.api.Test;

final class JsonLdRendererTest {
  private static JsonNode graph(Brief brief) {
    JsonNode document = Json.parse(new JsonLdRenderer().render(brief));
    assertThat(document.path("@context").asText()).isEqualTo("https://schema.org");
    return document.path("@graph");
  }

  @Test
  void verified_isANewsArticleALanguage_andTheArticle() {
    JsonNode graph = graph(Briefs.VERIFIED);
    assertThat(graph).hasSize(3);
    JsonNode fr = graph.get(0);
    JsonNode en = graph.get(1);
    JsonNode article = graph.get(2);
    assertThat(graph)
        .allSatisfy(node -> assertThat(node.path("@type").asText()).isEqualTo("NewsArticle"));
    assertThat(fr.path("inLanguage").asText()).isEqualTo("fr");
    assertThat(fr.at("/isBasedOn/@id")).isEqualTo(article.get("@id"));
    assertThat(fr.at("/workTranslation/@id")).isEqualTo(en.get("@id"));
    assertThat(en.at("/workTranslation/@id")).isEqualTo(fr.get("@id"));
    assertThat(fr.path("digitalSourceType"))
        .extracting(JsonNode::asText)
        .containsExactly(
            "https://schema.org/TrainedAlgorithmicMediaDigitalSource",
            Brief.Ai.TRAINED_ALGORITHMIC_MEDIA);
    assertThat(article.at("/identifier/value").asText())
        .isEqualTo(Briefs.VERIFIED.article().sha256());
    assertThat(article.has("articleBody")).isFalse();
  }

  @Test
  void sentence_isAClaim_thatAppearsInTheArticle() {
    JsonNode claim = graph(Briefs.VERIFIED).get(1).at("/hasPart/0");
    assertThat(claim.path("@type").asText()).isEqualTo("Claim");
    assertThat(claim.path("text").asText())
        .isEqualTo("Rimouski will pay €2.19 billion to the port.");
    assertThat(claim.at("/appearance/0/@type").asText()).isEqualTo("Quotation");
    assertThat(claim.at("/appearance/0/position").asInt()).isEqualTo(1);
    assertThat(claim.at("/appearance/0/text").asText())
        .isEqualTo(Briefs.VERIFIED.article().sentence(1));
  }

  @Test
  void whatIsReviewed_isAgreementWithTheArticle_neverTruth() {
    JsonNode graph = graph(Briefs.REVIEW);
    assertThat(types(graph)).contains("Review", "Claim").doesNotContain("ClaimReview", "Rating");
    assertThat(graph.get(0).at("/review/reviewAspect").asText()).isEqualTo("accord avec l'article");
    assertThat(graph.get(1).at("/review/reviewAspect").asText())
        .isEqualTo("agreement with the article");
    assertThat(graph.get(1).at("/review/name").asText()).isEqualTo("review");
    assertThat(graph.get(1).path("creativeWorkStatus").asText()).isEqualTo("Draft");
    assertThat(graph.toString()).doesNotContain("Wrong in English");
  }

  @Test
  void extractive_hasOneLanguage_andNoDigitalSourceType() {
    JsonNode graph =
        graph(
            Briefs.extractive(
                """
                {"text": "OTTAWA — The government tables its budget of $412 million on Tuesday."}
                """));
    assertThat(graph).hasSize(2);
    assertThat(graph.get(0).path("dateline").asText()).isEqualTo("Ottawa");
    assertThat(graph.get(0).has("digitalSourceType")).isFalse();
    assertThat(graph.get(0).has("workTranslation")).isFalse();
    assertThat(graph.get(0).path("creditText").asText()).contains("without generative AI");
  }

  @Test
  void document_standsInAScriptElement_whateverItSays() {
    Brief hostile = Briefs.rewritten(Briefs.VERIFIED, words -> "</script><!-- & " + words);
    String document = new JsonLdRenderer().render(hostile);
    assertThat(document).doesNotContain("<", ">", "&");
    assertThat(graph(hostile).get(0).path("headline").asText())
        .isEqualTo("</script><!-- & Rimouski paie son port");
  }

  private static Set<String> types(JsonNode node) {
    Set<String> types = new HashSet<>();
    if (node.has("@type")) {
      types.add(node.get("@type").asText());
    }
    StreamSupport.stream(node.spliterator(), false).forEach(child -> types.addAll(types(child)));
    return types;
  }
}
