package news.breve.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.breve.article.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class GlossaryTest {
  @Test
  void rows_concepts_areUnique() {
    assertThat(GlossaryRows.ALL).extracting(GlossaryRows.Row::concept).doesNotHaveDuplicates();
  }

  @Test
  void rows_forms_standOnceInARow() {
    assertThat(GlossaryRows.ALL)
        .allSatisfy(row -> {
          for (Language language : Language.values()) {
            assertThat(row.forms(language)).isNotEmpty().doesNotHaveDuplicates().doesNotContain("");
          }
        });
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void at_anyFormOfARow_isItsConcept(Language language) {
    Stemmer stemmer = new Stemmer(language);
    List<String> lost = new ArrayList<>();
    for (GlossaryRows.Row row : GlossaryRows.ALL) {
      for (String form : row.forms(language)) {
        Tokens tokens = Tokens.of(form, language);
        List<String> stems = stems(tokens, stemmer);
        boolean found =
            Glossary.of(language)
                .at(tokens, stems, 0)
                .filter(match -> match.end() == stems.size())
                .filter(match -> match.concepts().contains(row.concept()))
                .isPresent();
        if (!found) {
          lost.add(row.concept() + ": " + form);
        }
      }
    }
    assertThat(lost).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Une ancre | An anchor | A newsreader
          Un lave-vaisselle | A dishwasher | A kitchen porter
          """)
  void words_ofOneKeyInTwoSenses_meetInTheirsAlone(String french, String english, String other) {
    assertThat(concepts(french, Language.FRENCH))
        .containsAnyElementsOf(concepts(english, Language.ENGLISH))
        .doesNotContainAnyElementsOf(concepts(other, Language.ENGLISH));
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Le conseil municipal a rejeté l'offre. | The council turned down the bid. | reject
          Les députés ont adopté le texte. | Lawmakers passed the bill. | approve
          Le maire a donné son feu vert au chantier. | The mayor gave the go-ahead. | approve
          La ministre dément toute ingérence. | The minister denied any interference. | deny
          Il reconnaît avoir menti. | He admitted lying. | admit
          Les prix ont bondi de 5 %. | Prices soared 5%. | surge
          Les ventes reculent depuis mars. | Sales have fallen since March. | fall
          Le taux baissera en juin. | The rate will drop in June. | fall
          La banque relèvera ses taux. | The bank is to raise its rates. | rise
          L'écart se creuse entre les deux candidats. | The gap is widening. | deepen
          Le déficit s'est rétréci. | The deficit narrowed. | narrow
          Le groupe supprime 300 postes et licencie. | The group is laying off staff. | lay off
          L'usine a embauché 40 personnes. | The plant took on 40 people. | hire
          Ils débrayent depuis lundi. | They walked out on Monday. | strike
          Elle a été mise en examen. | She was charged. | indict
          Le tribunal l'a acquitté. | The court cleared him. | acquit
          La cour a infirmé le jugement. | The court overturned the ruling. | overturn
          Deux hommes ont été interpellés. | Two men were arrested. | arrest
          La police enquête sur l'incendie. | Police are looking into the fire. | investigate
          Le suspect s'est enfui. | The suspect fled. | flee
          Les otages ont été relâchés. | The hostages were set free. | release
          L'armée a repris le village. | The army retook the village. | retake
          Les rebelles se sont emparés du port. | The rebels seized the port. | capture
          Les deux pays ont rompu leurs relations. | The countries broke off relations. | break off
          Paris menace de se retirer. | Paris threatened to pull out. | withdraw
          L'Assemblée sera dissoute. | Parliament will be dissolved. | dissolve
          Le président a démissionné. | The chairman stepped down. | resign
          Le directeur a été limogé. | The director was sacked. | oust
          Le sommet est reporté. | The summit was put off. | postpone
          Le concert a été annulé. | The concert was called off. | cancel
          La loi entre en vigueur en mai. | The law comes into force in May. | enact
          Ils ont battu les Suédois. | They beat the Swedes. | beat
          Lyon s'incline à domicile. | Lyon lost at home. | be beaten
          Elle remporte le prix. | She won the prize. | win
          La rivière est sortie de son lit et inonde la ville. | The river flooded the town. | flood
          Quatre personnes sont mortes. | Four people died. | die
          Le peintre s'est éteint à Nice. | The painter passed away in Nice. | die
          Les secours recherchent des survivants. | Crews are searching for survivors. | search
          Le groupe rachète son rival. | The group is taking over its rival. | buy
          Ils craignent une hausse. | They feared a rise. | fear
          L'accord prévoit une trêve. | The truce was agreed. | ceasefire
          Il promet une baisse. | He vowed to cut. | promise
          Elle a obtenu un prêt. | She got a loan. | obtain
          Les travaux dureront un an. | The works will last a year. | last
          Le vaccin protège les enfants. | The vaccine shields children. | protect
          """)
  void words_sentencesThatSayTheSame_shareTheConcept(
      String french, String english, String concept) {
    assertThat(concepts(french, Language.FRENCH)).contains(concept);
    assertThat(concepts(english, Language.ENGLISH)).contains(concept);
  }

  @ParameterizedTest(name = "{0} / {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ENGLISH | approved | rejected
          ENGLISH | rose | fell
          ENGLISH | convicted | acquitted
          ENGLISH | won | lost
          ENGLISH | allowed | banned
          ENGLISH | confirmed | denied
          ENGLISH | upheld | overturned
          ENGLISH | hired | laid off
          ENGLISH | widened | narrowed
          ENGLISH | bought | sold
          ENGLISH | arrested | released
          ENGLISH | lent | borrowed
          FRENCH | adopte | rejette
          FRENCH | montent | chutent
          FRENCH | condamné | acquitté
          FRENCH | gagnent | perdent
          FRENCH | autorisera | interdira
          FRENCH | confirment | démentent
          FRENCH | embauchent | licencient
          FRENCH | durcit | assouplit
          FRENCH | ouvrent | ferment
          FRENCH | arrivent | partent
          """)
  void words_opposites_shareNoConcept(Language language, String one, String other) {
    assertThat(concepts(one, language))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(concepts(other, language));
  }

  private static List<String> stems(Tokens tokens, Stemmer stemmer) {
    return Stream.iterate(0, i -> i < tokens.size(), i -> i + 1)
        .map(i -> stemmer.stem(tokens.get(i).word()))
        .toList();
  }

  private static Set<String> concepts(String text, Language language) {
    return new Statements(Setting.UNKNOWN)
        .of(text, language).words().stream()
            .flatMap(word -> word.concepts().stream())
            .collect(Collectors.toSet());
  }
}
