package news.breve.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.breve.BriefTestData;
import news.breve.brief.Draft;
import news.breve.brief.Finding;
import org.junit.jupiter.api.Test;

final class EvidenceCheckTest {
  private static List<Finding> findings(Draft.Item headline, Draft.Item... sentences) {
    return new EvidenceCheck()
        .check(
            new Case(new Draft(headline, List.of(sentences), List.of()), BriefTestData.article()));
  }

  private static Draft.Item citing(Integer... numbers) {
    return new Draft.Item("Le port", "The port", List.of(numbers));
  }

  @Test
  void check_sentencesOfTheArticle_isNoFinding() {
    assertThat(findings(citing(1), citing(2), citing(2, 1))).isEmpty();
  }

  @Test
  void check_noSentence_isAnErrorOnTheCitation() {
    assertThat(findings(citing(1), citing(1), citing()))
        .containsExactly(
            Finding.error(
                "evidence", "/sentences/1/evidence", "No sentence of the article is cited."));
  }

  @Test
  void check_sentenceThatIsNotThere_namesItAndTheRange() {
    assertThat(findings(citing(1, 3)))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.path()).isEqualTo("/headline/evidence");
          assertThat(finding.found()).isEqualTo("sentence 3");
          assertThat(finding.expected()).isEqualTo("1 to 2");
        });
    assertThat(findings(citing(0))).hasSize(1);
  }

  @Test
  void check_givenTitleAsHeadline_needsNone() {
    assertThat(findings(new Draft.Item("Rimouski paie", null, List.of()))).isEmpty();
    assertThat(findings(new Draft.Item("Rimouski paye", null, List.of()))).hasSize(1);
    assertThat(findings(new Draft.Item("Rimouski paie", "Rimouski pays", List.of()))).hasSize(1);
  }

  @Test
  void check_citationsNotGiven_isNotJudgedHere() {
    assertThat(findings(new Draft.Item("Le port", "The port", null))).isEmpty();
  }
}
