package news.breve.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import news.breve.article.Article;
import news.breve.article.InputKind;
import news.breve.article.Intake;
import news.breve.article.Json;
import news.breve.article.Options;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.article.Source;
import news.breve.article.Submission;
import news.breve.brief.Brief;
import news.breve.brief.BriefReader;
import news.breve.brief.Draft;
import news.breve.brief.DraftException;
import news.breve.brief.DraftReader;
import news.breve.brief.Finding;
import news.breve.brief.Status;
import news.breve.checking.Checker;
import news.breve.configuration.Variables;
import news.breve.http.BreveServer;
import news.breve.rendering.FindingsRenderer;
import news.breve.rendering.Ink;
import news.breve.rendering.JsonRenderer;
import news.breve.rendering.JsonText;
import news.breve.service.BriefListener;
import news.breve.service.BriefService;
import news.breve.service.Configuration;
import news.breve.writing.Allowance;
import news.breve.writing.BriefWriter;
import news.breve.writing.Identity;
import news.breve.writing.Written;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Good inputs are changed at random, a seed each, and nothing but a typed problem may come of them:
 * no other exception, no hang, no text that steers who reads it. A number of runs here, minutes of
 * them by {@code bench/fuzz}. What it found stays as {@link FuzzRegressionsTest}.
 */
final class FuzzTest {
  /** How much of the usual number of runs, or how long instead. */
  private static final int SECONDS = Integer.getInteger("breve.fuzz.seconds", 0);

  private static final long FIRST_SEED = Long.getLong("breve.fuzz.seed", 1);

  /** The processor's time that a run takes at most. Here it is generous; bench/fuzz says 1 s. */
  private static final int LIMIT_MS = Integer.getInteger("breve.fuzz.limit", 10_000);

  /** By the clock, other tests beside it or not, what takes longer hangs. */
  private static final int HANG_SECONDS = 60;

  private static final int WARM_UP = 200;
  private static final Path FAILURES = Path.of("target/fuzz");

  private static final Seeds SEEDS = new Seeds();
  private static final Intake INTAKE = new Intake();
  private static final Checker CHECKER = new Checker();

  private interface Target {
    /** Makes an input, keeps it as the last one, and asserts what becomes of it. */
    void run(Random random, Kept kept);
  }

  /** What a run was made of, for the report. */
  private static final class Kept {
    private volatile byte[] input = new byte[0];

    byte[] of(byte[] bytes) {
      input = bytes;
      return bytes;
    }

    String of(String text) {
      of(text.getBytes(StandardCharsets.UTF_8));
      return text;
    }
  }

  @Test
  void intake_ofAnything_isACanonicalArticleOrATypedProblem() throws Exception {
    fuzz("intake", 6_000, FuzzTest::intake);
  }

  @Test
  void draft_ofAnything_isCheckedOrRefused() throws Exception {
    fuzz("draft", 1_500, FuzzTest::draft);
  }

  @Test
  void brief_ofAnything_isCheckedOrRefused() throws Exception {
    fuzz("brief", 800, FuzzTest::brief);
  }

  @Test
  void extractiveBrief_ofAnything_isPlainInEveryFormat_andStandsUpToItsOwnCheck() throws Exception {
    fuzz("extractive", 800, FuzzTest::extractive);
  }

  @Test
  void answerOfAModel_whateverItIs_becomesAPlainBriefOrATypedProblem() throws Exception {
    fuzz("answer", 1_500, FuzzTest::answer);
  }

  @Test
  void request_ofAnything_isAnsweredByTheContract() throws Exception {
    List<String> notes = new CopyOnWriteArrayList<>();
    try (BreveServer server =
        BreveServer.start(
            Map.of("BREVE_CACHE", "memory", "BREVE_MODEL_PROVIDER", "none"),
            "127.0.0.1",
            0,
            notes::add)) {
      fuzz("request", 700, (random, kept) -> request(random, kept, server.url().getPort()));
    }
    assertThat(notes).isEmpty();
  }

  private static void intake(Random random, Kept kept) {
    try {
      Submission submission = INTAKE.read(source(random, kept));
      Hostility.assertCanonical(submission.article());
    } catch (ProblemException e) {
      assertTyped(e);
    }
  }

  private static void draft(Random random, Kept kept) {
    Seeds.Pair pair = pick(random, SEEDS.pairs());
    String json = kept.of(new Mutation(random, SEEDS.texts()).json(pair.json()));
    Draft draft;
    try {
      draft = DraftReader.readForeign(Json.parse(json));
    } catch (DraftException e) {
      assertThat(e.detail()).hasLineCount(1);
      Hostility.assertHarmless(e.detail());
      return;
    } catch (ProblemException e) {
      assertTyped(e);
      return;
    }
    List<Finding> findings = CHECKER.check(draft, pair.article());
    assertOnDraft(draft, findings);
    Hostility.assertHarmless(
        new FindingsRenderer(Ink.PLAIN, 80).render(draft, pair.article(), findings));
    Hostility.assertHarmless(JsonText.of(findings));
    if (findings.isEmpty()) {
      Hostility.assertHarmless(draft.toString());
    }
  }

  private static void assertOnDraft(Draft draft, List<Finding> findings) {
    for (Finding finding : findings) {
      assertThat(draft.items())
          .anySatisfy(item -> assertThat(finding.path() + "/").startsWith(item.path() + "/"));
      assertThat(CHECKER.names()).contains(finding.check());
      assertThat(finding.message()).hasLineCount(1);
      Hostility.assertHarmless(finding.message());
    }
  }

  private static void brief(Random random, Kept kept) {
    Seeds.Pair pair = pick(random, SEEDS.pairs());
    String good = new JsonRenderer().render(written(pair, pair.draft()));
    String json = kept.of(new Mutation(random, SEEDS.texts()).json(good));
    try {
      Brief brief = BriefReader.read(Json.parse(json));
      List<Finding> findings = CHECKER.check(brief);
      Hostility.assertHarmless(
          new FindingsRenderer(Ink.PLAIN, 80).render(brief.draft(), brief.article(), findings));
      Hostility.assertHarmless(JsonText.of(findings));
    } catch (ProblemException e) {
      assertTyped(e);
    }
  }

  private static void extractive(Random random, Kept kept) {
    Brief brief;
    try {
      Submission submission = INTAKE.read(source(random, kept));
      brief = EXTRACTIVE.brief(submission, LISTENER);
    } catch (ProblemException e) {
      assertTyped(e);
      return;
    }
    assertThat(brief.status()).isEqualTo(Status.EXTRACTIVE);
    Hostility.assertPlain(brief);
    Brief again = BriefReader.read(Json.parse(new JsonRenderer().render(brief)));
    assertThat(again).isEqualTo(brief);
    assertThat(CHECKER.check(again)).filteredOn(Finding::isError).isEmpty();
  }

  private static void answer(Random random, Kept kept) {
    Seeds.Pair pair = pick(random, SEEDS.pairs());
    String json = kept.of(new Mutation(random, SEEDS.texts()).json(pair.json()));
    try {
      Draft draft = DraftReader.readAnswer(Json.parse(json), pair.article().sentences().size());
      Brief brief = written(pair, draft);
      Hostility.assertPlain(brief);
    } catch (DraftException e) {
      assertThat(e.detail()).hasLineCount(1);
    } catch (ProblemException e) {
      assertTyped(e);
    }
  }

  private static final BriefListener LISTENER = new BriefListener() {};

  private static final Scripted SCRIPTED = new Scripted();
  private static final BriefService EXTRACTIVE = service(null);
  private static final BriefService WRITTEN = service(SCRIPTED);

  private static BriefService service(@Nullable BriefWriter writer) {
    Configuration configuration =
        Configuration.from(new Variables(Map.of("BREVE_CACHE", "memory")));
    return configuration.service(
        writer == null ? configuration.writer() : writer, new NoStore(), Clock.systemUTC());
  }

  private static Brief written(Seeds.Pair pair, Draft draft) {
    SCRIPTED.draft = draft;
    Submission submission = new Submission(pair.article(), InputKind.PLAIN_TEXT, Options.NONE);
    return WRITTEN.brief(submission, LISTENER);
  }

  /** Writes what it is told to. */
  private static final class Scripted implements BriefWriter {
    private static final Identity IDENTITY = new Identity("openai", "test-model", "", "p-1");

    private volatile @Nullable Draft draft;

    @Override
    public Identity identity() {
      return IDENTITY;
    }

    @Override
    public Written write(Article article, int sentences, Allowance allowance) {
      return new Written(java.util.Objects.requireNonNull(draft), IDENTITY);
    }
  }

  private static final List<String> TARGETS =
      List.of(
          "/v1/briefs",
          "/v1/briefs",
          "/v1/briefs",
          "/v1/checks",
          "/v1/checks",
          "/v1/briefs/b1-x",
          "/health",
          "/",
          "/openapi.yml",
          "/v1/briefs?x=1",
          "/v1/briefs/%00",
          "/%2e%2e/",
          "*",
          "http://x/v1/briefs",
          "/v1/checks/");

  private static final List<String> HEADERS =
      List.of(
          "Content-Type: application/json",
          "Content-Type: text/plain",
          "Content-Type: text/html; charset=utf-8",
          "Content-Type: application/ld+json",
          "Accept: text/plain",
          "Accept: text/markdown;q=0.1",
          "Accept: */*",
          "X-Breve-Deadline-Ms: 5000",
          "X-Request-Id: desk-7",
          "Content-Encoding: identity",
          "If-None-Match: *",
          "Content-Encoding: gzip",
          "Expect: 100-continue",
          "Connection: keep-alive",
          "Cookie: a=b",
          "Range: bytes=0-1");

  /** A request as bytes: line, headers and body are changed, but its length is true. */
  private static void request(Random random, Kept kept, int port) {
    Mutation mutation = new Mutation(random, SEEDS.texts());
    String method =
        random.nextInt(6) == 0
            ? pick(random, List.of("GET", "PUT", "HEAD", "DELETE", "OPTIONS", "X"))
            : "POST";
    String target = pick(random, TARGETS);
    Seeds.Pair pair = pick(random, SEEDS.pairs());
    String check =
        Json.mapper()
            .createObjectNode()
            .<ObjectNode>set(
                "article", Json.mapper().createObjectNode().put("text", pair.article().text()))
            .set("brief", Json.parse(pair.json()))
            .toString();
    byte[] body =
        target.contains("checks")
            ? mutation.json(check).getBytes(StandardCharsets.UTF_8)
            : source(random, kept).bytes();
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: x\r\n");
    for (int i = random.nextInt(5); i >= 0; i--) {
      String header = pick(random, HEADERS);
      if (random.nextInt(5) == 0) {
        header = mutation.text(header).replaceAll("[\r\n\0]", " ");
        header = header.substring(0, Math.min(header.length(), 300));
      }
      if (!header
          .toLowerCase(java.util.Locale.ROOT)
          .matches("\\s*(content-length|transfer-encoding|connection|expect).*")) {
        head.append(header).append("\r\n");
      }
    }
    head.append("Content-Length: ").append(body.length).append("\r\nConnection: close\r\n\r\n");
    byte[] first = head.toString().getBytes(StandardCharsets.UTF_8);
    byte[] all = java.util.Arrays.copyOf(first, first.length + body.length);
    System.arraycopy(body, 0, all, first.length, body.length);
    kept.of(all);
    String answer;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(all);
      socket.getOutputStream().flush();
      answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      // The server may close a connection on which it does not understand what comes.
      return;
    }
    assertThat(answer).matches("(?s)HTTP/1\\.[01] [2-4][0-9]{2} .*");
    int end = answer.indexOf("\r\n\r\n");
    String document = answer.substring(end + 4);
    if (answer.matches("(?s)HTTP/1\\.[01] 4[0-9]{2} .*") && !method.equals("HEAD")) {
      String kind = answer.substring(0, end);
      if (target.equals("/") && kind.contains("text/html")) {
        // The form's own page says what is wrong with what was posted.
        assertThat(kind).containsIgnoringCase("Content-Security-Policy: default-src 'none'");
      } else {
        assertThat(kind).containsIgnoringCase("application/problem+json");
        assertThat(Json.parse(document).path("detail").asText()).hasLineCount(1);
      }
    }
    Hostility.assertHarmless(document);
  }

  private static Source source(Random random, Kept kept) {
    Mutation mutation = new Mutation(random, SEEDS.texts());
    int kind = random.nextInt(4);
    String text =
        switch (kind) {
          case 0 -> mutation.text(pick(random, SEEDS.texts()));
          case 1 -> mutation.html(pick(random, SEEDS.pages()));
          case 2 -> mutation.json(pick(random, SEEDS.documents()));
          default ->
              Json.mapper()
                  .createObjectNode()
                  .put("html", mutation.html(pick(random, SEEDS.pages())))
                  .toString();
        };
    Source.Type type =
        random.nextInt(3) == 0
            ? pick(random, List.of(Source.Type.values()))
            : List.of(Source.Type.PLAIN_TEXT, Source.Type.HTML, Source.Type.JSON, Source.Type.JSON)
                .get(kind);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String charset = null;
    if (random.nextInt(5) == 0) {
      charset = pick(random, CHARSETS);
      try {
        bytes = text.getBytes(Charset.forName(charset));
      } catch (IllegalArgumentException | UnsupportedOperationException e) {
        // A label for nothing, or for what only decodes.
      }
    }
    if (random.nextInt(8) == 0 && bytes.length > 0) {
      for (int i = random.nextInt(4); i >= 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
    }
    String language = random.nextInt(4) == 0 ? pick(random, LANGUAGES) : null;
    return new Source(kept.of(bytes), type, charset, language);
  }

  private static final List<String> CHARSETS =
      List.of(
          "utf-8",
          "iso-8859-1",
          "windows-1252",
          "utf-16",
          "utf-16le",
          "utf-16be",
          "utf-32",
          "ibm037",
          "shift_jis",
          "gb18030",
          "iso-2022-jp",
          "iso-2022-cn",
          "x-iscii91",
          "x-jisautodetect",
          "hz-gb-2312",
          "utf-7",
          "cesu-8",
          "x-compound_text",
          "macintosh",
          "koi8-r",
          "big5-hkscs",
          "x-utf-16le-bom",
          "",
          " ",
          "\u0000",
          "é",
          "../../etc",
          "a".repeat(400));

  private static final List<String> LANGUAGES =
      List.of(
          "fr",
          "en",
          "fr-CA",
          "EN_us",
          "de",
          "",
          " ",
          "f",
          "fr\n",
          "\u202efr",
          "x-fr",
          "a".repeat(99));

  private static void assertTyped(ProblemException e) {
    assertThat(e.problem()).isNotEqualTo(Problem.INTERNAL);
    assertThat(e.detail()).hasLineCount(1);
    Hostility.assertHarmless(e.detail());
  }

  private static <T> T pick(Random random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  @SuppressWarnings("SystemOut") // The report of bench/fuzz.
  private static void fuzz(String name, int runs, Target target) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    long slowest = 0;
    int run = 0;
    for (; SECONDS > 0 ? System.nanoTime() < end || run == 0 : run < runs; run++) {
      long seed = FIRST_SEED + run;
      Kept kept = new Kept();
      FutureTask<Long> task =
          new FutureTask<>(() -> {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            target.run(new Random(seed * 0x9E3779B97F4A7C15L), kept);
            return TimeUnit.NANOSECONDS.toMillis(threads.getCurrentThreadCpuTime());
          });
      Thread thread = Thread.ofPlatform().daemon().name("fuzz").start(task);
      try {
        long took = task.get(HANG_SECONDS, TimeUnit.SECONDS);
        if (run >= WARM_UP) {
          slowest = Math.max(slowest, took);
          assertThat(took).as(() -> failure(name, seed, kept)).isLessThan(LIMIT_MS);
        }
      } catch (TimeoutException e) {
        AssertionError hang = new AssertionError(failure(name, seed, kept) + " takes too long");
        hang.setStackTrace(thread.getStackTrace());
        throw hang;
      } catch (ExecutionException e) {
        throw new AssertionError(failure(name, seed, kept), e.getCause());
      }
    }
    System.out.printf(
        "fuzz %s: %d runs from seed %d, the slowest %d ms%n", name, run, FIRST_SEED, slowest);
  }

  private static String failure(String name, long seed, Kept kept) {
    Path file = FAILURES.resolve(name + "-" + seed + ".bin");
    try {
      Files.createDirectories(FAILURES);
      Files.write(file, kept.input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "-Dbreve.fuzz.seed=" + seed + ", target " + name + ", input " + file;
  }
}
