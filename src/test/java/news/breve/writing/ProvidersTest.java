package news.breve.writing;

import static news.breve.writing.MisbehavingServer.completion;
import static news.breve.writing.MisbehavingServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import news.breve.article.Article;
import news.breve.article.Json;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.writing.MisbehavingServer.Answer;
import news.breve.writing.MisbehavingServer.Request;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each provider in its own protocol: the request is well formed, the answer and its faults read.
 */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
final class ProvidersTest {
  /** The AWS chain looks at system properties first, so that no test needs the environment. */
  private static final Map<String, String> AWS =
      Map.of("aws.accessKeyId", "test", "aws.secretAccessKey", "test", "aws.region", "eu-west-3");

  private final MisbehavingServer server = new MisbehavingServer();

  @BeforeAll
  static void setAws() {
    AWS.forEach(System::setProperty);
  }

  @AfterAll
  static void clearAws() {
    AWS.keySet().forEach(System::clearProperty);
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void azureOpenAi_speaksToTheV1Api_withItsKeyHeader() {
    Request request = written("azure-openai", completion(Samples.DRAFT));

    assertThat(request.path()).isEqualTo("/openai/v1/chat/completions");
    assertThat(request.headers())
        .containsEntry("api-key", Samples.KEY)
        .doesNotContainKey("authorization");
    assertThat(request.json().path("max_completion_tokens").intValue()).isEqualTo(1500);
    assertThat(request.json().has("max_tokens")).isFalse();
    assertClosed(request.json().at("/response_format/json_schema/schema"));
  }

  @Test
  void anthropic_speaksMessages() {
    Request request = written("anthropic", anthropic("end_turn"));

    assertThat(request.path()).isEqualTo("/messages");
    assertThat(request.headers())
        .containsEntry("x-api-key", Samples.KEY)
        .containsKey("anthropic-version");
    JsonNode body = request.json();
    assertThat(body.path("max_tokens").intValue()).isEqualTo(1500);
    assertThat(body.path("temperature").doubleValue()).isZero();
    assertThat(body.path("system").toString()).contains("news editor");
    assertThat(body.at("/messages/0/content").toString()).contains("[3] Il partira en mai");
    assertThat(body.at("/output_config/format/type").asText()).isEqualTo("json_schema");
    assertClosed(body.at("/output_config/format/schema"));
  }

  @Test
  void mistral_speaksChatCompletions() {
    Request request = written("mistral", completion(Samples.DRAFT));

    assertThat(request.path()).isEqualTo("/chat/completions");
    assertThat(request.headers()).containsEntry("authorization", "Bearer " + Samples.KEY);
    JsonNode body = request.json();
    assertThat(body.path("model").asText()).isEqualTo("test-model");
    assertThat(body.path("max_tokens").intValue()).isEqualTo(1500);
    assertThat(body.at("/response_format/json_schema/strict").booleanValue()).isTrue();
    assertClosed(body.at("/response_format/json_schema/schema"));
  }

  @Test
  void gemini_speaksGenerateContent() {
    Request request = written("gemini", gemini("STOP"));

    assertThat(request.path()).isEqualTo("/models/test-model:generateContent");
    assertThat(request.headers()).containsEntry("x-goog-api-key", Samples.KEY);
    JsonNode body = request.json();
    assertThat(body.path("systemInstruction").toString()).contains("news editor");
    assertThat(body.path("contents").toString()).contains("[3] Il partira en mai");
    assertThat(body.at("/generationConfig/maxOutputTokens").intValue()).isEqualTo(1500);
    assertThat(body.at("/generationConfig/responseMimeType").asText())
        .isEqualTo("application/json");
    assertThat(body.at("/generationConfig/responseSchema/required").toString())
        .isEqualTo("[\"headline\",\"sentences\",\"keyFacts\"]");
  }

  @Test
  void ollama_speaksChat_withRoomForPromptAndAnswer() {
    Request request = written("ollama", ollama("stop"));

    assertThat(request.path()).isEqualTo("/api/chat");
    JsonNode body = request.json();
    assertThat(body.path("stream").booleanValue()).isFalse();
    assertThat(body.at("/options/num_predict").intValue()).isEqualTo(1500);
    assertThat(body.at("/options/num_ctx").intValue()).isEqualTo(8192);
    assertThat(body.at("/options/temperature").doubleValue()).isZero();
    assertThat(body.at("/format/required").toString())
        .isEqualTo("[\"headline\",\"sentences\",\"keyFacts\"]");
  }

  @Test
  void ollamasContext_growsWithTheArticle() {
    server.then(ollama("stop"));
    Article article =
        Samples.article("Long", "Un.", "Deux.", "Le quai est long. ".repeat(3000).strip());

    new ModelWriter(Samples.settings("ollama", server.url()))
        .write(article, 3, Samples.allowance());

    assertThat(server.request().json().at("/options/num_ctx").intValue()).isEqualTo(32_768);
  }

  @Test
  void bedrock_speaksConverse() {
    Request request = written("bedrock", bedrock("end_turn"));

    assertThat(request.path()).isEqualTo("/model/test-model/converse");
    assertThat(request.headers().get("authorization")).startsWith("AWS4-HMAC-SHA256 ");
    JsonNode body = request.json();
    assertThat(body.path("system").toString()).contains("news editor");
    assertThat(body.path("messages").toString()).contains("[3] Il partira en mai");
    assertThat(body.at("/inferenceConfig/maxTokens").intValue()).isEqualTo(1500);
    assertThat(body.at("/inferenceConfig/temperature").doubleValue()).isZero();
    assertThat(body.at("/outputConfig/textFormat/type").asText()).isEqualTo("json_schema");
    assertClosed(
        Json.parse(body.at("/outputConfig/textFormat/structure/jsonSchema/schema").asText()));
  }

  static Stream<Arguments> cutOff() {
    return Stream.of(
        Arguments.of("azure-openai", ok(MisbehavingServer.completionBody(Samples.DRAFT, "length"))),
        Arguments.of("anthropic", anthropic("max_tokens")),
        Arguments.of("mistral", ok(MisbehavingServer.completionBody(Samples.DRAFT, "length"))),
        Arguments.of("gemini", gemini("MAX_TOKENS")),
        Arguments.of("ollama", ollama("length")),
        Arguments.of("bedrock", bedrock("max_tokens")));
  }

  @ParameterizedTest
  @MethodSource("cutOff")
  void answer_thatIsCutOff_isModelFailed(String provider, Answer answer) {
    ProblemException problem = failure(provider, answer);

    assertThat(problem.problem()).isEqualTo(Problem.MODEL_FAILED);
    assertThat(problem.detail()).contains("cut off");
  }

  static Stream<Arguments> withheld() {
    return Stream.of(
        Arguments.of("anthropic", anthropic("refusal")),
        Arguments.of("gemini", gemini("SAFETY")),
        Arguments.of("gemini", ok("{\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}")),
        Arguments.of(
            "ollama", ok("{\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true}")),
        Arguments.of("bedrock", bedrock("guardrail_intervened")));
  }

  @ParameterizedTest
  @MethodSource("withheld")
  void answer_thatIsWithheld_isModelFailed(String provider, Answer answer) {
    assertThat(failure(provider, answer).problem()).isEqualTo(Problem.MODEL_FAILED);
  }

  static Stream<String> providers() {
    return Stream.of("azure-openai", "anthropic", "mistral", "gemini", "ollama", "bedrock");
  }

  @ParameterizedTest
  @MethodSource("providers")
  void tooManyRequests_isModelUnavailable_afterOneCall(String provider) {
    ProblemException problem =
        failure(
            provider,
            new Answer.Whole(
                429, Map.of("Retry-After", "7", "Content-Type", "application/json"), "{}"));

    assertThat(problem.problem()).isEqualTo(Problem.MODEL_UNAVAILABLE);
    assertThat(problem.retryAfter()).contains(Duration.ofSeconds(7));
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("providers")
  void badKey_isModelFailed_andSaysWhatToCheck(String provider) {
    ProblemException problem =
        failure(provider, new Answer.Whole(403, Map.of(), "{\"message\":\"no ferry\"}"));

    assertThat(problem.problem()).isEqualTo(Problem.MODEL_FAILED);
    assertThat(problem.detail())
        .contains(provider + " answered 403")
        .contains("check the")
        .doesNotContain("ferry", Samples.KEY);
  }

  @ParameterizedTest
  @MethodSource("providers")
  void fault_isModelUnavailable_afterOneCall(String provider) {
    ProblemException problem = failure(provider, new Answer.Whole(503, Map.of(), "{}"));

    assertThat(problem.problem()).isEqualTo(Problem.MODEL_UNAVAILABLE);
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("providers")
  void reset_isModelUnavailable_afterOneCall(String provider) {
    ProblemException problem = failure(provider, new Answer.Reset());

    assertThat(problem.problem()).isEqualTo(Problem.MODEL_UNAVAILABLE);
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("providers")
  void cut_isModelUnavailable_afterOneCall(String provider) {
    ProblemException problem = failure(provider, new Answer.Cut("{\"ferry\":\"ferry\"}"));

    assertThat(problem.problem()).isEqualTo(Problem.MODEL_UNAVAILABLE);
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("providers")
  void hang_isModelTimeout_andTheConnectionCloses(String provider) throws InterruptedException {
    ProblemException problem = failure(provider, new Answer.HeadersThenHang());

    assertThat(problem.problem()).isEqualTo(Problem.MODEL_TIMEOUT);
    assertThat(server.seesClientGo(Duration.ofSeconds(10))).isTrue();
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("providers")
  void garbage_isModelFailed(String provider) {
    assertThat(failure(provider, ok("<html>ferry</html>")).problem())
        .isEqualTo(Problem.MODEL_FAILED);
  }

  private Request written(String provider, Answer answer) {
    server.then(answer);
    Allowance allowance = Samples.allowance();
    Written written =
        new ModelWriter(settings(provider, "20s")).write(Samples.article(), 3, allowance);
    assertThat(written.draft().sentences()).hasSize(2);
    assertThat(allowance.usage().inputTokens()).isEqualTo(900);
    assertThat(allowance.usage().outputTokens()).isEqualTo(200);
    return server.request();
  }

  private ProblemException failure(String provider, Answer answer) {
    server.then(answer);
    ModelWriter writer = new ModelWriter(settings(provider, "2s"));
    return catchThrowableOfType(
        ProblemException.class, () -> writer.write(Samples.article(), 3, Samples.allowance()));
  }

  /** The first call of a provider loads its classes: some seconds on a busy machine. */
  private ModelSettings settings(String provider, String timeout) {
    return Samples.settings(provider, server.url(), "BREVE_MODEL_TIMEOUT", timeout);
  }

  private static void assertClosed(JsonNode schema) {
    assertThat(schema.path("additionalProperties").isBoolean()).isTrue();
    assertThat(schema.path("additionalProperties").booleanValue()).isFalse();
    assertThat(schema.path("required").toString())
        .isEqualTo("[\"headline\",\"sentences\",\"keyFacts\"]");
    assertThat(schema.at("/properties/keyFacts/items/required").size()).isEqualTo(5);
  }

  private static Answer anthropic(String stopReason) {
    ObjectNode root = Json.mapper().createObjectNode();
    root.put("id", "msg_1").put("type", "message").put("role", "assistant");
    root.put("model", "test-model").put("stop_reason", stopReason);
    root.putArray("content").addObject().put("type", "text").put("text", Samples.DRAFT);
    root.putObject("usage").put("input_tokens", 900).put("output_tokens", 200);
    return ok(root.toString());
  }

  private static Answer gemini(String finishReason) {
    ObjectNode root = Json.mapper().createObjectNode();
    ObjectNode candidate = root.putArray("candidates").addObject();
    candidate.put("finishReason", finishReason);
    ObjectNode content = candidate.putObject("content").put("role", "model");
    content.putArray("parts").addObject().put("text", Samples.DRAFT);
    root.putObject("usageMetadata")
        .put("promptTokenCount", 900)
        .put("candidatesTokenCount", 200)
        .put("totalTokenCount", 1100);
    return ok(root.toString());
  }

  private static Answer ollama(String doneReason) {
    return ok(
        "{\"model\":\"test-model\",\"done\":true,\"done_reason\":\""
            + doneReason
            + "\",\"prompt_eval_count\":900,\"eval_count\":200,"
            + "\"message\":{\"role\":\"assistant\",\"content\":"
            + TextNode.valueOf(Samples.DRAFT)
            + "}}");
  }

  private static Answer bedrock(String stopReason) {
    ObjectNode root = Json.mapper().createObjectNode();
    root.put("stopReason", stopReason);
    ObjectNode message = root.putObject("output").putObject("message").put("role", "assistant");
    message.putArray("content").addObject().put("text", Samples.DRAFT);
    root.putObject("usage")
        .put("inputTokens", 900)
        .put("outputTokens", 200)
        .put("totalTokens", 1100);
    root.putObject("metrics").put("latencyMs", 1);
    return ok(root.toString());
  }
}
