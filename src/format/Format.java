import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Checks, or with {@code write} mends, the format of every Java file under {@code src/}. */
public final class Format {
  private Format() {}

  public static void main(String[] arguments) throws IOException, FormatterException {
    boolean write = arguments.length > 0 && arguments[0].equals("write");
    Formatter formatter = new Formatter();
    List<Path> unformatted = new ArrayList<>();
    for (Path file : javaFiles()) {
      String source = Files.readString(file);
      String formatted;
      try {
        formatted = formatter.formatSourceAndFixImports(source);
      } catch (FormatterException e) {
        System.err.println(file + ":" + e.getMessage());
        throw e;
      }
      if (!formatted.equals(source)) {
        unformatted.add(file);
        if (write) {
          Files.writeString(file, formatted);
        }
      }
    }
    if (!write && !unformatted.isEmpty()) {
      unformatted.forEach(file -> System.err.println("Not formatted: " + file));
      System.err.println("To format them: mvn -q process-sources -Dformat=write");
      System.exit(1);
    }
  }

  private static List<Path> javaFiles() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
