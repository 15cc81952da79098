package news.breve.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.breve.RequiresTool;
import news.breve.article.Json;
import news.breve.article.Problem;
import org.junit.jupiter.api.Test;

final class TemplateTest {
  private static final Path TEMPLATE = Path.of("template.yaml");
  private static final String TOOLS = ".tools/venv/bin/";
  private static final Pattern HANDLER = Pattern.compile("Handler: (\\S+)");

  @Test
  void handlers_ofTheTemplate_areClasses() throws Exception {
    List<String> handlers =
        HANDLER.matcher(Files.readString(TEMPLATE)).results().map(m -> m.group(1)).toList();

    assertThat(handlers).hasSize(5);
    for (String handler : handlers) {
      assertThat(Class.forName(handler).getConstructor()).isNotNull();
    }
  }

  @Test
  @RequiresTool(value = TOOLS + "sam", get = ".ci/tools")
  void template_ofSam_isValid() throws Exception {
    assertPasses(TOOLS + "sam", "validate", "--lint", "--template", TEMPLATE.toString());
  }

  @Test
  @RequiresTool(value = TOOLS + "cfn-lint", get = ".ci/tools")
  void template_translatedToCloudFormation_hasNoFinding() throws Exception {
    Path translated = Files.createTempFile("template", ".json");
    try {
      Files.writeString(
          translated,
          assertPasses(TOOLS + "python", ".ci/translate_template.py", TEMPLATE.toString()));
      assertPasses(TOOLS + "cfn-lint", "--regions", "eu-west-3", "--", translated.toString());
    } finally {
      Files.delete(translated);
    }
  }

  @Test
  void parameters_ofTheTemplate_areBoundedAndDescribed() throws IOException {
    String template = Files.readString(TEMPLATE);
    String parameters =
        template.substring(template.indexOf("\nParameters:\n"), template.indexOf("\nRules:\n"));

    List<String> blocks =
        Pattern.compile("(?m)^  \\w+:\\n(?:    .*\\n)+")
            .matcher(parameters)
            .results()
            .map(MatchResult::group)
            .toList();

    assertThat(blocks)
        .hasSizeGreaterThan(20)
        .allSatisfy(block ->
            assertThat(block)
                .contains("Description: ")
                .containsAnyOf("AllowedValues: ", "AllowedPattern: ", "MinValue: "));
  }

  @Test
  void visibilityTimeout_ofTheArticleQueue_isSixTimesItsFunctionsTimeout() throws IOException {
    String template = Files.readString(TEMPLATE);
    Map<String, String> visibility =
        Pattern.compile("\"(\\d+)\": (\\d+)")
            .matcher(line(template, "    VisibilityTimeout: {"))
            .results()
            .collect(Collectors.toMap(m -> m.group(1), m -> m.group(2)));
    List<String> timeouts = numbers(line(block("  BatchTimeoutSeconds"), "    AllowedValues: ["));

    assertThat(timeouts).isNotEmpty();
    assertThat(visibility.keySet()).containsExactlyInAnyOrderElementsOf(timeouts);
    assertThat(visibility)
        .allSatisfy((timeout, hidden) ->
            assertThat(Integer.parseInt(hidden))
                .isGreaterThanOrEqualTo(6 * Integer.parseInt(timeout)));
    assertThat(block("  QueueFunction")).contains("Timeout: !Ref BatchTimeoutSeconds");
    assertThat(block("  ArticleQueue"))
        .contains("!FindInMap [Batch, VisibilityTimeout, !Ref BatchTimeoutSeconds]");
  }

  /** A batch of the greatest size, in as many rounds as it takes, each as long as the model may. */
  @Test
  void timeout_ofABatch_isEnoughForAllItsItemsByDefault() throws IOException {
    int rounds = Math.ceilDiv(fallback("ItemsPerBatch"), fallback("ItemsAtOnce"));

    assertThat(rounds * (fallback("ModelTimeoutSeconds") + 5))
        .isLessThan(fallback("BatchTimeoutSeconds"));
  }

  @Test
  void deadLetters_ofTheArticleQueue_mayBeRedriven() throws IOException {
    String queue = block("  ArticleQueue");
    String dead = block("  ArticleDeadLetters");

    assertThat(queue).contains("deadLetterTargetArn: !GetAtt ArticleDeadLetters.Arn");
    assertThat(dead)
        .contains("redrivePermission: byQueue")
        .contains(":${AWS::StackName}-articles\"");
    assertThat(queue).contains("QueueName: !Sub \"${AWS::StackName}-articles\"");
    assertThat(number(queue, "MessageRetentionPeriod"))
        .isLessThan(number(dead, "MessageRetentionPeriod"));
    assertThat(number(block("  QueueFunction"), "BREVE_QUEUE_MAX_RECEIVES"))
        .isEqualTo(number(queue, "maxReceiveCount"));
    assertThat(block("  DeadLettersGrow")).contains("DIFF(", "ArticleDeadLetters.QueueName");
  }

  @Test
  void queueFunction_isBoundedWithoutThrottling() throws IOException {
    assertThat(block("  QueueFunction"))
        .contains("FunctionResponseTypes: [ReportBatchItemFailures]")
        .contains("ScalingConfig: { MaximumConcurrency: !Ref QueueConcurrency }")
        .doesNotContain("ReservedConcurrentExecutions");
  }

  @Test
  void substitutions_ofTheStateMachine_areAllGivenAndAllUsed() throws IOException {
    String machine = block("  Backfill");
    String given =
        machine.substring(
            machine.indexOf("DefinitionSubstitutions:"), machine.indexOf("      Logging:"));

    assertThat(names("(?m)^        (\\w+): ", given))
        .containsExactlyInAnyOrderElementsOf(names("\\$\\{(\\w+)}", definition()));
  }

  @Test
  void states_ofTheStateMachine_areAllThereAndAllReached() throws IOException {
    JsonNode machine = Json.parse(definition());
    assertReached(machine);
    machine
        .path("States")
        .valueStream()
        .filter(state -> state.has("ItemProcessor"))
        .forEach(state -> assertReached(state.path("ItemProcessor")));
  }

  private static void assertReached(JsonNode machine) {
    Set<String> reached =
        new TreeSet<>(names("\"(?:Next|StartAt|Default)\":\"(\\w+)\"", withoutChildren(machine)));
    assertThat(machine.path("States").propertyStream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrderElementsOf(reached);
  }

  private static String withoutChildren(JsonNode machine) {
    JsonNode copy = machine.deepCopy();
    copy.path("States").forEach(state -> ((ObjectNode) state).remove("ItemProcessor"));
    return copy.toString();
  }

  @Test
  void retries_ofTheStateMachine_areOnlyOfWhatMayPass() throws IOException {
    List<JsonNode> retriers = Json.parse(definition()).findParents("JitterStrategy");

    assertThat(retriers)
        .hasSizeGreaterThan(8)
        .allSatisfy(
            retrier -> assertThat(retrier.path("JitterStrategy").textValue()).isEqualTo("FULL"));
    List<String> ours =
        retriers.stream()
            .flatMap(retrier -> retrier.path("ErrorEquals").valueStream())
            .map(JsonNode::textValue)
            .filter(name -> !name.contains("."))
            .distinct()
            .toList();
    assertThat(ours)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Problem.values())
                .filter(problem -> problem.mayPass() && problem != Problem.RATE_LIMITED)
                .map(NamedProblem::name)
                .toList());
  }

  /** The function is told how often it is asked again, and the state machine asks that often. */
  @Test
  void retries_ofABatch_areAsManyAsItsFunctionIsTold() throws IOException {
    JsonNode machine = Json.parse(definition());

    for (JsonNode told : machine.findValues("retries")) {
      assertThat(machine.findParents("JitterStrategy"))
          .filteredOn(retrier -> retrier.path("ErrorEquals").toString().contains("ModelTimeout"))
          .hasSize(2)
          .allSatisfy(retrier -> assertThat(retrier.path("MaxAttempts")).isEqualTo(told));
    }
    assertThat(machine.findValues("retries")).hasSize(2);
  }

  /** Every call that code and definition make, as IAM names it. */
  @Test
  void roles_ofABackfill_coverTheCallsThatAreMade() throws IOException {
    Map<String, String> actions =
        Map.of("listObjectsV2", "s3:ListBucket", "invoke", "lambda:InvokeFunction");
    Set<String> machines = new TreeSet<>();
    Pattern.compile("states:::(\\w+):(\\w+)")
        .matcher(definition())
        .results()
        .map(m -> actions.getOrDefault(m.group(2), m.group(1) + ":" + capital(m.group(2))))
        .forEach(machines::add);
    assertThat(block("  BackfillRole"))
        .contains(machines)
        .contains("states:StartExecution", "states:DescribeExecution", "states:StopExecution");

    assertThat(block("  QueueRole"))
        .contains(prefixed("sqs:", calls("Queues")))
        .contains("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes")
        .contains("s3:GetObject", "/incoming/*")
        .contains("!Ref BriefingPolicy");
    assertThat(block("  MapRole")).contains("s3:GetObject", "/incoming/*", "!Ref BriefingPolicy");
    assertThat(block("  ReportRole"))
        .contains(prefixed("states:", calls("MapRuns")))
        .contains("s3:GetObject, s3:PutObject", "/results/*", "sns:Publish");
    assertThat(
            block("  ReportRole")
                + block("  QueueRole")
                + block("  MapRole")
                + block("  BriefingPolicy"))
        .doesNotContain("\"*\"");
  }

  private static List<String> calls(String type) throws IOException {
    String code = Files.readString(Path.of("src/main/java/news/breve/lambda/" + type + ".java"));
    List<String> calls = names("\\bcall\\(\\s*\"(\\w+)\"", code);
    assertThat(calls).isNotEmpty();
    return calls;
  }

  private static List<String> prefixed(String prefix, List<String> names) {
    return names.stream().map(name -> prefix + name).toList();
  }

  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static String definition() throws IOException {
    return Files.readString(Path.of("statemachine/backfill.asl.json"));
  }

  /** Returns the lines that belong to a name, by their indentation. */
  private static String block(String name) throws IOException {
    Matcher block =
        Pattern.compile("(?m)^" + name + ":\\n(?:(?: {4}.*)?\\n)+")
            .matcher(Files.readString(TEMPLATE));
    assertThat(block.find()).as(name).isTrue();
    return block.group();
  }

  private static String line(String text, String start) {
    return text.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
  }

  private static int number(String block, String name) {
    return Integer.parseInt(names("\\b" + name + ": (\\d+)", block).getFirst());
  }

  private static int fallback(String parameter) throws IOException {
    return number(block("  " + parameter), "Default");
  }

  private static List<String> numbers(String line) {
    return names("(\\d+)", line);
  }

  private static List<String> names(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(m -> m.group(1))
        .distinct()
        .toList();
  }

  private static String assertPasses(String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .putAll(Map.of("AWS_DEFAULT_REGION", "eu-west-3", "SAM_CLI_TELEMETRY", "0"));
    Path errors = Files.createTempFile("errors", ".txt");
    try {
      Process process = builder.redirectError(errors.toFile()).start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor())
          .describedAs("%s%n%s%n%s", List.of(command), output, Files.readString(errors))
          .isZero();
      return output;
    } finally {
      Files.delete(errors);
    }
  }
}
