package news.breve.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import news.breve.BriefTestData;
import news.breve.article.Json;
import news.breve.brief.Brief;
import news.breve.brief.BriefSentence;
import news.breve.brief.Finding;
import org.junit.jupiter.api.Test;

final class RenderersTest {
  private static final Brief BRIEF = BriefTestData.brief();

  private static JsonNode json(Brief brief) {
    return Json.parse(new JsonRenderer().render(brief));
  }

  private static List<String> keys(JsonNode node) {
    return StreamSupport.stream(
            ((Iterable<Map.Entry<String, JsonNode>>) node.properties()).spliterator(), false)
        .map(Map.Entry::getKey)
        .collect(Collectors.toList());
  }

  @Test
  void json_hasTheKeysOfTheContract_inItsOrder() {
    JsonNode brief = json(BRIEF);
    assertThat(keys(brief))
        .containsExactly(
            "id",
            "status",
            "schemaVersion",
            "article",
            "headline",
            "sentences",
            "keyFacts",
            "checks",
            "ai",
            "usage",
            "cache");
    assertThat(keys(brief.get("article")))
        .containsExactly(
            "sha256", "language", "title", "publishedAt", "text", "sentences", "removed");
    assertThat(keys(brief.at("/article/sentences/0"))).containsExactly("start", "end");
    assertThat(keys(brief.at("/article/removed/0"))).containsExactly("reason", "text");
    assertThat(keys(brief.at("/headline/evidence/0")))
        .containsExactly("sentence", "start", "end", "exact");
    assertThat(keys(brief.at("/keyFacts/0")))
        .containsExactly("type", "fr", "en", "value", "attribution", "evidence");
    assertThat(keys(brief.get("checks")))
        .containsExactly("run", "findings", "dropped", "repaired", "reason");
    assertThat(keys(brief.get("ai")))
        .containsExactly(
            "generated", "digitalSourceType", "provider", "model", "promptVersion", "generatedAt");
    assertThat(keys(brief.get("usage")))
        .containsExactly("calls", "inputTokens", "outputTokens", "estimatedCost");
    assertThat(keys(brief.get("cache"))).containsExactly("hit");
  }

  @Test
  void json_writesNullsOut_andAmountsPlainly() {
    JsonNode brief = json(BRIEF);
    assertThat(brief.at("/article/publishedAt").isNull()).isTrue();
    assertThat(brief.at("/usage/estimatedCost").isNull()).isTrue();
    assertThat(brief.at("/keyFacts/0/attribution").isNull()).isTrue();
    assertThat(brief.get("status").textValue()).isEqualTo("verified");
    assertThat(brief.at("/keyFacts/0/type").textValue()).isEqualTo("money");
    assertThat(brief.at("/keyFacts/0/value").toString())
        .isEqualTo("{\"amount\":2190000000,\"currency\":\"EUR\"}");
  }

  @Test
  void json_readBack_isTheSameBrief() throws Exception {
    assertThat(Json.mapper().readValue(new JsonRenderer().render(BRIEF), Brief.class))
        .isEqualTo(BRIEF);
  }

  @Test
  void text_showsBothLanguages_factsPassagesAndOrigin() {
    String text = new TextRenderer(Ink.PLAIN, 80, Duration.ofMillis(1_234)).render(BRIEF);
    assertThat(text)
        .contains("Vérifié", "Verified")
        .contains("Rimouski paie son port [1]", "Rimouski pays for its port [1]")
        .contains("2,19 milliards d'euros", "€2.19 billion")
        .contains("mairesse Anne Roy)")
        .contains("[2] « Nous n'attendrons plus », a dit la mairesse Anne Roy.")
        .contains("cookie-notice Ce site utilise des témoins.")
        .contains("mistral ministral-8b · 812 + 240 tokens · 1.2 s")
        .contains(BRIEF.id())
        .doesNotContain("\u001b")
        .endsWith("\n");
  }

  @Test
  void text_fromTheCache_saysSo() {
    String text = new TextRenderer(Ink.PLAIN, 80, null).render(BRIEF.withCacheHit(true));
    assertThat(text).contains("du cache · from the cache");
  }

  @Test
  void text_inColour_isTheSameTextWithoutIt() {
    String colour = new TextRenderer(Ink.COLOUR, 80, null).render(BRIEF);
    assertThat(colour).contains("\u001b[1m");
    assertThat(colour.replaceAll("\u001b\\[\\d*m", ""))
        .isEqualTo(new TextRenderer(Ink.PLAIN, 80, null).render(BRIEF));
  }

  @Test
  void text_narrowTerminal_keepsWithinItsWidth() {
    String text = new TextRenderer(Ink.PLAIN, 50, null).render(BRIEF);
    assertThat(text.lines().filter(line -> !line.equals(BRIEF.id())))
        .allSatisfy(line -> assertThat(Lines.length(line)).isLessThanOrEqualTo(50));
  }

  @Test
  void markdown_citesPassagesAsFootnotes() {
    String markdown = new MarkdownRenderer().render(BRIEF);
    assertThat(markdown)
        .contains("## Rimouski paie son port[^1]", "## Rimouski pays for its port[^1]")
        .contains("| money | 2,19 milliards d'euros | €2.19 billion | —[^1] |")
        .contains("\n[^2]: « Nous n'attendrons plus », a dit la mairesse Anne Roy. \\[2\\]\n");
  }

  @Test
  void markdown_escapesWhatWouldBeMarkup() {
    Brief hostile =
        new Brief(
            BRIEF.id(),
            BRIEF.status(),
            BRIEF.schemaVersion(),
            BRIEF.article(),
            new BriefSentence("<img src=x> [a](b) *c* # | `d`", null, List.of()),
            List.of(new BriefSentence("1. Un point & deux", null, List.of())),
            List.of(),
            new Brief.Checks(
                List.of("markup"),
                List.of(Finding.warning("markup", "/headline/fr", "<b> _x_")),
                List.of(
                    new Brief.Dropped(
                        new BriefSentence("~~<script>", null, List.of()),
                        List.of(Finding.error("markup", "/sentences/0/fr", "HTML")))),
                false,
                null),
            BRIEF.ai(),
            BRIEF.usage(),
            BRIEF.cache());
    assertThat(new MarkdownRenderer().render(hostile))
        .contains("## \\<img src=x\\> \\[a\\](b) \\*c\\* \\# \\| \\`d\\`")
        .contains("1\\. Un point \\& deux")
        .contains("- ~~\\~\\~\\<script\\>~~ markup: HTML")
        .contains("markup: \\<b\\> \\_x\\_");
  }
}
