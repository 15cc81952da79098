package news.breve.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import news.breve.article.Article;
import news.breve.brief.Draft;
import news.breve.brief.Finding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OppositeInBothTest {
  /** The sentence of the article, the item in French and in English, whether it is found. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | One trust is alleged to have fined a nurse who stayed late with a patient; it denies doing so. | Un hôpital aurait puni une infirmière restée tard auprès d’un patient, ce qu’il reconnaît. | One trust allegedly fined a nurse who stayed late with a patient, which it admits. | true
          en | One trust is alleged to have fined a nurse who stayed late with a patient; it denies doing so. | Un hôpital aurait puni une infirmière restée tard auprès d’un patient, ce qu’il nie. | One trust allegedly fined a nurse who stayed late with a patient, which it denies. | false
          fr | Accusée d’avoir caché le rapport, la mairesse nie. | Accusée d’avoir caché le rapport, la mairesse l’admet. | Accused of hiding the report, the mayor admits it. | true
          fr | Accusée d’avoir caché le rapport, la mairesse nie. | Accusée d’avoir caché le rapport, la mairesse dément. | Accused of hiding the report, the mayor denies it. | false
          en | The union had rejected a first offer of 35 million in May. | Première offre de 35 millions acceptée en mai | First offer of 35 million accepted in May | true
          en | The union had rejected a first offer of 35 million in May. | Première offre de 35 millions refusée en mai | First offer of 35 million spurned in May | false
          fr | Le conseil a rejeté par six voix contre cinq la tour de 14 étages. | La tour de 14 étages approuvée par six voix contre cinq | Tower of 14 storeys approved by six votes to five | true
          fr | Le conseil a rejeté par six voix contre cinq la tour de 14 étages. | La tour de 14 étages recalée par six voix contre cinq | Tower of 14 storeys killed by six votes to five | false
          fr | Le groupe de M. Brun a voté pour la réforme. | Le groupe de M. Brun a combattu la réforme. | Mr Brun’s group opposed the reform. | true
          fr | Le groupe de M. Brun a voté pour la réforme. | Le groupe de M. Brun a soutenu la réforme. | Mr Brun’s group backed the reform. | false
          """)
  void in_bothLanguagesHaveTheOtherEnd_findsIt(
      String language, String evidence, String french, String english, boolean found) {
    Article article = Cases.article(language, evidence);
    List<Integer> cited = IntStream.range(1, article.sentences().size()).boxed().toList();
    Draft draft =
        new Draft(
            new Draft.Item("Titre", "Title", cited),
            List.of(new Draft.Item(french, english, cited)),
            List.of());

    List<Finding> findings =
        new Case(draft, article)
            .items().stream()
                .flatMap(item -> OppositeInBoth.in(item, "polarity", "Opposite.").stream())
                .toList();

    assertThat(findings.size()).isEqualTo(found ? 1 : 0);
  }
}
