package news.breve.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import news.breve.BriefTestData;
import news.breve.article.Article;
import news.breve.article.Intake;
import news.breve.article.Json;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.article.Source;
import news.breve.brief.Brief;
import news.breve.brief.Draft;
import news.breve.brief.Finding;
import news.breve.configuration.Variables;
import news.breve.rendering.FindingsRenderer;
import news.breve.rendering.Ink;
import news.breve.rendering.JsonText;
import news.breve.service.BriefListener;
import news.breve.service.Configuration;
import news.breve.writing.MisbehavingServer;
import org.junit.jupiter.api.Test;

/** What {@link FuzzTest} found, each as small as it could be made. */
final class FuzzRegressionsTest {
  /** U+1D173, U+1BCA0 and U+E0080: format characters that draw nothing. */
  private static final String INVISIBLE = "\ud834\udd73\ud82f\udca0\udb40\udc80";

  private static final String STORY =
      "La Ville de Rimouski achète trois autobus électriques pour 2,4 millions de dollars. La"
          + " mairesse Anne Roy les attend dès mars.";

  @Test
  void article_withFormatCharactersBeyondTheBasicPlane_isCanonicalWithoutThem() {
    assertThat(article(STORY.replace("trois", "tr" + INVISIBLE + "ois")).text()).isEqualTo(STORY);
  }

  @Test
  void words_withVariationSelectors_areShownByTheirCodePoints() {
    Draft draft =
        new Draft(
            new Draft.Item("Trois\udb40\udd00 autobus", null, List.of(1)),
            List.of(new Draft.Item("Trois autobus", null, List.of(1))),
            List.of());
    String shown =
        new FindingsRenderer(Ink.PLAIN, 80)
            .render(
                draft,
                BriefTestData.article(),
                List.of(Finding.error("markup", "/headline/fr", "Control characters.")));
    assertThat(shown).contains("Trois⟨U+E0100⟩ autobus");
    Hostility.assertHarmless(shown);
  }

  @Test
  void finding_onWhatWasDropped_holdsNoInvisibleCharacters() {
    String draft =
        """
        {"headline":{"fr":"Rimouski achète trois autobus","en":"Rimouski buys three buses","evidence":[1]},
         "sentences":[
          {"fr":"La mairesse Anne Roy les attend dès mars.","en":"Mayor Anne Roy expects them from March.","evidence":[2]},
          {"fr":"Rimouski achète 9\\u200b000 autobus.","en":"Rimouski buys 9\\u202e000 buses.","evidence":[1]}],
         "keyFacts":[]}
        """;
    try (MisbehavingServer server = new MisbehavingServer()) {
      server.always(MisbehavingServer.completion(draft));
      Brief brief =
          Configuration.from(new Variables(server.variables()))
              .service(new NoStore(), Clock.systemUTC())
              .brief(new Intake().read(source(STORY)), new BriefListener() {});
      assertThat(brief.checks().dropped()).isNotEmpty();
      brief.checks().dropped().stream()
          .flatMap(dropped -> dropped.findings().stream())
          .forEach(finding -> Hostility.assertHarmless(String.valueOf(finding.found())));
      Hostility.assertPlain(brief);
    }
  }

  @Test
  void json_escapesWhatCantBeSeen_andMeansTheSame() {
    Map<String, String> value = Map.of("found", "a\u202eb\u2028c" + INVISIBLE);
    String json = JsonText.of(value);
    Hostility.assertHarmless(json);
    assertThat(json).contains("\\u202e", "\\u2028", "\\ud834\\udd73");
    assertThat(Json.parse(json).path("found").textValue()).isEqualTo(value.get("found"));
  }

  @Test
  void json_withHalfASurrogatePair_isRefused() {
    for (String half : List.of("\\ud800", "\\udc00x", "a\\udbff", "\\ud800\\ud800")) {
      ProblemException refused =
          catchThrowableOfType(
              ProblemException.class, () -> Json.parse("{\"a\":[\"" + half + "\"]}"));
      assertThat(refused.problem()).isEqualTo(Problem.INVALID_JSON);
    }
    assertThat(Json.parse("\"\\ud83d\\ude00\"").textValue()).isEqualTo("😀");
  }

  private static Article article(String text) {
    return new Intake().read(source(text)).article();
  }

  private static Source source(String text) {
    return new Source(text.getBytes(StandardCharsets.UTF_8), Source.Type.PLAIN_TEXT, null, "fr");
  }
}
