package news.breve.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.breve.article.Article;
import news.breve.article.Intake;
import news.breve.article.Language;
import news.breve.article.LanguageDetector;
import news.breve.article.Source;
import news.breve.brief.Draft;
import news.breve.brief.Finding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/checks.md tells of every check, and what its tables say is so. */
final class ChecksPageTest {
  private static final Path PAGE = Path.of("docs/checks.md");
  private static final Pattern CITED = Pattern.compile("(.*) \\[([0-9]+)\\]");

  /** A row of a table: the article, what is said of it, and what is found. */
  record Example(String check, String article, String draft, @Nullable Language own, String found) {
    @Override
    public String toString() {
      return check + ": " + draft;
    }
  }

  static List<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    String check = "";
    String header = "";
    for (String line : Files.readAllLines(PAGE)) {
      if (line.startsWith("## ")) {
        check = line.substring(3);
      } else if (line.startsWith("| ")) {
        String[] cells = line.substring(2).split(" \\| | \\|", -1);
        if (cells[2].equals("finding")) {
          header = cells[0];
        } else if (!header.isEmpty()) {
          examples.add(new Example(check, cells[0], cells[1], language(header), cells[2]));
        }
      } else if (!line.startsWith("|")) {
        header = "";
      }
    }
    return examples;
  }

  private static @Nullable Language language(String header) {
    return switch (header) {
      case "French" -> Language.FRENCH;
      case "English" -> Language.ENGLISH;
      default -> null;
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void example_hasTheFindingThatThePageSays(Example example) {
    Language language =
        example.own() == null
            ? new LanguageDetector().detect(example.article()).language().orElseThrow()
            : example.own();
    Article article = article(example.article(), language);
    List<Finding> findings = new Checker().check(draft(example, article, language), article);
    if (example.found().equals("none")) {
      assertThat(findings).isEmpty();
      return;
    }
    assertThat(findings)
        .anySatisfy(finding -> {
          assertThat(finding.check()).isEqualTo(example.check());
          assertThat(finding.severity().name().toLowerCase(Locale.ROOT)).isEqualTo(example.found());
        });
  }

  private static Article article(String text, Language language) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Intake()
        .read(new Source(bytes, Source.Type.PLAIN_TEXT, null, language.code()))
        .article();
  }

  private static Draft draft(Example example, Article article, Language language) {
    Matcher cited = CITED.matcher(example.draft());
    String words = cited.matches() ? cited.group(1) : example.draft();
    List<Integer> evidence =
        cited.matches()
            ? List.of(Integer.valueOf(cited.group(2)))
            : Stream.iterate(1, i -> i + 1).limit(article.sentences().size()).toList();
    Draft.Item headline = item(language, article.sentence(1), null, List.of(1));
    Draft.Item sentence =
        example.own() == null
            ? item(language, words, null, evidence)
            : item(language, example.article(), words, evidence);
    return new Draft(headline, List.of(sentence), List.of());
  }

  private static Draft.Item item(
      Language language, String words, @Nullable String others, List<Integer> evidence) {
    return language == Language.FRENCH
        ? new Draft.Item(words, others, evidence)
        : new Draft.Item(others, words, evidence);
  }

  @Test
  void page_hasASectionOfEachCheck() throws IOException {
    assertThat(Files.readAllLines(PAGE))
        .containsAll(new Checker().names().stream().map(name -> "## " + name).toList());
  }

  @Test
  void page_namesTablesThatAreThere() throws IOException {
    assertThat(Pattern.compile("`([a-z-]+\\.tsv)`").matcher(Files.readString(PAGE)).results())
        .isNotEmpty()
        .allSatisfy(match ->
            assertThat(Checker.class.getResource("/news/breve/reading/" + match.group(1)))
                .as(match.group(1))
                .isNotNull());
  }
}
