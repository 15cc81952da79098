import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import news.breve.article.Intake;
import news.breve.article.Source;
import news.breve.brief.Brief;
import news.breve.caching.BriefKey;
import news.breve.caching.BriefStore;
import news.breve.caching.FileBriefStore;
import news.breve.configuration.Variables;
import news.breve.service.BriefListener;
import news.breve.service.BriefService;
import news.breve.service.Configuration;

/** How time and memory for one more grow with the length of an article, of a batch, and with the store. */
final class Growth {
  /** What one more costs where there are many, of what it costs where there are few. */
  record Line(String what, double measured) {}

  private static final int KIBIBYTE = 1024;

  private final boolean quick;
  private final Path samples;
  private final List<Line> lines = new ArrayList<>();

  private Growth(boolean quick, Path samples) {
    this.quick = quick;
    this.samples = samples;
  }

  static List<Line> measure(Path java, boolean quick, Path samples) throws Exception {
    Growth growth = new Growth(quick, samples);
    growth.articles();
    growth.batches();
    growth.stores();
    return growth.lines;
  }

  /** An article that is read, briefed without a model and checked. */
  private void articles() throws IOException {
    BriefService service = service();
    Intake intake = new Intake();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Map<Integer, Samples> times = new TreeMap<>();
    Map<Integer, Samples> allocations = new TreeMap<>();
    int number = 0;
    int rounds = quick ? 4 : 14;
    for (int round = 0; round < rounds; round++) {
      for (int size : List.of(64, 128, 255)) {
        byte[] bytes = text(size * KIBIBYTE, number++).getBytes(StandardCharsets.UTF_8);
        long before = threads.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        service.brief(
            intake.read(new Source(bytes, Source.Type.PLAIN_TEXT, null, null)), BriefListener.NONE);
        double millis = (System.nanoTime() - start) / 1e6;
        double megabytes = (threads.getCurrentThreadAllocatedBytes() - before) / 1e6;
        // The first half warms up.
        if (round >= rounds / 2) {
          times.computeIfAbsent(size, key -> new Samples()).add(millis);
          allocations.computeIfAbsent(size, key -> new Samples()).add(megabytes);
        }
      }
    }
    for (int size : times.keySet()) {
      times.get(size).keep(samples, "growth-article-ms-" + size);
      System.out.printf(
          Locale.ROOT,
          "  article of %d KiB: %.0f ms, %.0f MB allocated%n",
          size,
          times.get(size).median(),
          allocations.get(size).median());
    }
    lines.add(new Line("growth: time a KiB, article of 255 KiB, of that of 64", perUnit(times, 255, 64)));
    lines.add(
        new Line("growth: allocation a KiB, article of 255 KiB, of that of 64", perUnit(allocations, 255, 64)));
  }

  private static double perUnit(Map<Integer, Samples> samples, int many, int few) {
    return samples.get(many).median() / many / (samples.get(few).median() / few);
  }

  private static BriefService service() {
    Clock clock = Clock.systemUTC();
    Configuration configuration =
        Configuration.from(
            new Variables(Map.of("BREVE_CACHE", "memory", "BREVE_MODEL_PROVIDER", "none")));
    return configuration.service(configuration.store(clock), clock);
  }

  /** Reports of bench/falsify, one after another, until there are so many bytes. */
  private static String text(int bytes, int number) throws IOException {
    StringBuilder text = new StringBuilder();
    try (var folders = Files.list(Path.of("bench/falsify/tuning"))) {
      for (Path folder : folders.sorted().toList()) {
        String report = Files.readString(folder.resolve("article.txt"));
        // French ones.
        if (report.contains(" une ")) {
          text.append(report).append("\n\n");
        }
      }
    }
    String all = "Rapport numéro " + number + " de la journée.\n\n" + text;
    while (all.getBytes(StandardCharsets.UTF_8).length < bytes) {
      all = all + text;
    }
    byte[] cut = new byte[bytes];
    System.arraycopy(all.getBytes(StandardCharsets.UTF_8), 0, cut, 0, bytes);
    String whole = new String(cut, StandardCharsets.UTF_8);
    return whole.substring(0, whole.lastIndexOf('\n'));
  }

  /** Backfills of articles that are alike, as processes of their own. */
  private void batches() throws Exception {
    int few = quick ? 200 : 1_000;
    int many = 4 * few;
    Map<Integer, Samples> times = new TreeMap<>();
    Map<Integer, Samples> peaks = new TreeMap<>();
    backfill(few, times, peaks);
    times.clear();
    peaks.clear();
    for (int round = 0; round < (quick ? 1 : 3); round++) {
      backfill(few, times, peaks);
      backfill(many, times, peaks);
    }
    for (int size : times.keySet()) {
      times.get(size).keep(samples, "growth-batch-s-" + size);
      System.out.printf(
          Locale.ROOT,
          "  backfill of %d: %.1f s, at most %.0f MB resident%n",
          size,
          times.get(size).median(),
          peaks.get(size).median());
    }
    lines.add(new Line("growth: time an item, backfill of " + many + ", of that of " + few, perUnit(times, many, few)));
    lines.add(
        new Line(
            "growth: peak memory, backfill of " + many + ", of that of " + few,
            peaks.get(many).median() / peaks.get(few).median()));
  }

  private static void backfill(int size, Map<Integer, Samples> times, Map<Integer, Samples> peaks)
      throws Exception {
    Path folder = Files.createTempDirectory("breve-bench");
    String article = Files.readString(Path.of("events/article-fr.txt"));
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < size; i++) {
      lines
          .append("{\"text\":\"")
          .append(article.replace("3,4 millions", i + ",4 millions").replace("\"", "\\\"").replace("\n", "\\n"))
          .append("\"}\n");
    }
    Path input = Files.writeString(folder.resolve("input.jsonl"), lines);
    ProcessBuilder builder =
        new ProcessBuilder("./breve", "backfill", input.toString(), "--out", folder.resolve("out").toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("BREVE_"));
    builder.environment().put("BREVE_CACHE_DIR", folder.resolve("cache").toString());
    builder.environment().put("BREVE_MODEL_PROVIDER", "none");
    builder
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD);
    long start = System.nanoTime();
    Process process = builder.start();
    double peak = 0;
    while (process.isAlive()) {
      peak = Math.max(peak, peak(process.pid()));
      Thread.sleep(10);
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException("./breve backfill: exit " + process.exitValue());
    }
    times.computeIfAbsent(size, key -> new Samples()).add((System.nanoTime() - start) / 1e9);
    peaks.computeIfAbsent(size, key -> new Samples()).add(peak);
  }

  private static double peak(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
        if (line.startsWith("VmHWM:")) {
          return Double.parseDouble(line.replaceAll("\\D", "")) / KIBIBYTE;
        }
      }
    } catch (IOException e) {
      // It has just ended.
    }
    return 0;
  }

  /** Looks into a file store that holds few briefs, and one that holds many. */
  private void stores() throws IOException {
    int few = 1_000;
    int many = quick ? 4_000 : 32_000;
    Path folder = Files.createTempDirectory("breve-bench");
    Clock clock = Clock.systemUTC();
    BriefStore small = new FileBriefStore(folder.resolve("small"), Duration.ofDays(90), clock);
    BriefStore large = new FileBriefStore(folder.resolve("large"), Duration.ofDays(90), clock);
    Brief brief =
        service()
            .brief(
                new Intake()
                    .read(
                        new Source(
                            Files.readAllBytes(Path.of("events/article-fr.txt")),
                            Source.Type.PLAIN_TEXT,
                            null,
                            null)),
                BriefListener.NONE);
    for (int i = 0; i < many; i++) {
      Brief other = withId(brief, i);
      large.save(other);
      if (i < few) {
        small.save(other);
      }
    }
    Samples of = new Samples();
    Samples in = new Samples();
    int lookups = quick ? 2_000 : 20_000;
    for (int i = 0; i < 2 * lookups; i++) {
      String id = withId(brief, i * 7919 % few).id();
      double inSmall = look(small, id);
      double inLarge = look(large, withId(brief, (int) (i * 7919L % many)).id());
      if (i >= lookups) {
        of.add(inSmall);
        in.add(inLarge);
      }
    }
    in.keep(samples, "growth-store-ms-" + many);
    of.keep(samples, "growth-store-ms-" + few);
    System.out.printf(
        Locale.ROOT,
        "  a look into a store of %d: %.3f ms, of %d: %.3f ms%n",
        few,
        of.median(),
        many,
        in.median());
    lines.add(new Line("growth: a look into a store of " + many + ", of " + few, in.median() / of.median()));
  }

  private static double look(BriefStore store, String id) {
    long start = System.nanoTime();
    if (store.find(id).isEmpty()) {
      throw new IllegalStateException("the brief is not there");
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private static Brief withId(Brief brief, int number) {
    return new Brief(
        new BriefKey().add(number).id(),
        brief.status(),
        brief.schemaVersion(),
        brief.article(),
        brief.headline(),
        brief.sentences(),
        brief.keyFacts(),
        brief.checks(),
        brief.ai(),
        brief.usage(),
        brief.cache());
  }
}
