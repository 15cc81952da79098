package news.breve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Words of the article itself raise no finding: every extractive brief is clean, alone. */
final class ExtractiveBriefsTest extends CommandTest {
  private static final List<String> FOLDERS =
      List.of(
          "events",
          "src/test/resources/news/breve/article/fixtures",
          "src/test/resources/news/breve/article/whole");

  static Stream<Path> articles() throws IOException {
    Stream.Builder<Path> articles = Stream.builder();
    for (String folder : FOLDERS) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        files.filter(ExtractiveBriefsTest::isArticle).sorted().forEach(articles);
      }
    }
    try (Stream<Path> folders = Files.list(Path.of("bench/falsify/tuning"))) {
      folders.sorted().map(folder -> folder.resolve("article.txt")).forEach(articles);
    }
    return articles.build();
  }

  private static boolean isArticle(Path file) {
    String name = file.getFileName().toString();
    boolean isEvent = file.startsWith("events") && !name.startsWith("article-");
    return !isEvent && !name.matches(".*\\.(expected|removed)\\.txt");
  }

  @ParameterizedTest
  @MethodSource("articles")
  void brief_checkedFromItselfAlone_hasNoFinding(Path article) {
    Run brief = breve(environment(), "", "brief", article.toString(), "--format", "json");
    assertThat(brief.exit()).as(brief.err()).isZero();
    assertThat(brief.json().at("/checks/dropped")).isEmpty();
    Run run = breve(environment(), brief.out(), "check", "-", "--format", "json");
    assertThat(run.out()).isEqualToIgnoringWhitespace("{\"status\":\"verified\",\"findings\":[]}");
  }
}
