package news.breve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** README's examples are what the commands print. */
final class ReadmeTest {
  private static final Pattern CONSOLE =
      Pattern.compile("```console\n\\$ (?<command>[^\n]*)\n(?<output>.*?)```", Pattern.DOTALL);

  @TempDir Path cache;

  private record Example(String command, String output) {}

  private static List<Example> examples() throws Exception {
    return CONSOLE
        .matcher(Files.readString(Path.of("README.md")))
        .results()
        .map(match -> new Example(match.group("command"), match.group("output")))
        .toList();
  }

  @Test
  void everyExample_printsWhatItShows() throws Exception {
    List<Example> examples = examples();
    assertThat(examples).extracting(Example::command).contains("mvn verify");
    List<Example> shown =
        examples.stream()
            .filter(example -> example.command().startsWith("./breve "))
            .filter(example -> !example.output().isEmpty())
            .toList();
    assertThat(shown).hasSizeGreaterThanOrEqualTo(3);
    for (Example example : shown) {
      assertThat(masked(run(example.command())))
          .as(example.command())
          .matches(pattern(example.output()));
    }
  }

  private String run(String command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            Map.of("BREVE_CACHE_DIR", cache.toString(), "BREVE_MODEL_PROVIDER", "none"),
            Map.of());
    String[] arguments = command.substring("./breve ".length()).split(" ");
    int exit = Breve.run(terminal, arguments);
    String printed = out.toString(StandardCharsets.UTF_8);
    assertThat(exit).as(command).isEqualTo(printed.endsWith("— rejected\n") ? 1 : 0);
    return printed;
  }

  /** Returns a text without what differs from run to run, or with each new rule: ids and times. */
  private static String masked(String text) {
    return text.replaceAll("b1-(?:[\\w-]+|…)", "b1-ID")
        .replaceAll("\\d+\\.\\d s\n", "0.4 s\n")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ", "2026-01-01T00:00:00Z");
  }

  private static Pattern pattern(String output) {
    return Stream.of(masked(output).split("(?<=\n)"))
        .map(line -> line.strip().equals("…") ? "(?:[^\n]*\n)*?" : Pattern.quote(line))
        .collect(
            Collectors.collectingAndThen(Collectors.joining(), regex -> Pattern.compile(regex)));
  }
}
