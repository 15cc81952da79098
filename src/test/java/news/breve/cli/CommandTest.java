package news.breve.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import news.breve.article.Json;
import news.breve.writing.MisbehavingServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs the command in this process: a folder for its cache, a server that plays the model. */
abstract class CommandTest {
  static final String ARTICLE =
      """
      Le conseil municipal de Sherbrooke a adopté lundi un budget de 412 millions de dollars.

      La taxe foncière augmentera de 3,2 %, a annoncé le maire Luc Gendron.

      « Nous n'avons pas touché aux bibliothèques », a-t-il dit.
      """;

  static final String DRAFT =
      """
      {"headline":{"fr":"Sherbrooke adopte son budget","en":"Sherbrooke adopts its budget",
        "evidence":[1]},
       "sentences":[
        {"fr":"Sherbrooke a adopté un budget de 412 millions de dollars.",
         "en":"Sherbrooke adopted a $412-million budget.","evidence":[1]},
        {"fr":"« Nous n'avons pas touché aux bibliothèques », a dit le maire.",
         "en":"“We did not touch the libraries,” the mayor said.","evidence":[3,2]}],
       "keyFacts":[{"type":"percentage","fr":"3,2 %","en":"3.2%","evidence":[2],
        "attribution":{"fr":"Luc Gendron","en":"Luc Gendron"}}]}
      """;

  @TempDir Path folder;
  final MisbehavingServer server = new MisbehavingServer();

  @AfterEach
  void stop() {
    server.close();
  }

  record Run(int exit, String out, String err) {
    JsonNode json() {
      return Json.parse(out);
    }
  }

  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("BREVE_CACHE_DIR", folder.resolve("cache").toString());
    // Said outright, so that no Ollama of this machine is asked for.
    environment.put("BREVE_MODEL_PROVIDER", "none");
    return environment;
  }

  Map<String, String> withModel() {
    Map<String, String> environment = environment();
    environment.put("BREVE_MODEL_PROVIDER", "openai");
    environment.put("BREVE_MODEL_NAME", "test-model");
    environment.put("BREVE_MODEL_BASE_URL", server.url());
    environment.put("BREVE_MODEL_API_KEY", "sk-secret");
    environment.put("BREVE_MODEL_TIMEOUT", "1s");
    return environment;
  }

  Run breve(Map<String, String> environment, String input, String... arguments) {
    return breve(environment, Map.of(), input, arguments);
  }

  static Run breve(
      Map<String, String> environment,
      Map<String, String> properties,
      String input,
      String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment,
            properties);
    int exit = Breve.run(terminal, arguments);
    return new Run(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
