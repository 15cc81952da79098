package news.breve.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import news.breve.article.Article;
import news.breve.article.Intake;
import news.breve.article.Language;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.article.SentenceSplitter;
import news.breve.article.Source;
import news.breve.brief.Draft;
import news.breve.brief.FactType;
import news.breve.checking.Checker;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same again and again, which makes work of any rule that compares all with all: the checks
 * take seconds at most, where a square or a cube of the words would be minutes.
 */
final class RepetitionTest {
  private static final int LONGEST_SENTENCE = 4_990;
  private static final int LONGEST_CLAIM = 1_990;
  private static final int MOST_WORDS = 999;

  private final Intake intake = new Intake();
  private final Checker checker = new Checker();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x ",
        "pas ",
        "ne pas ",
        "maire ",
        "Roy ",
        "Anne Roy ",
        "dit ",
        "hausse ",
        "12 ",
        "12 % ",
        "mardi ",
        "le maire Roy ",
        "selon le maire, ",
        "« ",
        "« a » ",
        "“a” ",
        "\"",
        "' ",
        "l'",
        "d'",
        "(",
        "deux ",
        "vingt et un ",
        "mille ",
        "un million de ",
        "3 mars ",
        "2025 ",
        "que ",
        "et ",
        ", ",
        ": ",
        "- ",
        "-",
        "a-",
        "aurait ",
        "peut-être ",
        "ministre ",
        "M. ",
        "A. ",
        "1er ",
        "5 M$ ",
        "1/2 ",
        "la hausse et la baisse ",
        "Paris ",
        "not ",
        "the mayor said ",
        "according to ",
        "who ",
        "Roy accuse Roy ",
        "plus de ",
        "$",
        "€5 ",
        "0",
        "0,",
        "0.0 ",
        "é",
        "ß",
        "\ud83d\ude00",
        "A",
        "Ab ",
        "d'Anne "
      })
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void sentence_ofTheSameAgainAndAgain_isCheckedInSeconds(String piece) {
    String end = "Le maire de la ville a dit que les travaux de la rue sont terminés.\n";
    String sentence = repeated(piece, LONGEST_SENTENCE);
    String claim = repeated(piece, LONGEST_CLAIM);
    String text = (sentence + ".\n" + sentence + "!\n" + end).strip();
    Article article = article(text);
    Draft.Item item =
        new Draft.Item(
            claim, claim, IntStream.rangeClosed(1, article.sentences().size()).boxed().toList());
    Draft draft =
        new Draft(item, List.of(item), List.of(new Draft.Fact(FactType.NUMBER, item, null)));
    long start = cpuTime();
    checker.check(draft, article);
    long ms = TimeUnit.NANOSECONDS.toMillis(cpuTime() - start);
    assertThat(ms).isLessThan(8_000);
  }

  /** A text of one word is no language; then the language that a caller names decides. */
  private Article article(String text) {
    for (String language : List.of("fr", "en")) {
      Source source =
          new Source(text.getBytes(StandardCharsets.UTF_8), Source.Type.PLAIN_TEXT, null, language);
      try {
        return intake.read(source).article();
      } catch (ProblemException e) {
        assertThat(e.problem()).isIn(Problem.INVALID_ARTICLE, Problem.UNSUPPORTED_LANGUAGE);
      }
    }
    return Article.of(
        Language.FRENCH,
        null,
        null,
        text,
        new SentenceSplitter().split(text, Language.FRENCH),
        List.of());
  }

  /** Time that other tests beside this one take doesn't count. */
  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static String repeated(String piece, int length) {
    int words = (int) Math.max(1, piece.chars().filter(c -> c == ' ').count());
    return piece.repeat(Math.min(length / piece.length(), MOST_WORDS / words)).strip();
  }
}
