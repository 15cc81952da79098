package news.breve;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import news.breve.cli.TerminalDoor;
import news.breve.configuration.Variables;
import news.breve.http.HttpDoor;
import news.breve.http.ProcessVariables;
import news.breve.lambda.DirectDoor;
import news.breve.service.Configuration;
import news.breve.writing.MisbehavingServer;
import news.breve.writing.MisbehavingServer.Answer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A key is shown by nothing that holds it, and by nobody whom others repeat it to. */
@Timeout(60)
final class SecretsKeptTest {
  private static final String KEY = "sk-not-to-be-shown";

  /** Long enough that no word of a message has it by chance. */
  private static final int TELLING = 8;

  /**
   * Every object of ours that a configured process holds: what a log, a debugger or a heap dump's
   * viewer would call it.
   */
  @ParameterizedTest
  @CsvSource({
    "openai, OPENAI_API_KEY",
    "azure-openai, AZURE_OPENAI_KEY",
    "anthropic, ANTHROPIC_API_KEY",
    "mistral, MISTRAL_API_KEY",
    "gemini, GEMINI_API_KEY",
    "ollama, BREVE_MODEL_API_KEY"
  })
  void toString_ofWhatIsConfigured_hasNoKey(String provider, String variable) throws Exception {
    Map<String, String> environment = new HashMap<>();
    environment.put("BREVE_CACHE", "memory");
    environment.put("BREVE_MODEL_PROVIDER", provider);
    environment.put("BREVE_MODEL_NAME", "test-model");
    environment.put("BREVE_MODEL_BASE_URL", "https://models.example/v1");
    environment.put("BREVE_MODEL_FALLBACK", provider + ":second-model");
    environment.put(variable, KEY);
    Configuration configuration = Configuration.from(new Variables(environment));
    Clock clock = Clock.systemUTC();

    Set<Object> held =
        held(
            configuration,
            configuration.service(configuration.store(clock), clock),
            new ProcessVariables(environment));

    assertThat(held)
        .hasSizeGreaterThan(20)
        .anyMatch(o -> o.getClass().getName().endsWith("Secret"));
    assertThat(held).allSatisfy(object -> assertThat(object.toString()).doesNotContain(KEY));
  }

  /** Returns the objects of our classes that some hold, and they in turn. */
  private static Set<Object> held(Object... roots) throws IllegalAccessException {
    Set<Object> found = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> open = new ArrayDeque<>(Set.of(roots));
    while (!open.isEmpty()) {
      Object object = open.pop();
      if (!object.getClass().getName().startsWith("news.breve.") || !found.add(object)) {
        continue;
      }
      for (Field field : object.getClass().getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          AccessibleObject.setAccessible(new AccessibleObject[] {field}, true);
          Object value = field.get(object);
          if (value != null) {
            open.push(value);
          }
        }
      }
    }
    return found;
  }

  static Stream<Function<Map<String, String>, FaultDoor>> doors() {
    return Stream.of(
        environment -> new TerminalDoor(environment, Path.of(environment.get("BREVE_CACHE_DIR"))),
        HttpDoor::new,
        DirectDoor::new);
  }

  /** As OpenAI does: “Incorrect API key provided”, and most of it. */
  @ParameterizedTest
  @MethodSource("doors")
  void problem_ofAProviderThatRepeatsTheKey_doesNot(
      Function<Map<String, String>, FaultDoor> open, @TempDir Path folder) throws Exception {
    try (MisbehavingServer provider = new MisbehavingServer()) {
      provider.always(
          new Answer.Whole(
              401,
              Map.of("WWW-Authenticate", "Bearer " + KEY),
              "{\"error\":{\"message\":\"Incorrect API key provided: " + KEY + "\"}}"));
      Map<String, String> environment = new HashMap<>(provider.variables());
      environment.put("BREVE_CACHE", "memory");
      environment.put("BREVE_CACHE_DIR", folder.toString());
      environment.put("BREVE_MODEL_API_KEY", KEY);
      try (FaultDoor door = open.apply(environment)) {
        FaultDoor.Answered answered =
            door.brief("La Ville de Rimouski achète trois autobus électriques.");

        assertThat(provider.requests()).isNotEmpty();
        assertThat(provider.requests().getFirst().headers().get("authorization")).contains(KEY);
        assertThat(answered.outcome()).isEqualTo("model-failed");
        assertThat(answered.said()).doesNotContain(KEY.substring(0, TELLING));
      }
    }
  }
}
