import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import news.breve.article.Article;
import news.breve.article.Intake;
import news.breve.article.Source;
import news.breve.brief.Draft;
import news.breve.brief.DraftReader;
import news.breve.brief.Finding;
import news.breve.checking.Checker;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long all checks of a draft take, by the length of the article: one report, followed by others
 * of its language until it has that many words. The draft is a clean one of the first report. On one
 * core the JIT takes a minute to compile all checks: what is measured before is its work.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 30, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ChecksSpeed {
  /** One core: no help from a second one for the garbage collector. */
  private static final Path CORPUS = Path.of("bench/falsify/tuning");

  @Param({"fr", "en"})
  public String language;

  @Param({"600", "6000", "25000", "100000"})
  public int words;

  private final Checker checker = new Checker();
  private Article article;
  private Draft draft;

  @Setup
  public void read() throws IOException {
    List<Path> reports = reports();
    StringBuilder text = new StringBuilder();
    int count = 0;
    for (int i = 0; count < words; i = (i + 1) % reports.size()) {
      for (String paragraph : Files.readAllLines(reports.get(i).resolve("article.txt"))) {
        if (count < words) {
          text.append(paragraph).append('\n');
          count += paragraph.isBlank() ? 0 : paragraph.split("\\s+").length;
        }
      }
      text.append('\n');
    }
    article = article(text.toString());
    draft =
        DraftReader.readForeign(
            new ObjectMapper().readTree(reports.getFirst().resolve("draft-a.json").toFile()));
  }

  private List<Path> reports() throws IOException {
    List<Path> reports = new ArrayList<>();
    try (Stream<Path> folders = Files.list(CORPUS)) {
      for (Path folder : folders.sorted().toList()) {
        String text = Files.readString(folder.resolve("article.txt"));
        if (article(text).language().code().equals(language)) {
          reports.add(folder);
        }
      }
    }
    return reports;
  }

  private static Article article(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    // Longer than an article may be: the intake's limit is the doors' business.
    return new Intake().read(new Source(bytes, Source.Type.PLAIN_TEXT, null, null)).article();
  }

  @Benchmark
  public List<Finding> check() {
    return checker.check(draft, article);
  }
}
