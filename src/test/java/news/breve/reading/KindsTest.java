package news.breve.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.breve.article.Language;
import news.breve.article.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of kinds, line by line, and what it must keep apart. */
final class KindsTest {
  static Stream<List<String>> rows() {
    return Table.read(Kinds.class, "kinds.tsv", 4).stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void isKind_nounsOfARow_areOfEachWiderNounInEitherLanguage(List<String> row) {
    List<Word> french = words(row.get(1), Language.FRENCH);
    List<Word> english = words(row.get(3), Language.ENGLISH);

    for (Word wider : words(row.get(0), Language.FRENCH)) {
      assertThat(french).allMatch(noun -> isKind(noun, Language.FRENCH, wider, Language.FRENCH));
      assertThat(english).allMatch(noun -> isKind(noun, Language.ENGLISH, wider, Language.FRENCH));
    }
    for (Word wider : words(row.get(2), Language.ENGLISH)) {
      assertThat(english).allMatch(noun -> isKind(noun, Language.ENGLISH, wider, Language.ENGLISH));
      assertThat(french).allMatch(noun -> isKind(noun, Language.FRENCH, wider, Language.ENGLISH));
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void rows_noNounTwiceInACell_noneOfItsOwnKind(List<String> row) {
    for (int column = 0; column < row.size(); column++) {
      assertThat(Cells.alternatives(row.get(column))).doesNotHaveDuplicates().isNotEmpty();
    }
    assertThat(Cells.alternatives(row.get(0)))
        .doesNotContainAnyElementsOf(Cells.alternatives(row.get(1)));
    assertThat(Cells.alternatives(row.get(2)))
        .doesNotContainAnyElementsOf(Cells.alternatives(row.get(3)));
  }

  @ParameterizedTest
  @CsvSource({
    "fr, mouton, chèvre", "fr, frégate, pétrolier", "fr, navire, frégate", "fr, avion, destination",
    "en, sheep, goat", "en, frigate, tanker", "en, ship, frigate", "en, statue, case"
  })
  void isKind_siblingsAndNarrowerNouns_areNot(String language, String noun, String other) {
    Language spoken = language.equals("fr") ? Language.FRENCH : Language.ENGLISH;

    assertThat(isKind(word(noun, spoken), spoken, word(other, spoken), spoken)).isFalse();
  }

  private static boolean isKind(Word noun, Language language, Word wider, Language other) {
    return Kinds.isKind(noun, language, wider, other);
  }

  private static List<Word> words(String cell, Language language) {
    return Cells.alternatives(cell).stream().map(noun -> word(noun, language)).toList();
  }

  private static Word word(String noun, Language language) {
    Stemmer stemmer = new Stemmer(language);
    String stems =
        Arrays.stream(noun.split(" ", -1)).map(stemmer::stem).collect(Collectors.joining(" "));
    return new Word(noun, stems, Set.of(), 0, noun.length());
  }
}
