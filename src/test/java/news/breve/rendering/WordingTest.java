package news.breve.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.breve.article.Language;
import news.breve.article.Problem;
import news.breve.article.RemovalReason;
import news.breve.article.Table;
import news.breve.brief.FactType;
import news.breve.brief.Finding;
import news.breve.brief.Match;
import news.breve.brief.Status;
import news.breve.checking.Checker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class WordingTest {
  private static final Wording FRENCH = Wording.in(Language.FRENCH);
  private static final Wording ENGLISH = Wording.in(Language.ENGLISH);

  /** A sentence in a string of a check: a message. */
  private static final Pattern MESSAGE = Pattern.compile("\"([A-Z][^\"]* [^\"]*\\.)\"");

  private static final Pattern PLACE = Pattern.compile("\\{\\d\\}");

  @Test
  void everyRow_hasBothLanguages_withTheSameThingsPutIn() {
    List<List<String>> rows = Table.read(WordingTest.class, "words.tsv", 3);
    assertThat(rows)
        .allSatisfy(row -> {
          assertThat(row).as(row.getFirst()).doesNotContain("");
          assertThat(places(row.get(1))).as(row.getFirst()).isEqualTo(places(row.get(2)));
        });
    assertThat(rows).extracting(List::getFirst).doesNotHaveDuplicates();
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(match -> match.group()).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everythingThatIsNamed_hasItsWords(Language language) {
    Wording wording = Wording.in(language);
    Stream.of(Problem.values())
        .forEach(problem -> {
          assertThat(wording.of("problem." + problem.slug())).isNotBlank();
          assertThat(wording.of("problem." + problem.slug() + ".next")).isNotBlank();
        });
    Stream.of(FactType.values())
        .forEach(type -> assertThat(wording.of("fact." + type.code())).isNotBlank());
    Stream.of(RemovalReason.values())
        .forEach(reason -> assertThat(wording.of("removed." + reason.slug())).isNotBlank());
    Stream.of(Status.values())
        .map(status -> "status." + status.name().toLowerCase(Locale.ROOT))
        .forEach(key -> assertThat(wording.of(key) + wording.of(key + ".say")).isNotBlank());
    Stream.of(Match.Kind.values())
        .map(kind -> "mark." + kind.name().toLowerCase(Locale.ROOT))
        .forEach(key -> assertThat(wording.of(key)).isNotBlank());
    new Checker().names().forEach(check -> assertThat(wording.of("check." + check)).isNotBlank());
  }

  /** The checks speak English; who adds a message adds its French. */
  @Test
  void everyMessageOfAChecks_hasItsFrench_andNoOther() throws IOException {
    Set<String> said = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/news/breve/checking"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        MESSAGE.matcher(Files.readString(file)).results().forEach(m -> said.add(m.group(1)));
      }
    }
    assertThat(said).hasSizeGreaterThan(80);
    assertThat(FRENCH.messages().keySet()).isEqualTo(said);
    assertThat(FRENCH.messages().values()).doesNotContain("");
  }

  @Test
  void message_withoutARow_isTheChecksOwn() {
    Finding finding = Finding.error("number", "/headline/fr", "Something new.");
    assertThat(FRENCH.message(finding)).isEqualTo("Something new.");
  }

  @ParameterizedTest
  @CsvSource({"0, 0 phrase, 0 sentences", "1, 1 phrase, 1 sentence", "2, 2 phrases, 2 sentences"})
  void count_agreesAsEachLanguageHasIt(long number, String french, String english) {
    assertThat(FRENCH.count("count.sentences", number)).isEqualTo(french);
    assertThat(ENGLISH.count("count.sentences", number)).isEqualTo(english);
  }

  @Test
  void instant_isWrittenAsAReaderWritesIt() {
    assertThat(FRENCH.instant("2026-03-02T08:05:00Z")).isEqualTo("2 mars 2026 à 8 h 05 UTC");
    assertThat(ENGLISH.instant("2026-03-02T08:05:00Z")).isEqualTo("2 March 2026, 08:05 UTC");
    assertThat(ENGLISH.instant("some day")).isEqualTo("some day");
  }

  @Test
  void key_thatIsMissing_isAFault() {
    assertThatThrownBy(() -> ENGLISH.of("no.such"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no.such");
  }
}
