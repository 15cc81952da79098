package news.breve.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SentenceSplitterTest {
  private final SentenceSplitter splitter = new SentenceSplitter();

  @ParameterizedTest
  @CsvSource({
    "sentences-fr.tsv, FRENCH, 0.01",
    "sentences-en.tsv, ENGLISH, 0.01",
    "sentences-heldout-fr.tsv, FRENCH, 0.05",
    "sentences-heldout-en.tsv, ENGLISH, 0.05",
  })
  void newsSentences_areSplitWhereAnEditorWould(String file, Language language, double tolerated) {
    List<List<String>> rows = Table.read(SentenceSplitterTest.class, file, 2);
    List<String> wrong = new ArrayList<>();
    for (List<String> row : rows) {
      String expected = row.get(1);
      String actual = marked(expected.replace(" | ", " ").replace('¶', '\n'), language);
      if (!actual.equals(expected.replace("¶", " | "))) {
        wrong.add(row.getFirst() + ": " + actual);
      }
    }
    System.out.printf("%s: %d of %d cases wrong%n", file, wrong.size(), rows.size());

    wrong.forEach(System.out::println);

    assertThat(wrong).as(file).hasSizeLessThanOrEqualTo((int) (rows.size() * tolerated));
  }

  private String marked(String text, Language language) {
    return splitter.split(text, language).stream()
        .map(sentence -> slice(text, sentence))
        .collect(Collectors.joining(" | "));
  }

  private static String slice(String text, Sentence sentence) {
    int from = text.offsetByCodePoints(0, sentence.start());
    return text.substring(from, text.offsetByCodePoints(0, sentence.end()));
  }

  @Test
  void offsets_countCodePoints_ofTheWholeText() {
    assertThat(splitter.split("😀 Un.\nDeux 😀 ! Trois.", Language.FRENCH))
        .containsExactly(new Sentence(0, 5), new Sentence(6, 14), new Sentence(15, 21));
  }

  @Test
  void lineWithoutWords_isNoSentence() {
    assertThat(marked("Un.\n* * *\nDeux.", Language.FRENCH)).isEqualTo("Un. | Deux.");
  }

  @Test
  void spans_areInOrder_trimmed_andLoseNoWord() {
    Random random = new Random(7);
    String alphabet = "aB1 .…!?\"«»“”’'()[]-—,:•\nM";
    for (int round = 0; round < 20_000; round++) {
      String text = random(random, alphabet);
      for (Language language : Language.values()) {
        StringBuilder left = new StringBuilder(text);
        int last = 0;
        for (Sentence sentence : splitter.split(text, language)) {
          String span = slice(text, sentence);
          assertThat(sentence.start()).as(text).isGreaterThanOrEqualTo(last);
          assertThat(span).as(text).isEqualTo(span.strip()).doesNotContain("\n");
          for (int i = sentence.start(); i < sentence.end(); i++) {
            left.setCharAt(i, ' ');
          }
          last = sentence.end();
        }
        assertThat(left.chars().noneMatch(Character::isLetterOrDigit)).as(text).isTrue();
      }
    }
  }

  private static String random(Random random, String alphabet) {
    return random
        .ints(random.nextInt(30), 0, alphabet.length())
        .mapToObj(i -> String.valueOf(alphabet.charAt(i)))
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        ".",
        ". ",
        "a. ",
        "A. ",
        "U.S. ",
        "(",
        "(. ",
        "\"",
        "« ! » ",
        "? A ",
        "J.-",
        "• ",
        "( ! ",
        "! Smith ",
        "....A",
        "p.m. A"
      })
  void longLine_isSplitInLinearTime(String unit) {
    String line = unit.repeat(262_144 / unit.length());

    assertThatCode(() ->
            assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> splitter.split(line, Language.ENGLISH)))
        .doesNotThrowAnyException();
  }

  @Test
  void emptyText_hasNoSentence() {
    assertThat(splitter.split("", Language.FRENCH)).isEmpty();
  }
}
