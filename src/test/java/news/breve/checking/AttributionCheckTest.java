package news.breve.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import news.breve.article.Article;
import news.breve.article.Table;
import news.breve.brief.Bilingual;
import news.breve.brief.Draft;
import news.breve.brief.FactType;
import news.breve.brief.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class AttributionCheckTest {
  private static final Article FLOOD =
      Cases.article(
          "fr",
          "La Laïta a débordé jeudi matin à Quimperlé.",
          "« Nous cherchons encore un homme de 73 ans », a déclaré le commandant Yann Le Bihan.",
          "Le préfet du Finistère, Olivier Castagnet, attendait jeudi la décrue.",
          "Selon lui, 312 personnes ont été évacuées.",
          "Quimperlé Communauté évalue les dégâts à 14 millions d'euros.",
          "La maire, Nolwenn Quéméré, reproche au préfet son retard.",
          "Une station a mesuré 95 millimètres de pluie.");

  static Stream<List<String>> claims() {
    return Table.read(AttributionCheckTest.class, "attributions.tsv", 5).stream();
  }

  @ParameterizedTest
  @MethodSource("claims")
  void check_claim_keepsItsSource(List<String> row) {
    Article article = Cases.article(row.get(0), row.get(1));
    Draft.Item title = new Draft.Item("La vie", "Life", List.of(1));
    List<Integer> evidence =
        java.util.stream.IntStream.range(1, article.sentences().size()).boxed().toList();
    Draft.Item claim =
        row.get(2).equals("fr")
            ? new Draft.Item(row.get(3), null, evidence)
            : new Draft.Item(null, row.get(3), evidence);
    Draft draft = new Draft(title, List.of(claim), List.of());

    List<Finding> findings = Cases.findings(new AttributionCheck(), draft, article);

    assertThat(findings.isEmpty() ? "-" : findings.getFirst().severity().toString())
        .isEqualTo(row.get(4));
    assertThat(findings).extracting(Finding::path).allMatch(p -> p.startsWith("/sentences/0/"));
  }

  @Test
  void check_headlineWithoutItsSource_isAWarning() {
    Article article =
        Cases.article("en", "The levee near the village gave way before dawn, officials said.");
    Draft draft =
        new Draft(
            new Draft.Item(null, "Levee near village gives way before dawn", List.of(1)),
            List.of(),
            List.of());

    assertThat(Cases.findings(new AttributionCheck(), draft, article))
        .singleElement()
        .matches(finding -> !finding.isError() && finding.path().equals("/headline/en"));
  }

  private static List<Finding> fact(
      String fr, String en, int evidence, String sourceFr, String sourceEn) {
    Draft.Fact fact =
        new Draft.Fact(
            FactType.NUMBER,
            new Draft.Item(fr, en, List.of(evidence)),
            new Bilingual(sourceFr, sourceEn));
    Draft.Item headline = new Draft.Item("La Laïta", "The Laïta", List.of(1));
    return Cases.findings(
        new AttributionCheck(), new Draft(headline, List.of(), List.of(fact)), FLOOD);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          14 millions d'euros de dégâts | €14 million in damage | 5 | Quimperlé Communauté | Quimperlé Communauté | -
          14 millions d'euros de dégâts | €14 million in damage | 5 | '' | '' | /keyFacts/0/fr
          14 millions d'euros de dégâts | €14 million in damage | 5 | Nolwenn Quéméré | Nolwenn Quéméré | /keyFacts/0/attribution/fr
          14 millions d'euros de dégâts | €14 million in damage | 5 | les pompiers | firefighters | /keyFacts/0/attribution/fr
          14 millions d'euros de dégâts | €14 million in damage | 5 | Quimperlé Communauté | Nolwenn Quéméré | /keyFacts/0/attribution/en
          14 millions d'euros de dégâts | €14 million in damage | 5 | Quimperlé Communauté | '' | /keyFacts/0
          Évacués : 312 | Evacuated: 312 | 4 | Olivier Castagnet | Olivier Castagnet | -
          Évacués : 312 personnes | Evacuated: 312 people | 4 | Nolwenn Quéméré | Nolwenn Quéméré | /keyFacts/0/attribution/fr
          95 millimètres de pluie | 95 millimetres of rain | 7 | '' | '' | -
          """)
  void check_sourceOfAFact_isTheArticles(
      String fr, String en, int evidence, String sourceFr, String sourceEn, String path) {
    List<Finding> findings = fact(fr, en, evidence, sourceFr, sourceEn);

    assertThat(findings.isEmpty() ? "-" : findings.getFirst().path()).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          La Cour des comptes chiffre la dette wallonne à quelque 38 milliards d'euros, en hausse de 6 % sur un an. | Dette wallonne : quelque 38 milliards d'euros, +6 % sur un an | 1
          Selon sa biologiste Ingrid Aubé, l'eau du fond atteint désormais 3,4 °C, contre 1,9 °C en 2012. | Eau du fond : 3,4 °C, contre 1,9 °C en 2012 | 1
          En 2024, les naufrages ont tué 412 personnes sur les voies d'eau du pays, contre 298 l'année précédente, d'après l'ONG. | Morts sur les voies d'eau du pays : 412 en 2024, contre 298 l'année précédente | 1
          Son camp dit détenir les procès-verbaux de 14 200 des 17 600 bureaux de vote. | Procès-verbaux de 14 200 bureaux de vote sur 17 600 | 1
          La dette wallonne atteint 38 milliards d'euros, en hausse de 6 % sur un an. | Dette wallonne : 38 milliards d'euros, +6 % sur un an | 0
          """)
  void check_factThatSomebodyTells_wantsItsSource(String sentence, String words, int findings) {
    Article article = Cases.article("fr", sentence);
    Draft.Fact fact =
        new Draft.Fact(FactType.NUMBER, new Draft.Item(words, null, List.of(1)), null);
    Draft.Item headline = new Draft.Item("La vie", null, List.of(2));

    assertThat(
            Cases.findings(
                new AttributionCheck(), new Draft(headline, List.of(), List.of(fact)), article))
        .hasSize(findings);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Selon le préfet, 312 personnes ont été évacuées. | 312 people were evacuated, the prefect said. | 0
          Selon le préfet, 312 personnes ont été évacuées. | 312 people were evacuated. | 1
          312 personnes ont été évacuées. | 312 people were evacuated, according to the prefect. | 1
          La maire met en cause le préfet. | Mayor faults prefect. | 0
          Un responsable non autorisé à s'exprimer l'a dit. | An official not authorised to speak said so. | 0
          Un responsable non autorisé à s'exprimer l'a dit. | An official said so. | 1
          Trois employés, qui ont préféré taire leur nom, l'ont dit. | Three employees who asked not to be named said so. | 0
          Les ouvriers veulent y participer sous couvert d'anonymat. | Workers want to take part anonymously. | 0
          Trois employés, qui ont préféré taire leur nom, l'ont dit. | Three employees said so. | 1
          """)
  void compare_languages_nameTheirSourceAlike(String fr, String en, int differences) {
    Case all = new Case(new Draft(new Draft.Item(fr, en, List.of(4)), List.of(), List.of()), FLOOD);
    List<Claim> claims = all.items().getFirst().claims();

    assertThat(new AttributionCheck().compare(claims.getFirst(), claims.getLast()))
        .hasSize(differences);
  }
}
