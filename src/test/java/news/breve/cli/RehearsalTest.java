package news.breve.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher's AOT cache is made from: a command that fails would leave its classes out. */
final class RehearsalTest {
  @ParameterizedTest
  @ValueSource(strings = {"terminal", "serve"})
  void rehearsal_ofTheSamples_goesThrough_andLeavesNothing(String kind) throws IOException {
    List<Path> before = folders();
    Rehearsal.main(new String[] {kind, "events"});
    assertThat(folders()).isEqualTo(before);
  }

  @Test
  void rehearsal_withoutSamples_fails(@TempDir Path empty) {
    assertThatThrownBy(() -> Rehearsal.main(new String[] {"terminal", empty.toString()}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("exit 2");
  }

  private static List<Path> folders() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("breve-rehearsal"))
          .sorted()
          .toList();
    }
  }
}
