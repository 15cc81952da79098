package news.breve.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import news.breve.article.Json;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.brief.Brief;
import news.breve.brief.Status;
import news.breve.caching.MemoryBriefStore;
import news.breve.configuration.Variables;
import news.breve.service.BriefListener;
import news.breve.service.Configuration;
import news.breve.writing.Deadline;
import news.breve.writing.MisbehavingServer;
import news.breve.writing.MisbehavingServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
final class ItemHandlerTest {
  private static final String ARTICLE =
      """
      Le conseil municipal de Sherbrooke a adopté lundi un budget de 412 millions de dollars.

      La taxe foncière augmentera de 3,2 %, a annoncé le maire Luc Gendron.
      """;

  private static final String DRAFT =
      """
      {"headline":{"fr":"Sherbrooke adopte son budget","en":"Sherbrooke adopts its budget","evidence":[1]},
       "sentences":[{"fr":"Sherbrooke a adopté lundi un budget de 412 millions de dollars.",
         "en":"Sherbrooke on Monday adopted a $412-million budget.","evidence":[1]}],
       "keyFacts":[]}
      """;

  private final MisbehavingServer server = new MisbehavingServer();
  private final Map<String, String> variables = new HashMap<>(server.variables());
  private final List<RuntimeException> faults = new ArrayList<>();

  @AfterEach
  void stop() {
    server.close();
  }

  private ItemHandler handler(ObjectFetcher fetcher) {
    Clock clock = Clock.systemUTC();
    Configuration configuration = Configuration.from(new Variables(variables));
    return new ItemHandler(
        configuration.service(
            configuration.patientWriter(Duration.ofSeconds(30)),
            new MemoryBriefStore(Duration.ofDays(1), clock),
            clock),
        fetcher,
        faults::add);
  }

  private static BatchItem item() {
    return BatchItem.ofFile("a.txt", ARTICLE.getBytes(StandardCharsets.UTF_8));
  }

  private ItemHandler.Handled handle(ItemHandler handler, BatchItem item) {
    return handler.handle(item, Deadline.in(Duration.ofSeconds(20)), BriefListener.NONE);
  }

  private static Answer status(int status) {
    return new Answer.Whole(status, Map.of(), "{\"error\":\"Sherbrooke sk-not-to-be-shown\"}");
  }

  @Test
  void brief_isARecord_withoutItsText() throws Exception {
    server.then(MisbehavingServer.completion(DRAFT));
    ItemHandler handler = handler(ObjectFetcher.NONE);
    ItemHandler.Handled handled = handle(handler, item());
    Brief brief = Objects.requireNonNull(handled.brief());
    assertThat(Json.mapper().writeValueAsString(handled.result()))
        .isEqualTo(
            "{\"source\":\"a.txt\",\"id\":\""
                + brief.id()
                + "\",\"status\":\"verified\",\"usage\":{\"calls\":1,\"inputTokens\":900,"
                + "\"outputTokens\":200,\"estimatedCost\":null},\"cache\":{\"hit\":false}}");
    assertThat(handle(handler, item()).result().cache())
        .isNotNull()
        .satisfies(cache -> assertThat(cache.hit()).isTrue());
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        Arguments.of(status(429), Problem.MODEL_UNAVAILABLE, true),
        Arguments.of(status(500), Problem.MODEL_UNAVAILABLE, true),
        Arguments.of(new Answer.Reset(), Problem.MODEL_UNAVAILABLE, true),
        Arguments.of(new Answer.HangBeforeHeaders(), Problem.MODEL_TIMEOUT, true),
        Arguments.of(status(401), Problem.MODEL_FAILED, false),
        Arguments.of(MisbehavingServer.completion("no JSON"), Problem.MODEL_FAILED, false));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void failure_isThrownIfItMayPass_elseARecord(Answer answer, Problem problem, boolean mayPass) {
    variables.put("BREVE_MODEL_TIMEOUT", "1s");
    server.then(answer);
    ItemHandler handler = handler(ObjectFetcher.NONE);
    if (mayPass) {
      assertThatThrownBy(() -> handle(handler, item()))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    } else {
      assertThat(handle(handler, item()).result().problem())
          .satisfies(document -> {
            assertThat(document.type()).isEqualTo(problem.type());
            assertThat(document.status()).isEqualTo(problem.httpStatus());
            assertThat(document.detail()).doesNotContain("Sherbrooke", "sk-not");
          });
    }
    // Nothing is repeated here.
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void extractiveWanted_theModelIsTriedAgainFirst_andAFinalFailureIsBriefedAtOnce() {
    variables.put("BREVE_MODEL_ON_FAILURE", "extractive");
    server.then(status(429)).then(status(401));
    ItemHandler handler = handler(ObjectFetcher.NONE);
    ProblemException[] thrown = new ProblemException[1];
    assertThatThrownBy(() -> handle(handler, item()))
        .isInstanceOfSatisfying(ProblemException.class, e -> thrown[0] = e);
    assertThat(handler.giveUp(item(), thrown[0]).result().status()).isEqualTo(Status.EXTRACTIVE);
    assertThat(server.requests()).hasSize(1);
    assertThat(handle(handler, item()).result().status()).isEqualTo(Status.EXTRACTIVE);
  }

  @ParameterizedTest
  @EnumSource(Problem.class)
  void giveUp_withoutExtractive_isTheProblem(Problem problem) {
    assertThat(
            handler(ObjectFetcher.NONE)
                .giveUp(item(), new ProblemException(problem, "why"))
                .result()
                .problem())
        .satisfies(document -> assertThat(document.type()).isEqualTo(problem.type()));
  }

  @Test
  void pointer_isFetched_andReadByTheEndingOfItsKey() {
    variables.put("BREVE_MODEL_PROVIDER", "none");
    Map<String, String> objects =
        Map.of(
            "a.txt",
            ARTICLE,
            "b.json",
            "{\"source\":\"inner\",\"text\":\"" + ARTICLE.replace("\n", " ") + "\"}",
            "c.json",
            "{\"s3\":{\"bucket\":\"b\",\"key\":\"c.json\"}}",
            "d.json",
            "{\"text\":\"a\",\"colour\":1}");
    ItemHandler handler =
        handler(pointer -> {
          String text = objects.get(pointer.key());
          if (text == null) {
            throw new ProblemException(Problem.NOT_FOUND, "there is no such object");
          }
          return text.getBytes(StandardCharsets.UTF_8);
        });
    assertThat(outcome(handler, "a.txt")).isEqualTo("s3://b/a.txt EXTRACTIVE");
    assertThat(outcome(handler, "b.json")).isEqualTo("s3://b/b.json EXTRACTIVE");
    assertThat(outcome(handler, "c.json"))
        .isEqualTo("s3://b/c.json urn:breve:problem:invalid-article");
    assertThat(outcome(handler, "d.json"))
        .isEqualTo("s3://b/d.json urn:breve:problem:invalid-article");
    assertThat(outcome(handler, "none")).isEqualTo("s3://b/none urn:breve:problem:not-found");
  }

  private String outcome(ItemHandler handler, String key) {
    String json = "{\"s3\":{\"bucket\":\"b\",\"key\":\"" + key + "\"}}";
    ResultRecord result =
        handle(handler, BatchItem.ofJson(json.getBytes(StandardCharsets.UTF_8), "n")).result();
    return result.source()
        + " "
        + (result.problem() == null ? result.status() : result.problem().type());
  }

  @Test
  void faultOfOurs_isTold_andLeaksNothing() {
    ItemHandler handler =
        handler(pointer -> {
          throw new IllegalStateException("Sherbrooke");
        });
    BatchItem item = new BatchItem("x", new BatchItem.Content.Elsewhere(new S3Pointer("b", "k")));
    assertThatThrownBy(() -> handle(handler, item))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem()).isEqualTo(Problem.INTERNAL);
              assertThat(e.detail()).isEqualTo("a fault of ours");
            });
    assertThat(faults).hasSize(1);
  }
}
