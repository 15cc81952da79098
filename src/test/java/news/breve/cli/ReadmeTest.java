package news.breve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import news.breve.docs.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of README and of the formats' page are what the commands print. */
final class ReadmeTest {
  @TempDir Path cache;

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/formats.md"})
  void everyExample_printsWhatItShows(String page) {
    List<Page.Example> shown =
        Page.of(page).examples().stream()
            .filter(example -> example.command().startsWith("./breve "))
            .filter(example -> !example.output().isEmpty())
            .toList();
    assertThat(shown).hasSizeGreaterThanOrEqualTo(3);
    shown.forEach(example -> example.assertPrinted(run(example.command())));
  }

  @Test
  void readme_namesTheCommandThatTests() {
    assertThat(Page.of("README.md").examples())
        .extracting(Page.Example::command)
        .contains("mvn verify");
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
}
