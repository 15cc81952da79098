package news.breve.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.breve.http.BreveServer;

/**
 * Does what people do at the terminal, so that the launcher's AOT cache (docs/adr/0017) is made of
 * the classes that this takes. It asks no model, and leaves nothing behind.
 */
final class Rehearsal {
  private final Path samples;
  private final Path folder;
  private final Map<String, String> environment;

  private Rehearsal(Path samples, Path folder) {
    this.samples = samples;
    this.folder = folder;
    this.environment =
        Map.of(
            "BREVE_MODEL_PROVIDER", "none", "BREVE_CACHE_DIR", folder.resolve("cache").toString());
  }

  /**
   * Rehearses.
   *
   * @param arguments {@code terminal} or {@code serve}, and the folder of sample articles
   * @throws IllegalStateException if a command fails
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("breve-rehearsal");
    try {
      Rehearsal rehearsal = new Rehearsal(Path.of(arguments[1]), folder);
      switch (arguments[0]) {
        case "serve" -> rehearsal.serve();
        default -> rehearsal.terminal();
      }
    } finally {
      delete(folder);
    }
  }

  private void terminal() {
    String french = samples.resolve("article-fr.txt").toString();
    String english = samples.resolve("article-en.txt").toString();
    String brief = folder.resolve("brief.json").toString();
    run("brief", french);
    // The second time it is kept.
    run("brief", french);
    run("brief", english, "--format", "json", "--out", brief);
    run("brief", english, "--format", "markdown");
    run("check", brief);
  }

  private void run(String... arguments) {
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            nowhere(),
            nowhere(),
            environment,
            Map.of("breve.terminal.out", "true"));
    int code = Breve.run(terminal, arguments);
    if (code != 0) {
      throw new IllegalStateException(String.join(" ", arguments) + ": exit " + code);
    }
  }

  private void serve() throws IOException {
    try (BreveServer server = BreveServer.start(environment, "127.0.0.1", 0, line -> {})) {
      for (String sample : List.of("article-fr.txt", "article-fr.txt", "article-en.txt")) {
        post(server.url().resolve("/v1/briefs"), Files.readAllBytes(samples.resolve(sample)));
      }
    }
  }

  private static void post(URI url, byte[] article) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", "text/plain");
    connection.getOutputStream().write(article);
    try (InputStream answer = connection.getInputStream()) {
      answer.transferTo(OutputStream.nullOutputStream());
    }
  }

  private static PrintStream nowhere() {
    return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
