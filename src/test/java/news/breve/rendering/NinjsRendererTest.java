package news.breve.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import news.breve.article.Json;
import news.breve.brief.Brief;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class NinjsRendererTest {
  private static final NinjsSchema SCHEMA = new NinjsSchema();

  private static JsonNode items(Brief brief) {
    return Json.parse(new NinjsRenderer().render(brief));
  }

  static Stream<Brief> briefs() {
    return Stream.of(
        Briefs.VERIFIED,
        Briefs.REVIEW,
        Briefs.extractive(
            """
            {"title": "Le quai", "publishedAt": "2026-03-02T08:00-05:00",
             "text": "SAINTE-LUCE, Qc (LPC) — La Ville refait le quai pour 3 millions de dollars. La ministre Anne Roy l'a confirmé lundi à Québec."}
            """),
        Briefs.extractive("{\"text\": \"Whitby, England, buys three buses for £2.4 million.\"}"));
  }

  @ParameterizedTest
  @MethodSource("briefs")
  void items_areNinjs31_byItsSchema(Brief brief) {
    JsonNode items = items(brief);
    assertThat(items.isArray()).isTrue();
    assertThat(items).isNotEmpty().allSatisfy(item -> assertThat(SCHEMA.faults(item)).isEmpty());
  }

  /** A schema that accepts everything would prove nothing. */
  @ParameterizedTest
  @CsvSource({
    "/uri,no uri at all",
    "/versionCreated,2026-03-02",
    "/pubStatus,fine",
    "/versioncreated,2026-03-02T08:00:00Z",
    "/associations/0/nom,article",
    "/associations/0/uri,x y"
  })
  void schema_refusesWhatIsNotNinjs(String path, String value) {
    JsonNode item = items(Briefs.VERIFIED).get(0);
    int slash = path.lastIndexOf('/');
    ((ObjectNode) item.at(path.substring(0, slash))).put(path.substring(slash + 1), value);
    assertThat(SCHEMA.faults(item)).isNotEmpty();
  }

  @Test
  void verified_isOneItemALanguage_boundToTheArticleAndToEachOther() {
    JsonNode items = items(Briefs.VERIFIED);
    assertThat(items).hasSize(2);
    JsonNode fr = items.get(0);
    JsonNode en = items.get(1);
    assertThat(fr.path("language").asText()).isEqualTo("fr");
    assertThat(en.path("language").asText()).isEqualTo("en");
    assertThat(fr.at("/headlines/0/value").asText()).isEqualTo("Rimouski paie son port");
    assertThat(en.at("/bodies/0/value").asText())
        .isEqualTo("Rimouski will pay €2.19 billion to the port.");
    assertThat(fr.path("pubStatus").asText()).isEqualTo("usable");
    assertThat(fr.path("versionCreated").asText()).isEqualTo(Briefs.VERIFIED.ai().generatedAt());
    assertThat(fr.at("/altIds/0/value").asText()).isEqualTo(Briefs.VERIFIED.id());
    assertThat(fr.at("/digitalSourceType/uri").asText())
        .isEqualTo(Brief.Ai.TRAINED_ALGORITHMIC_MEDIA);
    assertThat(fr.at("/descriptions/0/value").asText())
        .isEqualTo("Texte produit par intelligence artificielle (mistral ministral-8b).");
    assertThat(fr.at("/associations/0/uri").asText())
        .isEqualTo("urn:breve:article:" + Briefs.VERIFIED.article().sha256());
    assertThat(fr.at("/associations/0/bodies/0/value").asText())
        .startsWith("[1] La Ville de Rimouski versera")
        .contains("\n[2] « Nous n'attendrons plus »");
    assertThat(fr.at("/associations/1/uri")).isEqualTo(en.get("uri"));
    assertThat(en.at("/associations/1/uri")).isEqualTo(fr.get("uri"));
  }

  @Test
  void review_isWithheld_withItsFindings_andWithoutWhatWasDropped() {
    JsonNode items = items(Briefs.REVIEW);
    assertThat(items)
        .allSatisfy(item -> {
          assertThat(item.path("pubStatus").asText()).isEqualTo("withheld");
          assertThat(item.path("edNote").asText())
              .contains("/keyFacts/1 · name: The names differ.", "1 (number)");
        });
    assertThat(items.get(0).path("edNote").asText())
        .startsWith("À RELIRE")
        .contains("support: Little of this is in the passage.");
    assertThat(items.get(1).path("edNote").asText()).startsWith("REVIEW").doesNotContain("support");
    assertThat(items.toString()).doesNotContain("Faux en français", "Wrong in English");
  }

  @Test
  void extractive_isOneItem_thatNoModelWrote() {
    List<Brief> briefs = briefs().toList();
    JsonNode items = items(briefs.get(2));
    assertThat(items).hasSize(1);
    JsonNode item = items.get(0);
    assertThat(item.has("digitalSourceType")).isFalse();
    assertThat(item.at("/descriptions/0/value").asText()).contains("sans IA générative");
    assertThat(item.path("located").asText()).isEqualTo("SAINTE-LUCE, Qc");
    assertThat(item.path("associations")).hasSize(1);
    assertThat(item.at("/associations/0/contentCreated").asText())
        .isEqualTo("2026-03-02T08:00:00-05:00");
    assertThat(item.at("/associations/0/headlines/0/value").asText()).isEqualTo("Le quai");
    assertThat(items(briefs.get(3)).get(0).path("language").asText()).isEqualTo("en");
  }
}
