package news.breve.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import news.breve.article.Intake;
import news.breve.article.Json;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.article.Source;
import news.breve.article.Submission;
import news.breve.brief.Brief;
import news.breve.brief.BriefSentence;
import news.breve.brief.Evidence;
import news.breve.brief.Finding;
import news.breve.brief.Status;
import news.breve.caching.MemoryBriefStore;
import news.breve.configuration.Variables;
import news.breve.writing.Identity;
import news.breve.writing.MisbehavingServer;
import news.breve.writing.MisbehavingServer.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a draft with errors, with the real model writer over real sockets. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class BriefServiceTest {
  private static final String ARTICLE =
      """
      Le conseil municipal de Sherbrooke a adopté lundi un budget de 412 millions de dollars.

      La taxe foncière augmentera de 3,2 %, a annoncé le maire Luc Gendron.

      « Nous n'avons pas touché aux bibliothèques », a-t-il dit.
      """;

  private static final String GOOD =
      """
      {"headline":{"fr":"Sherbrooke adopte son budget","en":"Sherbrooke adopts its budget",
        "evidence":[1]},
       "sentences":[
        {"fr":"Sherbrooke a adopté lundi un budget de 412\u00A0millions de dollars.",
         "en":"Sherbrooke on Monday adopted a $412-million budget.","evidence":[1]},
        {"fr":"«\u00A0Nous n'avons pas touché aux bibliothèques\u00A0», a dit le maire.",
         "en":"“We did not touch the libraries,” the mayor said.","evidence":[2,3]}],
       "keyFacts":[{"type":"percentage","fr":"3,2\u00A0%","en":"3.2%","evidence":[2],
        "attribution":{"fr":"Luc Gendron","en":"Luc Gendron"}}]}
      """;

  /** The first sentence has another number in both languages. */
  private static final String WRONG =
      GOOD.replace("412\u00A0millions", "421\u00A0millions")
          .replace("$412-million", "$421-million");

  private final MisbehavingServer server = new MisbehavingServer();
  private final Clock clock = Clock.systemUTC();
  private final MemoryBriefStore store = new MemoryBriefStore(Duration.ofDays(1), clock);
  private final Map<String, String> variables = server.variables();

  @AfterEach
  void stopServer() {
    server.close();
  }

  private Brief brief(Answer... answers) {
    Stream.of(answers).forEach(server::then);
    return service().brief(submission(), BriefListener.NONE);
  }

  private BriefService service() {
    return Configuration.from(new Variables(variables)).service(store, clock);
  }

  private static Submission submission() {
    byte[] bytes = ARTICLE.getBytes(StandardCharsets.UTF_8);
    return new Intake().read(new Source(bytes, Source.Type.PLAIN_TEXT, null, null));
  }

  private static Answer draft(String json) {
    return MisbehavingServer.completion(json);
  }

  private static String completion(String json) {
    return MisbehavingServer.completionBody(json, "stop");
  }

  private static Answer status(int status) {
    return new Answer.Whole(status, Map.of(), "{}");
  }

  private static List<Integer> cited(BriefSentence sentence) {
    return sentence.evidence().stream().map(Evidence::sentence).toList();
  }

  private JsonNode messages(int request) {
    return server.requests().get(request).json().path("messages");
  }

  @Test
  void draft_withoutError_isNotSentBack() {
    Brief brief = brief(draft(GOOD));

    assertThat(brief.status()).isEqualTo(Status.VERIFIED);
    assertThat(brief.checks().repaired()).isFalse();
    assertThat(brief.usage().calls()).isEqualTo(1);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void draft_withTheSpacesAndMarksOfNeitherLanguage_isSetInItsOwn() {
    String plain =
        GOOD.replace(
                "« Nous n'avons pas touché aux bibliothèques »",
                "\\\"Nous n'avons pas touché aux bibliothèques\\\"")
            .replace("“We did not touch the libraries,”", "« We did not touch the libraries, »")
            .replace("3.2%", "3.2 %")
            .replace("3,2\u00A0%", "3,2 %");

    Brief brief = brief(draft(plain));

    assertThat(brief.status()).isEqualTo(Status.VERIFIED);
    assertThat(brief.sentences().get(1).fr())
        .isEqualTo("«\u00A0Nous n'avons pas touché aux bibliothèques\u00A0», a dit le maire.");
    assertThat(brief.sentences().get(1).en())
        .isEqualTo("“We did not touch the libraries,” the mayor said.");
    assertThat(brief.keyFacts().getFirst().fr()).isEqualTo("3,2\u00A0%");
    assertThat(brief.keyFacts().getFirst().en()).isEqualTo("3.2%");
  }

  @Test
  void draft_withAnError_isSentBackOnce_andTheRepairedBriefIsVerified() {
    Brief brief = brief(draft(WRONG), draft(GOOD));

    assertThat(brief.status()).isEqualTo(Status.VERIFIED);
    assertThat(brief.sentences().getFirst().en()).contains("$412-million");
    assertThat(brief.checks().repaired()).isTrue();
    assertThat(brief.checks().dropped()).isEmpty();
    assertThat(brief.checks().findings()).isEmpty();
    assertThat(brief.usage().calls()).isEqualTo(2);
    assertThat(brief.usage().inputTokens()).isEqualTo(1800);
    assertThat(brief.usage().outputTokens()).isEqualTo(400);
    assertThat(store.find(brief.id())).contains(brief);
  }

  @Test
  void repair_isTheSameConversation_withTheDraftAndItsFindings() {
    brief(draft(WRONG), draft(GOOD));

    JsonNode first = messages(0);
    JsonNode second = messages(1);
    assertThat(second).hasSize(first.size() + 2);
    for (int i = 0; i < first.size(); i++) {
      assertThat(second.get(i)).isEqualTo(first.get(i));
    }
    JsonNode draft = second.get(first.size());
    assertThat(draft.path("role").asText()).isEqualTo("assistant");
    assertThat(Json.parse(draft.path("content").asText())).isEqualTo(Json.parse(WRONG));
    JsonNode findings = second.get(first.size() + 1);
    assertThat(findings.path("role").asText()).isEqualTo("user");
    assertThat(findings.path("content").asText())
        .contains(
            "/sentences/0/fr: ", "“421\u00A0millions de dollars”", "“412 millions de dollars”")
        .contains("/sentences/0/en: ", "“$421-million")
        .doesNotContain("/sentences/1", "/keyFacts");
  }

  @Test
  void repair_holdsNoTextOfTheArticle_butTheNumberedSentencesAndTheWordsCompared() {
    brief(draft(WRONG), draft(GOOD));

    String findings = messages(1).get(messages(1).size() - 1).path("content").asText();
    assertThat(findings).doesNotContain("conseil municipal", "bibliothèques", "taxe foncière");
    assertThat(server.requests().get(1).json().path("response_format"))
        .isEqualTo(server.requests().get(0).json().path("response_format"));
  }

  @Test
  void repair_thatIsStillWrong_losesTheItem_whichIsListed() {
    String stillWrong =
        GOOD.replace("412\u00A0millions", "214\u00A0millions")
            .replace("$412-million", "$214-million");
    Brief brief = brief(draft(WRONG), draft(stillWrong));

    assertThat(brief.status()).isEqualTo(Status.REVIEW);
    assertThat(brief.sentences()).hasSize(1);
    assertThat(brief.sentences().getFirst().fr()).contains("bibliothèques");
    assertThat(brief.checks().repaired()).isTrue();
    assertThat(brief.checks().dropped())
        .singleElement()
        .satisfies(dropped -> {
          assertThat(dropped.sentence().fr()).contains("214 millions");
          assertThat(dropped.findings()).extracting(Finding::check).contains("number");
        });
    assertThat(brief.usage().calls()).isEqualTo(2);
    assertThat(server.requests()).hasSize(2);
    assertThat(store.find(brief.id())).isPresent();
  }

  @Test
  void repair_thatIsWorse_leavesTheFirstDraft() {
    String worse = WRONG.replace("n'avons pas touché", "avons touché").replace("3,2 %", "2,3 %");
    Brief brief = brief(draft(WRONG), draft(worse));

    assertThat(brief.sentences()).hasSize(1);
    assertThat(brief.sentences().getFirst().fr()).contains("n'avons pas touché");
    assertThat(brief.keyFacts()).hasSize(1);
    assertThat(brief.checks().repaired()).isTrue();
    assertThat(brief.usage().calls()).isEqualTo(2);
  }

  static Stream<Answer> failures() {
    return Stream.of(
        status(500),
        status(429),
        status(401),
        draft("Sorry."),
        draft("{}"),
        draft(GOOD.replace("[2,3]", "[2,33]")),
        new Answer.Reset(),
        new Answer.Cut(completion(GOOD)));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void repair_thatFails_leavesWhatStandsOfTheFirstDraft(Answer failure) {
    Brief brief = brief(draft(WRONG), failure);

    assertThat(brief.status()).isEqualTo(Status.REVIEW);
    assertThat(brief.sentences()).hasSize(1);
    assertThat(brief.keyFacts()).hasSize(1);
    assertThat(brief.checks().dropped()).hasSize(1);
    assertThat(brief.checks().repaired()).isTrue();
    assertThat(brief.usage().calls()).isEqualTo(2);
    // A bad answer is on the bill like a good one.
    boolean answered = failure instanceof Answer.Whole whole && whole.status() == 200;
    assertThat(brief.usage().inputTokens()).isEqualTo(answered ? 1800 : 900);
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void calls_areTwoAtMost_whateverTheModelAnswers() {
    brief(draft(WRONG), draft(WRONG), draft(GOOD), draft(GOOD));

    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void time_isOneForBothCalls() {
    variables.put("BREVE_MODEL_TIMEOUT", "6s");
    warmUp();
    Answer late = new Answer.Late(Duration.ofSeconds(3), completion(WRONG));
    Instant start = Instant.now();
    Brief brief = brief(late, new Answer.HeadersThenHang());

    // A second limit of its own would end after nine.
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(8));
    assertThat(server.requests()).hasSize(2);
    assertThat(brief.status()).isEqualTo(Status.REVIEW);
    assertThat(brief.sentences()).hasSize(1);
    assertThat(brief.usage().calls()).isEqualTo(2);
  }

  @Test
  void time_tooShortForAnyAnswer_isNotSpentOnARepair() {
    variables.put("BREVE_MODEL_TIMEOUT", "490ms");
    warmUp();
    Brief brief = brief(draft(WRONG), draft(GOOD));

    assertThat(brief.sentences()).hasSize(1);
    assertThat(brief.checks().repaired()).isFalse();
    assertThat(brief.usage().calls()).isEqualTo(1);
    assertThat(server.requests()).hasSize(1);
  }

  /** Loads classes and tables, which the time limit is not about. */
  private void warmUp() {
    try (MisbehavingServer other = new MisbehavingServer()) {
      Map<String, String> patient = new HashMap<>(variables);
      patient.put("BREVE_MODEL_TIMEOUT", "20s");
      patient.put("BREVE_MODEL_BASE_URL", other.url());
      other.then(draft(GOOD));
      Configuration.from(new Variables(patient))
          .service(new MemoryBriefStore(Duration.ofDays(1), clock), clock)
          .brief(submission(), BriefListener.NONE);
    }
  }

  @Test
  void repair_thatWouldNotFitTheContext_isNotAsked_norCounted() {
    variables.put("BREVE_MODEL_CONTEXT_TOKENS", "1600");
    String detail =
        catchThrowableOfType(
                ProblemException.class, () -> service().brief(submission(), BriefListener.NONE))
            .detail();
    int tokens = Integer.parseInt(detail.replaceAll("(?s).*about (\\d+) tokens.*", "$1"));
    // What the first question takes, beside the answer, and nothing more.
    variables.put("BREVE_MODEL_CONTEXT_TOKENS", Integer.toString(tokens + 1500));
    Brief brief = brief(draft(WRONG), draft(GOOD));

    assertThat(brief.sentences()).hasSize(1);
    assertThat(brief.checks().repaired()).isFalse();
    assertThat(brief.usage().calls()).isEqualTo(1);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void citation_ofTheWrongSentence_isMended_withoutASecondCall() {
    Brief brief = brief(draft(GOOD.replace("\"evidence\":[1]},\n  {", "\"evidence\":[3]},\n  {")));

    assertThat(brief.status()).isEqualTo(Status.VERIFIED);
    assertThat(cited(brief.sentences().getFirst())).contains(1);
    assertThat(brief.checks().repaired()).isFalse();
    assertThat(brief.usage().calls()).isEqualTo(1);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void citation_ofAKeyFact_isMended_withoutASecondCall() {
    Brief brief =
        brief(draft(GOOD.replace("\"3.2%\",\"evidence\":[2]", "\"3.2%\",\"evidence\":[1]")));

    assertThat(brief.status()).isEqualTo(Status.VERIFIED);
    assertThat(brief.keyFacts().getFirst().evidence()).extracting(Evidence::sentence).contains(2);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void nothingThatSurvives_isTheExtractiveBrief_labelled_andNotKept() {
    String nothing = changed(WRONG, draft -> ((ArrayNode) draft.get("sentences")).remove(1));
    BriefService service = service();
    server.then(draft(nothing)).then(draft(nothing));
    Brief brief = service.brief(submission(), BriefListener.NONE);

    assertThat(brief.status()).isEqualTo(Status.EXTRACTIVE);
    assertThat(brief.ai().generated()).isFalse();
    assertThat(brief.ai().model()).isNull();
    assertThat(brief.checks().reason()).isNotBlank();
    assertThat(brief.usage().calls()).isEqualTo(2);
    assertThat(brief.sentences())
        .allSatisfy(sentence -> assertThat(brief.article().text()).contains(sentence.fr()));
    assertThat(store.find(brief.id())).isEmpty();
    assertThat(store.find(service.idOf(submission()))).isEmpty();
  }

  @Test
  void headlineThatIsLost_isTheExtractiveBrief() {
    String wrong = GOOD.replace("Sherbrooke adopte son budget", "Sherbrooke adopte 7 budgets");
    Brief brief = brief(draft(wrong), draft(wrong));

    assertThat(brief.status()).isEqualTo(Status.EXTRACTIVE);
    assertThat(brief.checks().reason()).contains("headline");
  }

  @Test
  void repair_isTold_asACallOfItsOwn() {
    StringBuilder calls = new StringBuilder();
    server.then(draft(WRONG)).then(status(503));
    BriefListener listener =
        new BriefListener() {
          @Override
          public void called(Identity writer, Duration took, @Nullable Problem problem) {
            calls.append(Optional.ofNullable(problem).map(Problem::slug).orElse("answered"));
            calls.append(';');
          }
        };
    service().brief(submission(), listener);

    assertThat(calls).hasToString("answered;model-unavailable;");
  }

  private static String changed(String draft, Consumer<ObjectNode> change) {
    ObjectNode json = (ObjectNode) Json.parse(draft);
    change.accept(json);
    return json.toString();
  }
}
