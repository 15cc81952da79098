package news.breve.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.breve.BriefTestData;
import news.breve.brief.Bilingual;
import news.breve.brief.Draft;
import news.breve.brief.FactType;
import news.breve.brief.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkupCheckTest {
  private static List<Finding> findings(String headline) {
    Draft.Item item = new Draft.Item(headline, "A port", List.of(1));
    return new MarkupCheck()
        .check(new Case(new Draft(item, List.of(), List.of()), BriefTestData.article()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Le port <b>grandit</b>",
        "Le port <br/>",
        "<!-- port -->",
        "Le port &amp; la ville",
        "Le port &#8239;grandit",
        "Le **port** grandit",
        "Le *port* grandit",
        "Le `port` grandit",
        "# Le port",
        "- Le port",
        "> Le port",
        "Le [port](https://exemple.ca)",
        "Le port\u202e grandit",
        "Le\u200b port",
        "Le port\u0007",
        "Le port\ngrandit",
        "Le port\u2028grandit",
        "Le port \ue000",
        "Le port \udb40\udc41",
        "Le port\ufeff",
        "Le\u00adport",
        "Le port\ufe01",
        "Le port\u3164",
        "Le port\u034f",
        "Le \u2066port\u2069",
        "Le port &eacute;",
        "Le port &#8239 grandit",
        "Le port <img src=x onerror=alert(1)",
        "Le <PORT> grandit",
        "Le __port__ grandit",
        "Le _port de Québec_ grandit",
        "Le ~~port~~ grandit",
        "![port](a.png)",
        "Le [port][1] grandit",
        "* Le port",
        "| port | ville |",
        "Le [b]port[/b]",
        "Voir https://exemple.ca/port",
        "Écrire à mailto:port@exemple.ca",
        "Le port grandit [3].",
        "Le port grandit [1, 2]",
        "Le \\\"port\\\" grandit",
        "Le port\\ngrandit",
        "Le port \\u00e9tend",
        "Le {{port}} grandit",
      })
  void check_markupOrInvisibleCharacters_isAnError(String headline) {
    assertThat(findings(headline))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.check()).isEqualTo("markup");
          assertThat(finding.isError()).isTrue();
          assertThat(finding.path()).isEqualTo("/headline/fr");
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "« Nous n’attendrons plus\u00a0», dit-elle",
        "R&D : 3 < 4, et 5 > 2",
        "Johnson & Johnson",
        "12\u202f400 emplois, 3,2\u00a0%",
        "AT&T; puis Verizon",
        "Le groupe * a refusé",
        "5 * 3",
        "« [J]e pars », « [12] personnes »",
        "+ 3,2 % sur un an",
        "- 4 °C à Gaspé",
        "Coût* estimé : 3 millions (*hors taxes)",
        "M&Ms; puis Lindt",
        "a < b et b <c",
        "Le compte @port_qc et le mot-clic #port",
        "Ratio 2:1, à 14:30",
        "Le cœur ❤\ufe0f de la ville",
        "snake_case n'est pas du Markdown",
        "L'avion nº 5 – à 14 h 30",
        "Boursorama: +3,2 %",
        "Élisabeth II 🇨🇦",
      })
  void check_plainText_isNoFinding(String headline) {
    assertThat(findings(headline)).isEmpty();
  }

  @Test
  void check_looksAtSentencesFactsAndAttributions_inBothLanguages() {
    Draft.Item clean = new Draft.Item("a", "b", List.of(1));
    Draft draft =
        new Draft(
            clean,
            List.of(clean, new Draft.Item("a", "<i>b</i>", List.of(1))),
            List.of(
                new Draft.Fact(
                    FactType.PLACE,
                    new Draft.Item("<i>a</i>", null, List.of(1)),
                    new Bilingual("<i>a</i>", "b"))));
    assertThat(new MarkupCheck().check(new Case(draft, BriefTestData.article())))
        .extracting(Finding::path)
        .containsExactly("/sentences/1/en", "/keyFacts/0/fr", "/keyFacts/0/attribution/fr");
  }
}
