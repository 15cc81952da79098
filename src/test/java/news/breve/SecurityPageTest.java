package news.breve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/security.md}: what it says holds a promise is there. */
final class SecurityPageTest {
  private static final Pattern TESTS = Pattern.compile("`(\\w+(?:Test|IT|Contract))`");
  private static final Pattern COMMANDS = Pattern.compile("`(bench/\\w[\\w-]*)`");

  private static List<String> named(Pattern pattern) throws IOException {
    return pattern
        .matcher(Files.readString(Path.of("docs/security.md")))
        .results()
        .map(match -> match.group(1))
        .distinct()
        .toList();
  }

  @Test
  void tests_thatAreNamed_exist() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      List<String> classes =
          files.map(file -> file.getFileName().toString().replace(".java", "")).toList();
      assertThat(classes).containsAll(named(TESTS));
      assertThat(named(TESTS)).hasSizeGreaterThan(20);
    }
  }

  @Test
  void commands_thatAreNamed_canBeRun() throws IOException {
    assertThat(named(COMMANDS))
        .isNotEmpty()
        .allSatisfy(command -> assertThat(Path.of(command)).isExecutable());
  }
}
