package news.breve.writing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import news.breve.article.Json;

/** Looks whether a model runs on this machine, for a hint; nothing is ever used unasked. */
public final class LocalModels {
  /** Where Ollama listens unless told otherwise. */
  static final String OLLAMA = "http://localhost:11434";

  /** The name goes to a terminal, in a command to copy. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,100}");

  private static final int MAX_BYTES = 1024 * 1024;

  private final String ollama;

  /** Looks at Ollama's usual port. */
  public LocalModels() {
    this(OLLAMA);
  }

  /**
   * @param ollama where Ollama listens, such as {@code http://localhost:11434}
   */
  public LocalModels(String ollama) {
    this.ollama = ollama;
  }

  /**
   * Returns the name of a model that an Ollama on this machine can run; empty if none answers in
   * time. Never throws.
   */
  public Optional<String> ollamaModel(Duration timeout) {
    FutureTask<Optional<String>> look = new FutureTask<>(() -> firstModel(timeout));
    Thread.ofVirtual().name("breve-ollama-look").start(look);
    try {
      return look.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      look.cancel(true);
    }
  }

  private Optional<String> firstModel(Duration timeout) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(timeout).build()) {
      HttpResponse<InputStream> response =
          client.send(
              HttpRequest.newBuilder(URI.create(ollama + "/api/tags"))
                  .version(HttpClient.Version.HTTP_1_1)
                  .build(),
              BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        if (response.statusCode() != 200) {
          return Optional.empty();
        }
        byte[] bytes = body.readNBytes(MAX_BYTES);
        JsonNode models = Json.parse(new String(bytes, StandardCharsets.UTF_8)).path("models");
        return models
            .valueStream()
            .filter(model -> !isEmbedding(model))
            .map(model -> model.path("name").asText())
            .filter(name -> NAME.matcher(name).matches())
            .findFirst();
      }
    }
  }

  /** Embedding models stand in the same list and can't write; their names say what they are. */
  private static boolean isEmbedding(JsonNode model) {
    return model.path("name").asText().contains("embed")
        || model.path("details").path("family").asText().contains("bert");
  }
}
