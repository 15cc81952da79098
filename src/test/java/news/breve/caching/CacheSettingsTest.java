package news.breve.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import news.breve.BriefTestData;
import news.breve.configuration.ConfigurationException;
import news.breve.configuration.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

final class CacheSettingsTest {
  private static CacheSettings settings(String... namesAndValues) {
    Map<String, String> environment = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      environment.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return CacheSettings.from(new Variables(environment));
  }

  @Test
  void from_nothingSet_isTheFileStoreForNinetyDays() {
    assertThat(settings())
        .isEqualTo(
            new CacheSettings(
                CacheSettings.Kind.FILE,
                Path.of(System.getProperty("user.home"), ".cache", "breve"),
                null,
                Duration.ofDays(90)));
  }

  @ParameterizedTest
  @CsvSource({
    // BREVE_CACHE, function, table, kind
    "'', '', '', FILE",
    "'', '', briefs, FILE",
    "'', brief-api, '', MEMORY",
    "'', brief-api, briefs, DYNAMODB",
    "file, brief-api, briefs, FILE",
    "memory, brief-api, briefs, MEMORY",
    "memory, '', '', MEMORY",
    "dynamodb, '', briefs, DYNAMODB",
    "DynamoDB, '', briefs, DYNAMODB"
  })
  void kind_isTheOneNamed_elseWhatThePlaceOffers(
      String cache, String function, String table, CacheSettings.Kind kind) {
    CacheSettings settings =
        settings(
            "BREVE_CACHE", cache, "AWS_LAMBDA_FUNCTION_NAME", function, "BREVE_CACHE_TABLE", table);
    assertThat(settings.kind()).isEqualTo(kind);
    assertThat(settings.table()).isEqualTo(table.isEmpty() ? null : table);
  }

  @ParameterizedTest
  @CsvSource({
    // BREVE_CACHE_DIR, XDG_CACHE_HOME, folder; ~ is the home folder
    "/tmp/b, /var/x, /tmp/b",
    "b, /var/x, b",
    "'', /var/x, /var/x/breve",
    "'', var/x, ~/.cache/breve",
    "'', ./x, ~/.cache/breve",
    "' ', ' ', ~/.cache/breve"
  })
  void folder_followsXdg_whichIgnoresRelativePaths(String folder, String xdg, String expected) {
    assertThat(settings("BREVE_CACHE_DIR", folder, "XDG_CACHE_HOME", xdg).folder())
        .isEqualTo(Path.of(expected.replace("~", System.getProperty("user.home"))));
  }

  @ParameterizedTest
  @CsvSource({
    "BREVE_CACHE, redis, 'file, memory, dynamodb'",
    "BREVE_CACHE_TTL, soon, 90d",
    "BREVE_CACHE_TTL, 0d, 90d",
    "BREVE_CACHE_TTL, 36501d, at most 36500d",
    "BREVE_CACHE_TTL, PT9223372036854775807S, at most 36500d",
    "BREVE_CACHE_TABLE, ab, 3 to 255",
    "BREVE_CACHE_TABLE, my briefs, 3 to 255",
    "BREVE_CACHE_TABLE, brèves, 3 to 255",
    "BREVE_CACHE_TABLE, arn:aws:dynamodb:eu-west-3:1:table/briefs, 3 to 255"
  })
  void from_wrongValue_namesTheVariable_andWhatItTakes(String name, String value, String hint) {
    ConfigurationException e =
        catchThrowableOfType(ConfigurationException.class, () -> settings(name, value));
    assertThat(e.getMessage()).contains(hint).doesNotContain("\n");
    assertThat(e.variable()).isEqualTo(name);
  }

  @Test
  void from_dynamodbWithoutTable_namesTheVariableThatIsMissing() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> settings("BREVE_CACHE", "dynamodb"))
        .withMessage("BREVE_CACHE_TABLE must name the table of DynamoDB");
  }

  @Test
  void from_dynamodbWithEndpointThatIsNoUrl_namesItsVariable() {
    for (String name : new String[] {"AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_DYNAMODB"}) {
      assertThatExceptionOfType(ConfigurationException.class)
          .isThrownBy(() ->
              settings(
                  "BREVE_CACHE", "dynamodb", "BREVE_CACHE_TABLE", "briefs", name, "localhost:8000"))
          .withMessage(name + " is not an http or https URL");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"AWS_USE_FIPS_ENDPOINT", "AWS_USE_DUALSTACK_ENDPOINT"})
  void from_dynamodbWithAnEndpointThatWeDontKnow_asksForItsAddress(String name) {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(
            () -> settings("BREVE_CACHE", "dynamodb", "BREVE_CACHE_TABLE", "briefs", name, "TRUE"))
        .withMessage(name + " needs the endpoint's address in AWS_ENDPOINT_URL_DYNAMODB");
    assertThat(
            settings(
                    "BREVE_CACHE",
                    "dynamodb",
                    "BREVE_CACHE_TABLE",
                    "briefs",
                    name,
                    "true",
                    "AWS_ENDPOINT_URL_DYNAMODB",
                    "https://dynamodb-fips.ca-central-1.amazonaws.com")
                .kind())
        .isEqualTo(CacheSettings.Kind.DYNAMODB);
    assertThat(settings("BREVE_CACHE", "file", name, "true").kind())
        .isEqualTo(CacheSettings.Kind.FILE);
  }

  @Test
  void from_tableName_takes255Characters() {
    assertThat(settings("BREVE_CACHE_TABLE", "a".repeat(255)).table()).hasSize(255);
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> settings("BREVE_CACHE_TABLE", "a".repeat(256)));
  }

  @Test
  void from_pathThatIsNone_namesTheVariableItStandsIn() {
    for (String name : new String[] {"BREVE_CACHE_DIR", "XDG_CACHE_HOME"}) {
      assertThatExceptionOfType(ConfigurationException.class)
          .isThrownBy(() -> settings(name, "/tmp/\0"))
          .withMessage(name + " is not a path");
    }
  }

  @Test
  void open_eachKind_opensItsStore(@TempDir Path folder) {
    Clock clock = Clock.systemUTC();
    assertThat(settings("BREVE_CACHE", "memory").open(clock, ""))
        .isInstanceOf(MemoryBriefStore.class);
    assertThat(settings("BREVE_CACHE_DIR", folder.toString()).open(clock, ""))
        .isInstanceOf(FileBriefStore.class);
  }

  @Test
  void openLedger_eachKind_opensTheOneBesideItsStore(@TempDir Path folder) throws Exception {
    Clock clock = Clock.systemUTC();
    assertThat(settings("BREVE_CACHE", "memory").openLedger(clock))
        .isInstanceOf(MemoryTokenLedger.class);
    assertThat(settings("BREVE_CACHE_DIR", folder.toString()).openLedger(clock))
        .isInstanceOf(FileTokenLedger.class);
    Path file = Files.writeString(folder.resolve("f"), "");
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> settings("BREVE_CACHE_DIR", file.toString()).openLedger(clock))
        .withMessageStartingWith("BREVE_CACHE_DIR must name a folder");
  }

  @Test
  void open_folderThatIsAFile_namesTheVariable(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("f"), "");
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> settings("BREVE_CACHE_DIR", file.toString()).open(Clock.systemUTC(), ""))
        .withMessageStartingWith("BREVE_CACHE_DIR must name a folder");
  }

  /**
   * Region, credentials and endpoint are the SDK's to read: only a process of its own can show it.
   */
  @Test
  void open_dynamodb_takesEndpointRegionAndCredentialsFromTheEnvironment(@TempDir Path home)
      throws Exception {
    try (DynamoDbLocal local = new DynamoDbLocal();
        DynamoDbClient client = local.client()) {
      DynamoDbLocal.createTable(client, "briefs");
      for (String variable : new String[] {"AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_DYNAMODB"}) {
        Map<String, String> environment =
            Map.of(
                "BREVE_CACHE",
                "dynamodb",
                "BREVE_CACHE_TABLE",
                "briefs",
                "BREVE_CACHE_TTL",
                "36500d",
                "AWS_REGION",
                DynamoDbLocal.REGION.id(),
                "AWS_ACCESS_KEY_ID",
                "local",
                "AWS_SECRET_ACCESS_KEY",
                "local",
                variable,
                local.endpoint().toString());
        assertThat(run(home, environment, variable)).isEqualTo("found");
      }
      assertThat(
              new DynamoDbBriefStore(
                      local.calls(),
                      "briefs",
                      "AWS_ENDPOINT_URL",
                      Duration.ofDays(36_500),
                      Clock.systemUTC())
                  .find(BriefTestData.ID))
          .isPresent();
    }
  }

  @Test
  void open_dynamodbWithoutWhatTheSdkNeeds_saysWhatIsMissing(@TempDir Path home) throws Exception {
    Map<String, String> noRegion =
        Map.of(
            "BREVE_CACHE", "dynamodb",
            "BREVE_CACHE_TABLE", "briefs",
            "AWS_EC2_METADATA_DISABLED", "true");
    assertThat(run(home, noRegion, "")).startsWith("AWS_REGION must name the region of the table");
    assertThat(run(home, noRegion, "é".repeat(513))).startsWith("AWS_REGION");
    Map<String, String> region = new HashMap<>(noRegion);
    region.put("AWS_REGION", "eu-west-3");
    assertThat(run(home, region, "é".repeat(513))).startsWith("BREVE_TENANT takes at most 1024");
    assertThat(run(home, region, ""))
        .startsWith("table “briefs” can't be reached for a write: Unable to load credentials");
  }

  /** Returns what {@link KeepAndFind} said. */
  private static String run(Path home, Map<String, String> environment, String tenant)
      throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Dstdout.encoding=UTF-8",
            "-Duser.home=" + home,
            "-cp",
            System.getProperty("java.class.path"),
            KeepAndFind.class.getName());
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().putAll(environment);
    builder.environment().put("BREVE_TENANT", tenant);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("ends by itself").isTrue();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } finally {
      process.destroyForcibly();
    }
  }

  /** Keeps a brief where its environment says, and looks for it. */
  static final class KeepAndFind {
    private KeepAndFind() {}

    public static void main(String[] args) {
      Variables variables = new Variables(System.getenv());
      try {
        BriefStore store =
            CacheSettings.from(variables)
                .open(Clock.systemUTC(), variables.text("BREVE_TENANT").orElse(""));
        store.save(BriefTestData.brief());
        System.out.println(store.find(BriefTestData.ID).isPresent() ? "found" : "not found");
      } catch (ConfigurationException | StoreException e) {
        System.out.println(e.getMessage());
      }
    }
  }
}
