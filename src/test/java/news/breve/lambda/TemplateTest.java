package news.breve.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import news.breve.RequiresTool;
import org.junit.jupiter.api.Test;

final class TemplateTest {
  private static final Path TEMPLATE = Path.of("template.yaml");
  private static final String TOOLS = ".tools/venv/bin/";
  private static final Pattern HANDLER = Pattern.compile("Handler: (\\S+)");

  @Test
  void handlers_ofTheTemplate_areClasses() throws Exception {
    List<String> handlers =
        HANDLER.matcher(Files.readString(TEMPLATE)).results().map(m -> m.group(1)).toList();

    assertThat(handlers).hasSize(2);
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
