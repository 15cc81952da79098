package news.breve.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.breve.BriefTestData;
import news.breve.brief.Bilingual;
import news.breve.brief.Draft;
import news.breve.brief.FactType;
import news.breve.brief.Finding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LanguageCheckTest {
  private static List<Finding> findings(String french, String english, @Nullable Bilingual source) {
    return findings(FactType.EVENT, french, english, source);
  }

  private static List<Finding> findings(
      FactType type, String french, String english, @Nullable Bilingual source) {
    Draft.Item item = new Draft.Item(french, english, List.of(1));
    Draft.Fact fact = new Draft.Fact(type, item, source);
    return new LanguageCheck()
        .check(
            new Case(
                new Draft(new Draft.Item(null, null, List.of(1)), List.of(), List.of(fact)),
                BriefTestData.article()));
  }

  @Test
  void check_quotationLeftAsItWasSaid_isAnErrorInTheOtherLanguage() {
    String said = "« Ils raccrochaient dès qu'un conjoint prenait le combiné »";

    assertThat(findings(FactType.QUOTE, said, said, null))
        .singleElement()
        .satisfies(finding -> assertThat(finding.path()).isEqualTo("/keyFacts/0/en"));
  }

  @Test
  void check_titleOfTwoWordsInBoth_isNone() {
    assertThat(findings(FactType.EVENT, "Rimouski blues", "Rimouski blues", null)).isEmpty();
  }

  @Test
  void check_placeOfWhichMoreIsTold_isAnError() {
    assertThat(
            findings(
                FactType.PLACE,
                "Le Québec épargné par la fuite",
                "Le Québec épargné par la fuite",
                null))
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.path()).isEqualTo("/keyFacts/0/en"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Près de 9 200 signataires d'une pétition contre la mesure",
        "The port of Rimouski, aux mains de la famille fondatrice",
        "Rimouski will pay, but mais douze riverains n'ont pas voulu quitter leur logement",
        "Xavier Roy was arrested; aucun autre membre d'équipage n'est poursuivi",
        "Apport de la ville : 4,6 millions de dollars",
        "Le maire a démissionné",
      })
  void check_frenchInEnglish_isAnError(String english) {
    assertThat(findings("Rimouski paie", english, null))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.isError()).isTrue();
          assertThat(finding.path()).isEqualTo("/keyFacts/0/en");
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nearly 9,200 signatories to a petition against the measure",
        "Le port de Rimouski, which is owned by the founding family",
        "Le maire a démissionné, and his deputy will take over",
        "Contribution from the city: $4.6 million",
        "The mayor has resigned",
      })
  void check_englishInFrench_isAnError(String french) {
    assertThat(findings(french, "Rimouski pays", null))
        .extracting(Finding::path)
        .containsExactly("/keyFacts/0/fr");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Anne Roy | Anne Roy",
        "12,4 % | 12.4%",
        "Fédération des villages du Québec (FVQ) | Fédération des villages du Québec (FVQ)",
        "Les Belvoix du Québec (BQ) | Belvoix du Québec (BQ)",
        "Anne Roy, mairesse | Anne Roy of the Mouvement pour la défense de l'eau et de la terre",
        "Le Bank of England a relevé ses taux | The Bank of England raised its rates",
        "« The show must go on », a-t-elle dit | “The show must go on,” she said",
        "« Nous n'attendrons plus » | “Nous n'attendrons plus”",
        "Il court le marathon de New York | He runs the New York marathon",
        "La Cour d'appel a tranché | The Cour d'appel has ruled",
        "Le comité Vue sur le fleuve | The Vue sur le fleuve committee says no",
        "Le festival Poésie en montagne | The Poésie en montagne festival is over",
        "Château-d'Œx, 2019 : deux tués | Château-d'Œx, 2019: two killed",
        "Hugo Cyr, du Théâtre de l'Anse | It could go on: Théâtre de l'Anse director Hugo Cyr says"
            + " so",
        "Un café et une table d'hôte | A café with dishes à la carte",
        "Le parti Die Linke est en tête | Vis-à-vis its rivals, the party is ahead",
      })
  void check_namesNumbersAndQuotations_areInAnyLanguage(String french, String english) {
    assertThat(findings(french, english, null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ORGANIZATION | Rassemblement des quais ouverts | Rassemblement des quais ouverts",
        "ORGANIZATION | Rassemblement des quais ouverts : 40 villes"
            + " | Rassemblement des quais ouverts: 40 towns",
        "PLACE | Maison de la culture du lac | Maison de la culture du lac",
        "PERSON | Anne Roy | Anne Roy",
      })
  void check_nameAlone_keepsItsLanguage(FactType type, String french, String english) {
    assertThat(findings(type, french, english, null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PERSON | Anne Roy, apprentie, âgée de 17 ans | /keyFacts/0/en",
        "PLACE | Terrain vacant, rue des Pins, propriété de la Ville | /keyFacts/0/en",
        "PERSON | Titre de baronne refusé en 1998 | /keyFacts/0/en",
        "ORGANIZATION | Fonds suisse : 780 000 francs pour financer les travaux | /keyFacts/0/en",
        "PERSON | Anne Roy, independent: no longer behind the coalition | /keyFacts/0/fr",
        "PERSON | Anne Roy, 52, lives half a mile from the tracks | /keyFacts/0/fr",
        "EVENT | Average pay: 16 weeks of salary | /keyFacts/0/fr",
      })
  void check_whatIsToldOfAName_isInItsLanguage(FactType type, String words, String path) {
    assertThat(findings(type, words, words, null)).extracting(Finding::path).containsExactly(path);
  }

  @Test
  void check_attribution_isInItsLanguageToo() {
    assertThat(findings("Rimouski", "Rimouski", new Bilingual("la police", "selon les hôteliers")))
        .extracting(Finding::path)
        .containsExactly("/keyFacts/0/attribution/en");
  }
}
