import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures what docs/performance.md promises, and prints it as a table; started by bench/performance. */
final class Performance {
  private static final Path SAMPLES = Path.of("target/bench/samples");
  private static final int FLAT_WINDOW = 1_000;

  private final Path java;
  private final boolean quick;
  private final List<Row> rows = new ArrayList<>();

  /**
   * A line of the table.
   *
   * @param held if the target is met
   */
  private record Row(String what, String measured, String target, boolean held) {}

  private interface Part {
    void measure() throws Exception;
  }

  private Performance(Path java, boolean quick) {
    this.java = java;
    this.quick = quick;
  }

  public static void main(String[] arguments) throws Exception {
    List<String> words = new ArrayList<>(Arrays.asList(arguments).subList(1, arguments.length));
    Performance performance = new Performance(Path.of(arguments[0]), words.remove("--quick"));
    Map<String, Part> parts = performance.parts();
    for (String word : words) {
      if (!parts.containsKey(word)) {
        System.err.println("bench/performance: its parts are " + String.join(", ", parts.keySet()));
        System.exit(2);
      }
    }
    parts.keySet().removeIf(part -> !words.isEmpty() && !words.contains(part));
    System.out.println(LocalDate.now() + ", " + machine(performance.java));
    for (Map.Entry<String, Part> part : parts.entrySet()) {
      System.out.println();
      System.out.println(part.getKey());
      part.getValue().measure();
    }
    performance.print();
    System.exit(performance.rows.stream().allMatch(Row::held) ? 0 : 1);
  }

  private Map<String, Part> parts() {
    Map<String, Part> parts = new LinkedHashMap<>();
    parts.put("zip", this::zip);
    parts.put("cold", this::cold);
    parts.put("warm", this::warm);
    parts.put("new", this::newArticles);
    parts.put("terminal", this::terminal);
    parts.put("serve", this::serve);
    parts.put("growth", this::growth);
    return parts;
  }

  private void row(String what, double measured, double most, String unit) {
    row(
        what,
        String.format(Locale.ROOT, "%.2f%s", measured, unit),
        String.format(Locale.ROOT, "≤ %s%s", plain(most), unit),
        measured <= most);
  }

  private void row(String what, String measured, String target, boolean held) {
    rows.add(new Row(what, measured, target, held));
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private void print() {
    System.out.println();
    System.out.printf("| %-66s | %14s | %10s | |%n", "", "measured", "target");
    System.out.println("|---|---|---|---|");
    for (Row row : rows) {
      System.out.printf(
          "| %-66s | %14s | %10s | %s |%n",
          row.what, row.measured, row.target, row.held ? "held" : "NOT HELD");
    }
    System.out.println();
    System.out.println("raw samples: " + SAMPLES);
  }

  private void zip() throws IOException {
    row("function zip", Files.size(Path.of("target/breve-lambda.zip")) / 1e6, 22, " MB");
  }

  /** Starts with the whole work: an article parsed, a model called, an item read and written. */
  private void cold() throws Exception {
    int rounds = quick ? 2 : 9;
    try (Doubles doubles = new Doubles()) {
      for (Function function : Function.values()) {
        try (Container training = new Container(function, Container.Mode.TRAINING, java, doubles)) {
          training.invoke(function.event(1));
          training.invoke(function.event(1));
          training.stop();
        }
      }
      Map<String, Samples> all = new LinkedHashMap<>();
      Map<String, Samples> memory = new LinkedHashMap<>();
      int article = 100;
      for (int round = 0; round < rounds; round++) {
        for (Container.Mode mode : List.of(Container.Mode.PLAIN, Container.Mode.AOT)) {
          for (Function function : Function.values()) {
            String name = function.label() + "-" + mode.name().toLowerCase(Locale.ROOT);
            try (Container container = new Container(function, mode, java, doubles)) {
              double init = container.init();
              Thread.sleep(200);
              samples(memory, "memory-" + name).add(container.memory());
              double first = container.invoke(function.event(article++));
              samples(all, "init-" + name).add(init);
              samples(all, "first-" + name).add(first);
              samples(all, "cold-" + name).add(init + first);
            }
          }
        }
      }
      keep(all);
      keep(memory);
      for (Container.Mode mode : List.of(Container.Mode.PLAIN, Container.Mode.AOT)) {
        for (Function function : Function.values()) {
          String name = function.label() + "-" + mode.name().toLowerCase(Locale.ROOT);
          System.out.printf(
              Locale.ROOT,
              "  %-20s init %6.0f ms + first %6.0f ms = %6.0f ms, %5.0f MB after init%n",
              name,
              all.get("init-" + name).median(),
              all.get("first-" + name).median(),
              all.get("cold-" + name).median(),
              memory.get("memory-" + name).median());
        }
      }
      for (Function function : List.of(Function.HTTP, Function.DIRECT)) {
        primed(function, doubles, quick ? 1 : 5);
      }
      for (Function ours : List.of(Function.HTTP, Function.DIRECT)) {
        String door = ours.label();
        double plain = all.get("cold-" + door + "-plain").median();
        double aot = all.get("cold-" + door + "-aot").median();
        row("cold start, " + door + ", of the reference", plain / all.get("cold-reference-plain").median(), 1, " ×");
        row("cold start with AOT cache, " + door + ", of the reference's", aot / all.get("cold-reference-aot").median(), 1, " ×");
        row("cold start with AOT cache, " + door + ", of our plain one", aot / plain, 0.5, " ×");
        row(
            "memory at rest after init, " + door + ", of the reference",
            memory.get("memory-" + door + "-plain").median() / memory.get("memory-reference-plain").median(),
            1.2,
            " ×");
      }
    }
  }

  /** What a snapshot leaves of a first invocation; how long a restore takes, only AWS shows. */
  private void primed(Function function, Doubles doubles, int rounds) throws Exception {
    Samples inits = new Samples();
    Samples firsts = new Samples();
    for (int i = 0; i < rounds; i++) {
      try (Container container =
          new Container(function, Container.Mode.SNAP_START, java, doubles)) {
        inits.add(container.init());
        firsts.add(container.invoke(function.event(900 + i)));
      }
    }
    firsts.keep(SAMPLES, "first-" + function.label() + "-primed");
    System.out.printf(
        Locale.ROOT,
        "  %-20s init %6.0f ms (before the snapshot), first %6.0f ms%n",
        function.label() + "-primed",
        inits.median(),
        firsts.median());
  }

  /** A kept brief through the HTTP handler, beside the reference's GetItem, in turns. */
  private void warm() throws Exception {
    int invocations = quick ? 3 * FLAT_WINDOW : 20_000;
    int turn = 100;
    Samples reference = new Samples();
    Samples ours = new Samples();
    try (Doubles doubles = new Doubles();
        Container bare = new Container(Function.REFERENCE, Container.Mode.PLAIN, java, doubles);
        Container http = new Container(Function.HTTP, Container.Mode.PLAIN, java, doubles)) {
      String bareEvent = Function.REFERENCE.event(5);
      String httpEvent = Function.HTTP.event(5);
      for (int i = 0; i < FLAT_WINDOW; i++) {
        bare.invoke(bareEvent);
        http.invoke(httpEvent);
      }
      for (int i = 0; i < invocations; i += turn) {
        for (int j = 0; j < turn; j++) {
          reference.add(bare.invoke(bareEvent));
        }
        for (int j = 0; j < turn; j++) {
          ours.add(http.invoke(httpEvent));
        }
      }
    }
    reference.keep(SAMPLES, "warm-reference");
    ours.keep(SAMPLES, "warm-http");
    double first = ours.part(0, FLAT_WINDOW).median();
    double last = ours.part(ours.size() - FLAT_WINDOW, ours.size()).median();
    System.out.printf(
        Locale.ROOT,
        "  reference p50 %.2f ms, p99 %.2f ms; http p50 %.2f ms, p99 %.2f ms, first thousand %.2f ms, last %.2f ms%n",
        reference.median(),
        reference.percentile(99),
        ours.median(),
        ours.percentile(99),
        first,
        last);
    row("warm: kept brief, http, of the reference's GetItem", ours.median() / reference.median(), 1.3, " ×");
    row("warm: p50 of the last thousand of " + ours.size() + ", of the first", last / first, 1.2, " ×");
    row("warm: p99, of p50", ours.percentile(99) / ours.median(), 4, " ×");
  }

  /** New articles, each written by a model that answers at once: the rest of the time is ours. */
  private void newArticles() throws Exception {
    int invocations = quick ? 500 : 3_000;
    Samples ours = new Samples();
    try (Doubles doubles = new Doubles();
        Container http = new Container(Function.HTTP, Container.Mode.PLAIN, java, doubles)) {
      for (int i = 0; i < invocations; i++) {
        double millis = http.invoke(Function.HTTP.event(1_000 + i, 600));
        if (i >= invocations / 2) {
          ours.add(millis);
        }
      }
    }
    ours.keep(SAMPLES, "new-http");
    System.out.printf(
        Locale.ROOT, "  http p50 %.2f ms, p99 %.2f ms%n", ours.median(), ours.percentile(99));
    row("new article of 600 words, all but the model, p50", ours.median(), 15, " ms");
  }

  private void terminal() throws Exception {
    int rounds = quick ? 3 : 15;
    Samples cached = new Samples();
    Samples plain = new Samples();
    Path cache = Files.createTempDirectory("breve-bench");
    breve(cache, true);
    awaitAotCache(cache);
    for (int i = 0; i < rounds; i++) {
      cached.add(breve(cache, true));
      plain.add(breve(cache, false));
    }
    cached.keep(SAMPLES, "terminal-aot");
    plain.keep(SAMPLES, "terminal-plain");
    System.out.printf(
        Locale.ROOT, "  with AOT cache %.2f s, without %.2f s%n", cached.median(), plain.median());
    row("terminal: breve brief of a kept article, wall", cached.median(), 0.6, " s");
  }

  /** The launcher makes it in the background. */
  private static void awaitAotCache(Path cache) throws Exception {
    Path folder = Path.of("target/breve-local/aot");
    for (int i = 0; i < 600; i++) {
      try (var files = Files.list(folder)) {
        List<String> names = files.map(file -> file.getFileName().toString()).toList();
        if (names.stream().anyMatch(name -> name.matches("terminal-\\w+\\.aot"))
            && names.stream().noneMatch(name -> name.endsWith(".lock"))) {
          return;
        }
      }
      Thread.sleep(100);
      if (i % 100 == 99) {
        breve(cache, true);
      }
    }
    throw new IllegalStateException("the launcher makes no AOT cache");
  }

  private static double breve(Path cache, boolean aot) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("./breve", "brief", "events/article-fr.txt");
    builder.environment().keySet().removeIf(name -> name.startsWith("BREVE_"));
    builder.environment().put("BREVE_CACHE_DIR", cache.toString());
    builder.environment().put("BREVE_AOT_CACHE", aot ? "on" : "off");
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.INHERIT);
    long start = System.nanoTime();
    int exit = builder.start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException("./breve brief: exit " + exit);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private void serve() throws Exception {
    Serving serving = new Serving(java, quick);
    serving.measure();
    serving.kept.keep(SAMPLES, "serve-get");
    serving.posted.keep(SAMPLES, "serve-post");
    serving.bare.keep(SAMPLES, "serve-bare");
    System.out.printf(
        Locale.ROOT,
        "  bare endpoint %,.0f/s; kept brief by id %,.0f/s; kept brief by its article %,.0f/s%n",
        serving.bare.median(),
        serving.kept.median(),
        serving.posted.median());
    row(
        "serve: kept briefs a second, by article",
        String.format(Locale.ROOT, "%,.0f", serving.posted.median()),
        "≥ 3,000",
        serving.posted.median() >= 3_000);
    row(
        "serve: kept briefs a second, by id",
        String.format(Locale.ROOT, "%,.0f", serving.kept.median()),
        "≥ 3,000",
        serving.kept.median() >= 3_000);
    double share = serving.kept.median() / serving.bare.median();
    row(
        "serve: by id, of a bare endpoint with the same bytes",
        String.format(Locale.ROOT, "%.2f ×", share),
        "≥ 0.9 ×",
        share >= 0.9);
  }

  private void growth() throws Exception {
    for (Growth.Line line : Growth.measure(java, quick, SAMPLES)) {
      row(line.what(), line.measured(), 1.3, " ×");
    }
  }

  private static Samples samples(Map<String, Samples> all, String name) {
    return all.computeIfAbsent(name, key -> new Samples());
  }

  private static void keep(Map<String, Samples> all) throws IOException {
    for (Map.Entry<String, Samples> entry : all.entrySet()) {
      entry.getValue().keep(SAMPLES, entry.getKey());
    }
  }

  private static String machine(Path java) throws IOException {
    String processor = "";
    if (Files.exists(Path.of("/proc/cpuinfo"))) {
      processor =
          Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
              .filter(line -> line.startsWith("model name"))
              .map(line -> line.substring(line.indexOf(':') + 2) + ", ")
              .findFirst()
              .orElse("");
    }
    String release =
        Files.readAllLines(java.resolve("release")).stream()
            .filter(line -> line.startsWith("JAVA_RUNTIME_VERSION="))
            .findFirst()
            .orElse("");
    return "%s%d cores, %s %s, JDK %s"
        .formatted(
            processor,
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            release.replaceAll("^.*=|\"", ""));
  }
}
