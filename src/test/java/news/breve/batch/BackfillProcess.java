package news.breve.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code breve backfill} as a process of its own, which may be killed at any moment. */
final class BackfillProcess {
  private static final Pattern AFTER_GC = Pattern.compile("->(\\d+)M\\(");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  private final Process process;
  private final Path folder;
  private final Path err;
  private final Path collections;

  private BackfillProcess(Process process, Path folder, Path err, Path collections) {
    this.process = process;
    this.folder = folder;
    this.err = err;
    this.collections = collections;
  }

  /**
   * Starts a run.
   *
   * @param folder of the results; what it prints is kept beside it
   */
  static BackfillProcess start(Map<String, String> environment, Path folder, String... arguments)
      throws IOException {
    Path err = Files.createTempFile(folder.getParent(), "err", ".txt");
    Path collections = Files.createTempFile(folder.getParent(), "gc", ".log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // As the launcher has it.
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx384m",
                "-Xlog:gc:file=" + collections,
                "-cp",
                System.getProperty("java.class.path"),
                "news.breve.cli.Breve",
                "backfill"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--out", folder.toString(), "--format", "json"));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectError(err.toFile())
            .redirectOutput(folder.resolveSibling("out.txt").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("BREVE_"));
    builder.environment().putAll(environment);
    return new BackfillProcess(builder.start(), folder, err, collections);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** SIGKILL: nothing of it runs any more. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM: it may come to an end. */
  void stop() {
    process.destroy();
  }

  int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  String said() throws IOException {
    return Files.readString(err);
  }

  /** Returns how many records are written. */
  long records() throws IOException {
    Path results = folder.resolve("results.jsonl");
    if (!Files.exists(results)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(results)) {
      return lines.count();
    }
  }

  /** Returns the megabytes of memory it has; 0 where the system doesn't tell. */
  long residentMegabytes() {
    try {
      Matcher matcher =
          RESIDENT.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
      return matcher.find() ? Long.parseLong(matcher.group(1)) / 1024 : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /** Returns the megabytes that were left after each collection. */
  List<Long> heapAfterCollections() throws IOException {
    return AFTER_GC
        .matcher(Files.readString(collections))
        .results()
        .map(match -> Long.parseLong(match.group(1)))
        .toList();
  }
}
