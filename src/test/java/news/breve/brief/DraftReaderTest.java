package news.breve.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import news.breve.article.Json;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DraftReaderTest {
  private static final int ARTICLE_SENTENCES = 4;

  private static final String WHOLE =
      """
      {"headline":{"fr":"Grève levée","en":"Strike called off","evidence":[1]},
       "sentences":[{"fr":"La grève est levée.","en":"The strike is off.","evidence":[1,2]}],
       "keyFacts":[{"type":"number","fr":"450 grévistes","en":"450 strikers","evidence":[3],
                    "attribution":{"fr":"le syndicat","en":"the union"}}]}
      """;

  @Test
  void answer_isReadWhole() {
    Draft draft = DraftReader.readAnswer(Json.parse(WHOLE), ARTICLE_SENTENCES);

    assertThat(draft)
        .isEqualTo(
            new Draft(
                new Draft.Item("Grève levée", "Strike called off", List.of(1)),
                List.of(new Draft.Item("La grève est levée.", "The strike is off.", List.of(1, 2))),
                List.of(
                    new Draft.Fact(
                        FactType.NUMBER,
                        new Draft.Item("450 grévistes", "450 strikers", List.of(3)),
                        new Bilingual("le syndicat", "the union")))));
  }

  @Test
  void foreignDraft_isReadWhole() {
    assertThat(DraftReader.readForeign(Json.parse(WHOLE)))
        .isEqualTo(DraftReader.readAnswer(Json.parse(WHOLE), ARTICLE_SENTENCES));
  }

  /** Columns: pointer to set, JSON to put there (- removes), what each mode says (ok: reads it). */
  @ParameterizedTest(name = "{0} = {1}")
  @CsvFileSource(resources = "drafts.tsv", delimiter = '\t', quoteCharacter = '\0')
  void change_isReadOrRefused_asTheTableSays(
      String pointer, String json, String inAnswer, String inForeign) {
    JsonNode changed = change(pointer, json);

    assertThat(outcome(() -> DraftReader.readAnswer(changed, ARTICLE_SENTENCES)))
        .as("in an answer")
        .isEqualTo(inAnswer);
    assertThat(outcome(() -> DraftReader.readForeign(changed)))
        .as("in a foreign draft")
        .isEqualTo(inForeign);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\" \"", "\"\\u00a0\\u202f\"", "\"\\u200b\\n\""})
  void text_withNothingToSee_isBlank(String json) {
    assertThat(outcome(() -> DraftReader.readForeign(change("/headline/fr", json))))
        .isEqualTo("/headline/fr is blank");
  }

  @Test
  void whiteSpaceAroundAText_isCut() {
    Draft draft = DraftReader.readForeign(change("/headline/fr", "\" Grève levée\\n\""));

    assertThat(draft.headline().fr()).isEqualTo("Grève levée");
  }

  @Test
  void sentenceCitedTwice_countsOnce() {
    Draft draft = DraftReader.readForeign(change("/headline/evidence", "[3,1,3]"));

    assertThat(draft.headline().evidence()).containsExactly(3, 1);
  }

  @Test
  void textOrListThatIsTooLong_isRefused() {
    String longest = "é".repeat(2_000);
    assertThat(outcome(() -> DraftReader.readForeign(change("/headline/fr", '"' + longest + '"'))))
        .isEqualTo("ok");
    assertThat(
            outcome(() -> DraftReader.readForeign(change("/headline/fr", '"' + longest + "x\""))))
        .isEqualTo("/headline/fr is longer than 2000 characters");
    String many = "1,".repeat(100) + "1";
    assertThat(
            outcome(() -> DraftReader.readForeign(change("/headline/evidence", "[" + many + "]"))))
        .isEqualTo("/headline/evidence has more than 100 elements");
    String facts = "{\"type\":\"place\",\"fr\":\"x\"},".repeat(100) + "{}";
    assertThat(outcome(() -> DraftReader.readForeign(change("/keyFacts", "[" + facts + "]"))))
        .isEqualTo("/keyFacts has more than 100 elements");
  }

  @Test
  void itemWithoutAnyLanguage_isRefused() {
    assertThat(outcome(() -> DraftReader.readForeign(change("/headline", "{\"evidence\":[1]}"))))
        .isEqualTo("/headline has neither fr nor en");
  }

  @Test
  void absentEvidence_isNotEmptyEvidence() {
    assertThat(DraftReader.readForeign(change("/headline/evidence", "-")).headline().evidence())
        .isNull();
    assertThat(DraftReader.readForeign(change("/headline/evidence", "[]")).headline().evidence())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"fr\":\"\",\"en\":\"\"}", "{\"fr\":\" \",\"en\":\"\"}"})
  void attributionOfEmptyStrings_isNone(String json) {
    Draft draft =
        DraftReader.readAnswer(change("/keyFacts/0/attribution", json), ARTICLE_SENTENCES);

    assertThat(draft.keyFacts().getFirst().attribution()).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void everyFactType_isRead(FactType type) {
    Draft draft = DraftReader.readForeign(change("/keyFacts/0/type", "\"" + type.code() + "\""));

    assertThat(draft.keyFacts().getFirst().type()).isEqualTo(type);
  }

  @Test
  void keyOfAnAnswer_isNeverEchoed() {
    JsonNode changed = change("/headline/secret", "1");

    DraftException wrong =
        catchThrowableOfType(
            DraftException.class, () -> DraftReader.readAnswer(changed, ARTICLE_SENTENCES));

    assertThat(wrong.pointer()).isEqualTo("/headline");
    assertThat(wrong.detail()).doesNotContain("secret");
  }

  @Test
  void oddKeyOfAForeignDraft_isNotEchoed() {
    JsonNode changed = change("/headline/a\u202eb", "1");

    assertThat(outcome(() -> DraftReader.readForeign(changed)))
        .isEqualTo("/headline has a key that a draft doesn't have");
  }

  private static String outcome(ThrowingCallable reading) {
    DraftException wrong = catchThrowableOfType(DraftException.class, reading);
    return wrong == null ? "ok" : wrong.detail();
  }

  /** Returns the whole draft with one value set, or removed. */
  private static JsonNode change(String pointer, String json) {
    if (pointer.isEmpty() || pointer.equals("/")) {
      return Json.parse(json);
    }
    JsonNode root = Json.parse(WHOLE);
    int slash = pointer.lastIndexOf('/');
    ObjectNode parent = (ObjectNode) root.at(pointer.substring(0, slash));
    String field = pointer.substring(slash + 1);
    if (json.equals("-")) {
      parent.remove(Set.of(field));
    } else {
      parent.set(field, Json.parse(json));
    }
    return root;
  }
}
