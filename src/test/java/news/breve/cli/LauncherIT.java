package news.breve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The launcher {@code ./breve}, as a person or a script starts it. */
@Timeout(120)
final class LauncherIT {
  @TempDir Path folder;

  private record Run(int exit, String out, String err) {}

  private Run breve(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("./breve"));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("BREVE_"));
    builder.environment().put("BREVE_CACHE_DIR", folder.resolve("cache").toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  @Test
  void brief_sampleArticle_isMade_andTheSecondTimeComesFromTheCache() throws Exception {
    Run first = breve(Map.of(), "brief", "events/article-fr.txt");
    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(first.out()).contains("FRANÇAIS", "Passages").doesNotContain("from the cache");
    Run second = breve(Map.of(), "brief", "events/article-fr.txt");
    assertThat(second.exit()).isZero();
    assertThat(second.out()).contains("du cache · from the cache");
  }

  @Test
  void brief_noJdk25_saysSoInOneLine() throws Exception {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    for (String tool : List.of("bash", "dirname", "readlink", "grep", "env")) {
      Files.createSymbolicLink(bin.resolve(tool), which(tool));
    }
    Path elsewhere = Files.copy(Path.of("breve"), folder.resolve("breve"));
    // The folders where JDKs usually stand are taken out of the search, for this machine has one.
    Files.writeString(
        elsewhere,
        Files.readString(elsewhere)
            .replace("/usr/lib/jvm/", "/nowhere/")
            .replace("/opt/", "/nowhere/"));
    assertThat(elsewhere.toFile().setExecutable(true)).isTrue();
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(elsewhere.toString(), "--version").redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(Map.of("PATH", bin.toString(), "HOME", folder.toString()));
    Process process = builder.start();
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(Files.readString(err).lines())
        .singleElement()
        .asString()
        .contains("no JDK 25 was found", "JAVA_HOME");
  }

  @Test
  void firstUse_articleOnStandardInput_isLeftToTheCommand() throws Exception {
    Path root = Files.createDirectory(folder.resolve("fresh"));
    Path launcher = Files.copy(Path.of("breve"), root.resolve("breve"));
    Path bin = Files.createDirectory(folder.resolve("maven"));
    Path maven = Files.writeString(bin.resolve("mvn"), "#!/bin/sh\ncat >read\nexit 1\n");
    assertThat(launcher.toFile().setExecutable(true) && maven.toFile().setExecutable(true))
        .isTrue();
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(launcher.toString(), "brief", "-").redirectError(err.toFile());
    builder.environment().merge("PATH", bin.toString(), (path, first) -> first + ":" + path);
    Process process = builder.start();
    try (OutputStream article = process.getOutputStream()) {
      article.write(bytes("La mairie a voté."));
    } catch (IOException launcherWasDone) {
      // It needs no article to say that the build failed.
    }
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(Files.readString(err)).contains("the build failed");
    assertThat(root.resolve("read")).isEmptyFile();
  }

  private static Path which(String tool) {
    return Stream.of("/bin", "/usr/bin", "/usr/local/bin")
        .map(bin -> Path.of(bin, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  static Stream<Arguments> badInputs() throws IOException {
    return Stream.of(
        Arguments.of("empty.txt", new byte[0], "invalid-article"),
        Arguments.of("blank.txt", bytes(" \n\t\n\u00a0\n"), "invalid-article"),
        Arguments.of("binary.bin", binary(), "invalid-article"),
        Arguments.of("archive.gz", gzip(), "invalid-article"),
        Arguments.of("latin1.txt", latin1(), "invalid-article"),
        Arguments.of("large.txt", bytes("La mairie a voté. ".repeat(17_000)), "too-large"),
        Arguments.of("nested.html", bytes("<div>".repeat(100_000) + "a"), "too-large"),
        Arguments.of("nested.json", bytes("[".repeat(10_000)), "invalid-json"),
        Arguments.of(
            "nested-article.json",
            bytes("{\"text\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"),
            "invalid-json"),
        Arguments.of("twice.json", bytes("{\"text\":\"a\",\"text\":\"b\"}"), "invalid-json"),
        Arguments.of("more.json", bytes("{\"text\":\"a\"} and more"), "invalid-json"),
        Arguments.of("unknown.json", bytes("{\"text\":\"a\",\"texte\":\"b\"}"), "invalid-article"),
        Arguments.of("german.txt", bytes(GERMAN), "unsupported-language"),
        Arguments.of("emoji.txt", bytes("🎉🇨🇦👩‍🚒 🎈🎈🎈"), "invalid-article"),
        Arguments.of("words.txt", bytes("Budget voté hier"), "unsupported-language"),
        Arguments.of("line.txt", bytes("x".repeat(50_000)), "unsupported-language"),
        Arguments.of(
            "words-line.txt", bytes("le maire dit que ".repeat(2_950)), "invalid-article"));
  }

  private static final String GERMAN =
      """
      Der Stadtrat von Lindenau hat am Dienstag beschlossen, die alte Brücke über den Fluss nicht
      abzureißen. Die Kosten für die Sanierung betragen nach Angaben der Verwaltung rund zwölf
      Millionen Euro. „Wir wollen das Bauwerk für die nächsten Generationen erhalten“, sagte die
      Bürgermeisterin. Die Arbeiten sollen im Frühjahr beginnen und etwa zwei Jahre dauern.
      """;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] latin1() {
    return "La mairie a voté le budget de la ville.".getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] binary() {
    byte[] bytes = new byte[4_096];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    return bytes;
  }

  private static byte[] gzip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(bytes("La mairie a voté."));
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badInputs")
  void brief_badInput_exitsWith2_andNamesTheProblemInOneLine(
      String name, byte[] content, String problem) throws Exception {
    Path file = Files.write(folder.resolve(name), content);
    Run run = breve(Map.of(), "brief", file.toString());
    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).singleElement().asString().startsWith("breve: " + problem + ": ");
    assertThat(run.err()).hasSizeLessThan(300).doesNotContain("mairie", "maire dit", "Stadtrat");
  }

  @Test
  void brief_fileNameWithAccents_inALocaleWithoutUtf8_isRead() throws Exception {
    Path file = Files.copy(Path.of("events/article-fr.txt"), folder.resolve("été à Québec.txt"));
    Run run = breve(Map.of("LC_ALL", "C", "LANG", "C"), "brief", file.toString());
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("FRANÇAIS");
  }
}
