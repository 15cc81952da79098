package news.breve.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.breve.BriefTestData;
import news.breve.brief.Draft;
import news.breve.brief.FactType;
import news.breve.brief.Finding;
import news.breve.brief.Finding.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LengthCheckTest {
  private static final Draft.Item SHORT = new Draft.Item("Le port", "The port", List.of(1));

  private static Draft.Item item(int characters) {
    return new Draft.Item("abcdefghi ".repeat(characters / 10), "The port", List.of(1));
  }

  private static List<Finding> findings(Draft.Item headline, Draft.Item sentence, Draft.Item fact) {
    Draft draft =
        new Draft(headline, List.of(sentence), List.of(new Draft.Fact(FactType.EVENT, fact, null)));
    return new LengthCheck().check(new Case(draft, BriefTestData.article()));
  }

  @ParameterizedTest
  @CsvSource({
    "150, 420, 180, , ",
    "170, 420, 180, /headline/fr, WARNING",
    "490, 420, 180, /headline/fr, ERROR",
    "150, 430, 180, /sentences/0/fr, WARNING",
    "150, 1300, 180, /sentences/0/fr, ERROR",
    "150, 420, 190, /keyFacts/0/fr, WARNING",
    "150, 420, 560, /keyFacts/0/fr, ERROR",
  })
  void check_itemLongerThanPrinted_isFound(
      int headline, int sentence, int fact, String path, Severity severity) {
    List<Finding> findings = findings(item(headline), item(sentence), item(fact));
    if (path == null) {
      assertThat(findings).isEmpty();
    } else {
      assertThat(findings)
          .singleElement()
          .satisfies(finding -> {
            assertThat(finding.path()).isEqualTo(path);
            assertThat(finding.severity()).isEqualTo(severity);
          });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u00a0", "…", "« »", "de"})
  void check_itemWithoutWords_isAnError(String words) {
    Draft.Item empty = new Draft.Item(words, "The port", List.of(1));
    assertThat(findings(SHORT, empty, SHORT))
        .singleElement()
        .satisfies(finding -> assertThat(finding.isError()).isTrue());
  }

  @ParameterizedTest
  @ValueSource(ints = {29})
  void check_manyShortWords_areCountedToo(int words) {
    Draft.Item headline = new Draft.Item("ab ".repeat(words), "The port", List.of(1));
    assertThat(findings(headline, SHORT, SHORT)).hasSize(1);
  }
}
