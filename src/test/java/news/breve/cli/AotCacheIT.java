package news.breve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher's AOT cache (docs/adr/0017), with a program in Brève's place that says one word, and
 * if a cache is in use. All jars of our build bear the same time; these do too, and have one size.
 */
@Timeout(300)
final class AotCacheIT {
  private static final FileTime BUILT = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  /** A mapped file stands in {@code /proc/self/maps}. */
  private static final String BREVE =
      """
      package news.breve.cli;
      public final class Breve {
        public static void main(String[] arguments) throws Exception {
          boolean mapped;
          try (var maps = java.nio.file.Files.lines(java.nio.file.Path.of("/proc/self/maps"))) {
            mapped = maps.anyMatch(line -> line.endsWith(".aot"));
          }
          System.out.println("WORD" + (mapped ? ", from the cache" : ""));
        }
      }
      """;

  private static final String REHEARSAL =
      """
      package news.breve.cli;
      public final class Rehearsal {
        public static void main(String[] arguments) throws Exception {
          EXTRA
          Breve.main(arguments);
        }
      }
      """;

  @TempDir Path root;
  private Path jar;
  private Path caches;

  private record Run(int exit, String out, String err) {}

  @BeforeEach
  void layOut() throws IOException {
    Files.copy(Path.of("breve"), root.resolve("breve"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.createDirectories(root.resolve("src/main"));
    Files.createDirectories(root.resolve("src/assembly"));
    Files.createFile(root.resolve("pom.xml"));
    jar = Files.createDirectories(root.resolve("target/breve-local/lib")).resolve("app.jar");
    caches = root.resolve("target/breve-local/aot");
    Files.createFile(root.resolve("target/breve-local/built"));
  }

  @Test
  void cache_onceMade_isUsed() throws Exception {
    install("old", "");
    assertThat(run()).isEqualTo(new Run(0, "old\n", ""));
    awaitCache();
    assertThat(run()).isEqualTo(new Run(0, "old, from the cache\n", ""));
  }

  @Test
  void jar_changed_withSizeAndTimeOfTheOld_runsTheNewCode_andGetsANewCache() throws Exception {
    install("old", "");
    run();
    Path old = awaitCache();
    long size = Files.size(jar);
    install("new", "");
    assertThat(Files.size(jar)).isEqualTo(size);

    assertThat(run()).isEqualTo(new Run(0, "new\n", ""));
    assertThat(awaitOtherThan(old)).isNotEqualTo(old);
    assertThat(run()).isEqualTo(new Run(0, "new, from the cache\n", ""));
    assertThat(files()).hasSize(1).doesNotContain(old);
  }

  @Test
  void jar_added_getsANewCache() throws Exception {
    install("old", "");
    run();
    Path old = awaitCache();
    Files.copy(jar, jar.resolveSibling("other.jar"));

    assertThat(run()).isEqualTo(new Run(0, "old\n", ""));
    assertThat(awaitOtherThan(old)).isNotEqualTo(old);
  }

  @Test
  void cache_damaged_isPassedOverInSilence() throws Exception {
    install("old", "");
    run();
    Path cache = awaitCache();
    Files.writeString(cache, "no cache at all");

    assertThat(run()).isEqualTo(new Run(0, "old\n", ""));
  }

  @Test
  void cache_beingMadeByAnother_orKilledWhileItWas_isNotWaitedFor() throws Exception {
    install("old", "");
    run();
    Path cache = awaitCache();
    Files.move(cache, Files.createDirectory(lock(cache)).resolve("aot"));

    assertThat(run()).isEqualTo(new Run(0, "old\n", ""));
    assertThat(files()).containsExactly(lock(cache));
  }

  @Test
  void cache_thatCannotBeMade_failsNoCommand_andIsNotTriedAgain() throws Exception {
    install("old", "if (true) throw new IllegalStateException();");
    assertThat(run()).isEqualTo(new Run(0, "old\n", ""));
    Path failed = await(files -> files.getFirst().toString().endsWith(".failed"));

    assertThat(run()).isEqualTo(new Run(0, "old\n", ""));
    assertThat(files()).containsExactly(failed);
  }

  @Test
  void folder_thatCannotBeMade_failsNoCommand() throws Exception {
    install("old", "");
    Files.createFile(caches);

    assertThat(run()).isEqualTo(new Run(0, "old\n", ""));
  }

  @Test
  void cache_switchedOff_isNeitherMadeNorUsed() throws Exception {
    install("old", "");
    assertThat(run(Map.of("BREVE_AOT_CACHE", "off"))).isEqualTo(new Run(0, "old\n", ""));
    assertThat(caches).doesNotExist();
  }

  /** The real program: what it prints doesn't depend on the cache. */
  @Test
  void check_ofTheSampleDraft_withAndWithoutACache_printsTheSame() throws Exception {
    root = Path.of("").toAbsolutePath();
    caches = root.resolve("target/breve-local/aot");
    String[] check = {"check", "events/article-fr.txt", "events/drafts/fr.json"};
    Run without = run(Map.of("BREVE_AOT_CACHE", "off"), check);
    assertThat(without.exit()).as(without.err()).isEqualTo(1);
    run(Map.of(), check);
    awaitCache();

    assertThat(run(Map.of(), check)).isEqualTo(without);
  }

  private Run run() throws Exception {
    return run(Map.of());
  }

  private Run run(Map<String, String> environment, String... arguments) throws Exception {
    Path out = Files.createTempFile(root.resolve("target"), "run", ".out");
    Path err = Files.createTempFile(root.resolve("target"), "run", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(
                Stream.concat(Stream.of("./breve"), Stream.of(arguments)).toArray(String[]::new))
            .directory(root.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("BREVE_"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    Run run = new Run(process.waitFor(), Files.readString(out), Files.readString(err));
    Files.delete(out);
    Files.delete(err);
    return run;
  }

  private static Path lock(Path cache) {
    return cache.resolveSibling(cache.getFileName() + ".lock");
  }

  private Path awaitCache() throws Exception {
    return await(files -> files.getFirst().toString().endsWith(".aot"));
  }

  private Path awaitOtherThan(Path old) throws Exception {
    return await(
        files -> files.getFirst().toString().endsWith(".aot") && !files.getFirst().equals(old));
  }

  private interface Wanted {
    boolean are(List<Path> files);
  }

  /** Waits until the folder holds one file and it is the one wanted: nothing else stays behind. */
  private Path await(Wanted wanted) throws Exception {
    while (true) {
      List<Path> files = files();
      if (files.size() == 1 && wanted.are(files)) {
        return files.getFirst();
      }
      Thread.sleep(50);
    }
  }

  /** Returns what there is for commands at the terminal; serve has a cache of its own. */
  private List<Path> files() throws IOException {
    if (!Files.isDirectory(caches)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(caches)) {
      return files.filter(file -> file.getFileName().toString().startsWith("terminal-")).toList();
    }
  }

  /** Puts the program there, uncompressed: words of one length make jars of one size. */
  private void install(String word, String extra) throws IOException {
    Path sources = Files.createDirectories(root.resolve("sources/news/breve/cli"));
    Files.writeString(sources.resolve("Breve.java"), BREVE.replace("WORD", word));
    Files.writeString(sources.resolve("Rehearsal.java"), REHEARSAL.replace("EXTRA", extra));
    int failures =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                sources.resolve("Breve.java").toString(),
                sources.resolve("Rehearsal.java").toString());
    assertThat(failures).isZero();
    Path made = root.resolve("made.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(made))) {
      for (String name : List.of("Breve", "Rehearsal")) {
        store(zip, "news/breve/cli/" + name + ".class", sources.resolve(name + ".class"));
      }
    }
    Files.setLastModifiedTime(made, BUILT);
    Files.move(made, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void store(ZipOutputStream zip, String name, Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(crc.getValue());
    entry.setLastModifiedTime(BUILT);
    zip.putNextEntry(entry);
    OutputStream out = zip;
    out.write(bytes);
    zip.closeEntry();
  }
}
