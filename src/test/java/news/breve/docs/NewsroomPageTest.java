package news.breve.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import news.breve.BriefTestData;
import news.breve.RequiresTool;
import news.breve.checking.Matching;
import news.breve.http.BreveServer;
import news.breve.rendering.BriefFormat;
import news.breve.rendering.HtmlRenderer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code docs/newsroom.md}: its commands are run as they stand, beside the files that it shows,
 * against a server; and what they print is what it shows.
 */
@RequiresTool(value = "curl", get = "apt-get install curl")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NewsroomPageTest {
  private static final Page PAGE = Page.of("docs/newsroom.md");

  @TempDir Path folder;
  private BreveServer server;
  private int port;

  @BeforeAll
  void start() {
    server =
        BreveServer.start(
            Map.of("BREVE_CACHE", "memory", "BREVE_MODEL_PROVIDER", "none"),
            "127.0.0.1",
            0,
            line -> {});
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @BeforeEach
  void putTheFilesThere() throws IOException {
    for (Page.Shown file : PAGE.files()) {
      Files.writeString(folder.resolve(file.name()), file.text());
    }
    Path events = Files.createDirectories(folder.resolve("events"));
    for (String article : List.of("article-fr.txt", "article-en.txt")) {
      Files.write(events.resolve(article), Files.readAllBytes(Path.of("events", article)));
    }
  }

  @Test
  void curl_printsWhatIsShown() throws Exception {
    assertRuns("curl", 4, server.url().toString());
  }

  @Test
  @RequiresTool(value = "node", get = "apt-get install nodejs")
  void javaScript_printsWhatIsShown() throws Exception {
    assertRuns("JavaScript", 1, server.url().toString());
  }

  @Test
  @RequiresTool(value = "python3", get = "apt-get install python3")
  void python_printsWhatIsShown() throws Exception {
    assertRuns("Python", 1, server.url().toString());
  }

  @Test
  @RequiresTool(value = "python3", get = "apt-get install python3")
  void cms_isAnsweredAsShown() throws Exception {
    Process bridge =
        command("exec python3 bridge.py", server.url().toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertRuns("A CMS", 1, server.url().toString());
    } finally {
      bridge.destroy();
      bridge.waitFor();
    }
  }

  /** What the samples do about 202 and problems, which a server without a model doesn't answer. */
  @Test
  @RequiresTool(value = "node", get = "apt-get install nodejs")
  void javaScript_asksAgain_andSaysWhatIsWrong() throws Exception {
    assertAsksAgain("node brief.mjs events/article-fr.txt");
  }

  @Test
  @RequiresTool(value = "python3", get = "apt-get install python3")
  void python_asksAgain_andSaysWhatIsWrong() throws Exception {
    assertAsksAgain("python3 brief.py events/article-fr.txt");
  }

  private void assertAsksAgain(String command) throws Exception {
    AtomicInteger asked = new AtomicInteger();
    HttpServer busy =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    busy.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          if (asked.incrementAndGet() < 3) {
            exchange.getResponseHeaders().add("Location", "/v1/briefs/" + BriefTestData.ID);
            exchange.getResponseHeaders().add("Retry-After", "1");
            answer(exchange, 202, "{}");
          } else if (exchange.getRequestMethod().equals("GET") && asked.get() == 3) {
            answer(
                exchange,
                200,
                BriefFormat.JSON
                    .renderer(new HtmlRenderer(null, Matching::of))
                    .render(BriefTestData.brief()));
          } else {
            answer(
                exchange,
                422,
                "{\"type\":\"urn:breve:problem:invalid-article\",\"detail\":\"it is empty\"}");
          }
        });
    busy.start();
    try {
      String url = "http://127.0.0.1:" + busy.getAddress().getPort();
      Run waited = run(command, url);
      assertThat(waited.exit()).as(waited.printed()).isZero();
      assertThat(waited.printed())
          .contains("verified", "Rimouski paie son port", "Rimouski pays for its port");
      Run refused = run(command, url);
      assertThat(refused.exit()).isNotZero();
      assertThat(refused.printed()).contains("urn:breve:problem:invalid-article", "it is empty");
    } finally {
      busy.stop(0);
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void assertRuns(String section, int atLeast, String url) throws Exception {
    List<Page.Example> examples = PAGE.section(section).examples();
    assertThat(examples).hasSizeGreaterThanOrEqualTo(atLeast);
    for (Page.Example example : examples) {
      Run run = run(example.command(), url);
      assertThat(run.exit()).as(run.printed()).isZero();
      example.assertPrinted(run.printed());
    }
  }

  private record Run(int exit, String printed) {}

  private Run run(String command, String url) throws Exception {
    Process process = command(command, url).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), printed);
  }

  private ProcessBuilder command(String command, String url) {
    ProcessBuilder builder = new ProcessBuilder("bash", "-c", command).directory(folder.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
    builder.environment().put("BREVE_URL", url);
    builder.environment().put("BRIDGE_PORT", Integer.toString(bridgePort()));
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder;
  }

  private int bridgePort() {
    if (port == 0) {
      try (ServerSocket free = new ServerSocket(0)) {
        port = free.getLocalPort();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return port;
  }
}
