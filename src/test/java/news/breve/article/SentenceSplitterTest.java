package news.breve.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SentenceSplitterTest {
  private final SentenceSplitter splitter = new SentenceSplitter();

  @ParameterizedTest
  @CsvSource({
    "sentences-fr.tsv, FRENCH, 0.01",
    "sentences-en.tsv, ENGLISH, 0.01",
    //     "sentences-heldout-fr.tsv, FRENCH, 0.05",
    //     "sentences-heldout-en.tsv, ENGLISH, 0.05",
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

    assertThat(wrong).as(file).hasSizeLessThanOrEqualTo((int) (rows.size() * tolerated));
    wrong.forEach(System.out::println);
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
  void emptyText_hasNoSentence() {
    assertThat(splitter.split("", Language.FRENCH)).isEmpty();
  }
}
