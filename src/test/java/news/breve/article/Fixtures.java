package news.breve.article;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Article files of the tests. */
final class Fixtures {
  private Fixtures() {}

  /** Returns the files of a folder beside this class, in the order of their names. */
  static List<Path> files(String folder) throws IOException, URISyntaxException {
    URL url = Objects.requireNonNull(Fixtures.class.getResource(folder), folder);
    try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
      return files.sorted().toList();
    }
  }

  static Source unknown(byte[] bytes) {
    return new Source(bytes, Source.Type.UNKNOWN, null, null);
  }

  static Source unknown(String text) {
    return unknown(text.getBytes(StandardCharsets.UTF_8));
  }

  static Source typed(Source.Type type, String text) {
    return new Source(text.getBytes(StandardCharsets.UTF_8), type, null, null);
  }

  static List<String> reasons(Article article) {
    return article.removed().stream().map(Removed::reason).toList();
  }
}
