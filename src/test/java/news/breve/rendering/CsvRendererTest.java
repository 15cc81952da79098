package news.breve.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import news.breve.brief.Brief;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvRendererTest {
  private static List<Map<String, String>> facts(Brief brief) {
    return CsvFile.read(new CsvRenderer().render(brief));
  }

  @Test
  void fact_isARow() {
    List<Map<String, String>> facts = facts(Briefs.VERIFIED);
    assertThat(facts).hasSize(2);
    assertThat(facts.getFirst())
        .containsEntry("brief", Briefs.VERIFIED.id())
        .containsEntry("status", "verified")
        .containsEntry("digitalSourceType", Brief.Ai.TRAINED_ALGORITHMIC_MEDIA)
        .containsEntry("type", "money")
        .containsEntry("fr", "2,19 milliards d'euros")
        .containsEntry("en", "€2.19 billion")
        .containsEntry("value", "2190000000")
        .containsEntry("unit", "EUR")
        .containsEntry("approximation", "")
        .containsEntry("source_fr", "")
        .containsEntry("sentences", "1")
        .containsEntry("passages", Briefs.VERIFIED.article().sentence(1))
        .containsEntry("findings", "");
    assertThat(facts.get(1))
        .containsEntry("en", "")
        .containsEntry("value", "")
        .containsEntry("source_en", "Mayor Anne Roy");
  }

  @Test
  void fact_thatIsDoubtful_hasItsFindings() {
    assertThat(facts(Briefs.REVIEW))
        .extracting(fact -> fact.get("findings"))
        .containsExactly("", "name: The names differ.");
  }

  @Test
  void extractive_hasFactsInBothLanguages_andNoDigitalSourceType() {
    assertThat(
            facts(
                Briefs.extractive(
                    "{\"text\": \"La Ville achète environ 280 logements pour 3,4 millions d'euros,"
                        + " a dit la mairesse lundi.\"}")))
        .isNotEmpty()
        .allSatisfy(fact -> {
          assertThat(fact).containsEntry("status", "extractive");
          assertThat(fact).containsEntry("digitalSourceType", "");
          assertThat(fact.get("en")).isNotEmpty();
        });
  }

  @Test
  void brief_withoutFacts_isItsHeader() {
    Brief none = Briefs.withoutFacts(Briefs.VERIFIED);
    assertThat(new CsvRenderer().render(none))
        .startsWith("brief,status,digitalSourceType,type,fr,en,value,")
        .endsWith("findings\r\n")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "=cmd|' /C calc'!A0",
        "+33 1",
        "-3 °C",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        " =1+1",
        "\u00a0=1+1",
        "＝1+1",
        "＋1",
        "－1",
        "＠A1"
      })
  void text_thatASpreadsheetWouldRun_hasAnApostropheBeforeIt(String words) {
    Map<String, String> fact = facts(Briefs.rewritten(Briefs.VERIFIED, _ -> words)).get(1);
    for (String column : List.of("fr", "source_fr", "source_en")) {
      assertThat(fact.get(column)).as(column).doesNotMatch("(?s)[=+\\-@\\t\\r\\n＝＋－＠].*");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b", "a \"b\" c", "\"", "\"\"", "a;b", "a'b", "a\r\nb", "a\nb,c", ","})
  void text_withWhatCsvIsMadeOf_isReadBack(String words) {
    Map<String, String> fact = facts(Briefs.rewritten(Briefs.VERIFIED, _ -> words)).getFirst();
    assertThat(fact).containsEntry("fr", Visible.line(words)).containsEntry("unit", "EUR");
  }

  @Test
  void number_keepsItsSign() {
    assertThat(facts(Briefs.rewritten(Briefs.VERIFIED, _ -> "-3")))
        .extracting(fact -> fact.get("fr"))
        .containsExactly("-3", "-3");
  }
}
