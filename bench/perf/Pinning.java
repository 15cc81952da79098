import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is measured has the last core for itself, what measures it the others. */
final class Pinning {
  private static final boolean PINS =
      Files.isExecutable(Path.of("/usr/bin/taskset")) && Runtime.getRuntime().availableProcessors() > 0;
  private static final int CORE = Integer.getInteger("bench.core", 0);

  private Pinning() {}

  /** Returns what a command begins with. */
  static List<String> command() {
    return PINS ? List.of("taskset", "-c", Integer.toString(CORE)) : List.of();
  }
}
