package news.breve.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import news.breve.http.FakeModel;
import news.breve.writing.MisbehavingServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What makes a start slow (docs/performance.md): classes that nothing needs. The times themselves
 * are bench/performance's; this holds their causes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LoadedClassesIT {
  /** Model providers, by the packages of their modules. */
  private static final Map<String, String> PROVIDERS =
      Map.of(
          "openai", "dev.langchain4j.model.openai.",
          "anthropic", "dev.langchain4j.model.anthropic.",
          "bedrock", "dev.langchain4j.model.bedrock.",
          "mistral", "dev.langchain4j.model.mistralai.",
          "gemini", "dev.langchain4j.model.googleai.",
          "ollama", "dev.langchain4j.model.ollama.");

  /** What finds beans, or classes by their annotations, and a server. */
  private static final List<String> CONTAINERS =
      List.of(
          "io.micronaut.context.",
          "io.micronaut.inject.",
          "io.micronaut.core.io.scan.",
          "io.netty.",
          "reactor.",
          "picocli.");

  /** Its signer, credentials, HTTP client and all: a function has what it needs without them. */
  private static final String SDK = "software.amazon.awssdk.";

  private Path lib;

  @BeforeAll
  void unpack(@TempDir Path folder) throws Exception {
    lib = folder;
    try (ZipFile zip = new ZipFile("target/breve-lambda.zip")) {
      for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
        try (InputStream jar = zip.getInputStream(entry)) {
          Files.copy(jar, lib.resolve(Path.of(entry.getName()).getFileName()));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"HttpHandler http-brief-fr", "DirectHandler direct-brief"})
  void function_withoutModel_loadsNoProviderAndNoContainer(String run) throws Exception {
    List<String> loaded = loaded(run, Map.of("BREVE_MODEL_PROVIDER", "none"));

    assertThat(loaded).noneMatch(name -> name.startsWith("dev.langchain4j."));
    assertThat(loaded).noneMatch(name -> name.startsWith(SDK));
    assertThat(loaded).noneMatch(name -> CONTAINERS.stream().anyMatch(name::startsWith));
    assertThat(loaded).contains("news.breve.checking.Checker");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HttpHandler http-brief-fr", "DirectHandler direct-brief"})
  void function_withATable_loadsNothingOfTheSdk(String run) throws Exception {
    try (MisbehavingServer table = new MisbehavingServer()) {
      table.always(MisbehavingServer.ok("{}"));
      List<String> loaded =
          loaded(
              run,
              Map.of(
                  "BREVE_MODEL_PROVIDER", "none",
                  "BREVE_CACHE", "dynamodb",
                  "BREVE_CACHE_TABLE", "briefs",
                  "AWS_REGION", "ca-central-1",
                  "AWS_ACCESS_KEY_ID", "any",
                  "AWS_SECRET_ACCESS_KEY", "any",
                  "AWS_ENDPOINT_URL_DYNAMODB", table.url()));

      assertThat(table.requests()).isNotEmpty();
      assertThat(loaded).contains("news.breve.calling.Signature");
      assertThat(loaded).noneMatch(name -> name.startsWith(SDK));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"openai", "mistral", "anthropic", "gemini", "ollama"})
  void function_withAModel_loadsNoOtherProvider(String provider) throws Exception {
    try (FakeModel model = new FakeModel()) {
      List<String> loaded =
          loaded(
              "DirectHandler direct-brief",
              Map.of(
                  "BREVE_MODEL_PROVIDER",
                  provider,
                  "BREVE_MODEL_NAME",
                  "any",
                  "BREVE_MODEL_API_KEY",
                  "none",
                  "BREVE_MODEL_ON_FAILURE",
                  "extractive",
                  "BREVE_MODEL_BASE_URL",
                  model.environment().get("BREVE_MODEL_BASE_URL")));

      PROVIDERS.forEach((name, classes) -> {
        if (name.equals(provider)) {
          assertThat(loaded).anyMatch(each -> each.startsWith(classes));
        } else {
          assertThat(loaded).as(name).noneMatch(each -> each.startsWith(classes));
        }
      });
    }
  }

  @Test
  void terminal_ofAKeptBrief_loadsNoCheck_noTableOfTheReaders_noModel_noServer(@TempDir Path folder)
      throws Exception {
    List<String> command =
        List.of(
            java(),
            "-cp",
            "target/breve-local/lib/*",
            "-Xlog:class+load:file=" + folder.resolve("loaded"),
            "news.breve.cli.Breve",
            "brief",
            "events/article-fr.txt");
    Map<String, String> environment = Map.of("BREVE_CACHE_DIR", folder.toString());
    start(command, environment);
    List<String> written = classes(folder.resolve("loaded"));
    start(command, environment);
    List<String> kept = classes(folder.resolve("loaded"));

    assertThat(written).contains("news.breve.checking.Checker", "news.breve.reading.Glossary");
    assertThat(kept).contains("news.breve.caching.StoredBrief");
    assertThat(kept)
        .noneMatch(name ->
            Stream.of(
                    "news.breve.checking.Checker",
                    "news.breve.reading.Glossary",
                    "news.breve.http.",
                    "dev.langchain4j.",
                    "software.amazon.awssdk.services.",
                    "java.net.http.",
                    "io.micronaut.",
                    "io.netty.")
                .anyMatch(name::startsWith));
  }

  private List<String> loaded(String run, Map<String, String> environment) throws Exception {
    Path runner = Files.createDirectories(lib.resolve("runner/news/breve/lambda"));
    Path runEvents = runner.resolve("RunEvents.class");
    if (!Files.exists(runEvents)) {
      Files.copy(Path.of("target/test-classes/news/breve/lambda/RunEvents.class"), runEvents);
    }
    Path log = lib.resolve("loaded.txt");
    String[] words = run.split(" ", -1);
    List<String> command = new ArrayList<>(List.of(java(), "-cp"));
    command.add(lib + "/*:" + lib.resolve("runner"));
    command.add("-Xlog:class+load:file=" + log);
    command.add("news.breve.lambda.RunEvents");
    command.add("news.breve.lambda." + words[0]);
    command.add("events/" + words[1] + ".json");
    start(command, environment);
    return classes(log);
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static void start(List<String> command, Map<String, String> environment)
      throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("BREVE_"));
    builder.environment().put("BREVE_CACHE", "memory");
    if (environment.containsKey("BREVE_CACHE_DIR")) {
      builder.environment().put("BREVE_CACHE", "file");
    }
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  /** Returns the names of all classes that a log says were loaded. */
  private static List<String> classes(Path log) throws Exception {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .filter(line -> line.contains(" source: "))
          .map(line -> line.replaceFirst("^(\\[[^]]*\\])+ ", "").split(" ", 2)[0])
          .toList();
    }
  }
}
