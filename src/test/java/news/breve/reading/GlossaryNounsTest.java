package news.breve.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import news.breve.article.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GlossaryNounsTest {
  private static final Statements STATEMENTS = new Statements(Setting.UNKNOWN);

  @ParameterizedTest
  @EnumSource(Language.class)
  void form_isReadAsItsConcept(Language language) {
    List<String> unread = new ArrayList<>();
    for (GlossaryRows.Row row : GlossaryRows.ALL) {
      // Among acts stand forms that are auxiliaries as well: have, will.
      row.forms(language).stream()
          .filter(form -> !Glossary.isAct(row.concept()))
          .filter(form -> !concepts(form, language).contains(row.concept()))
          .forEach(form -> unread.add(form + " = " + row.concept()));
    }

    assertThat(unread).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          La première ministre a quitté le parlement. | The premier left parliament. | prime minister;parliament
          Le PDG a informé les actionnaires. | The chief executive informed shareholders. | chief executive;shareholder
          Le parquet a fait appel devant la cour d'appel. | The prosecutor's office went to the court of appeal. | public prosecutor's office;court of appeal
          Le conseil municipal a adopté le budget. | City council passed the budget. | city council;budget
          Le projet de loi est devant le Sénat. | The bill is before the upper house. | draft law;senate
          Son chiffre d'affaires dépasse le bénéfice net. | Its turnover exceeds net income. | turnover;net profit
          Les effectifs de l'usine diminuent. | The plant's workforce is shrinking. | workforce;factory
          La veuve du maire a témoigné. | The mayor's widow testified. | widow;mayor
          Le chef de la police a vu la juge. | The police chief saw the judge. | police chief;judge
          Le coroner a examiné les corps. | The coroner examined the bodies. | coroner;body
          L'entraîneuse remplace son attaquante. | The coach replaced her striker. | head coach;forward
          Le syndicat refuse le piquet de grève. | The union refuses the picket line. | union;picket line
          L'auteure principale dirige le laboratoire. | The lead author runs the lab. | lead author;laboratory
          La banque centrale fixe le taux directeur. | The central bank sets the key rate. | central bank;interest rate
          Des riverains ont fui les inondations. | Residents fled the floodwater. | resident;floodwater
          Un séisme a touché la côte. | An earthquake hit the coast. | earthquake;coast
          Les journaux du pays | The country's newspapers | newspaper;country
          Les travaux du tunnel | Works on the tunnel | works;tunnel
          Les yeux de trois femmes et de deux enfants | The eyes of three women and two children | eye;woman;child
          Le cessez-le-feu tient sur le front. | The ceasefire holds along the front line. | front line
          La navette est en orbite. | The spacecraft, a shuttle, is in orbit. | shuttle;orbit
          Les demandeuses d'asile ont un permis de travail. | Asylum seekers hold work permits. | asylum seeker;work permit
          Les gaz à effet de serre et le réchauffement climatique | Greenhouse gases and global warming | greenhouse gas;warming
          La crise du logement frappe les locataires. | The housing crisis hits tenants. | housing crisis;tenant
          Les élèves de l'école secondaire | The high school's pupils | pupil;high school
          La Coupe du monde et la médaille d'or | The World Cup and the gold medal | world cup;gold medal
          Le porte-parole du ministère | The ministry spokeswoman | spokesperson;ministry
          Un sous-marin et deux porte-avions | A submarine and two aircraft carriers | submarine;aircraft carrier
          Une panne de courant dans le nord | A power outage in the north | power outage;north
          Les ambulanciers et les pompières | Paramedics and firefighters | paramedic;firefighter
          Les agriculteurs perdent leur récolte. | Farmers are losing their crop. | farmer;crop yield
          Il est reparti à l'aube cet été. | He left at dawn in summer. | dawn;summer
          En raison de la sécheresse | Because of the drought | because of;drought
          L'évêque et les fidèles à la cathédrale | The bishop and worshippers at the cathedral | bishop;worshipper;cathedral
          Le réalisateur du film | The film's director | film director;movie
          La Première ministre a rencontré le ministre des Affaires étrangères. | The PM met the foreign minister. | prime minister;foreign minister
          Le procureur général et la procureure | The attorney general and the prosecutor | attorney general;prosecutor
          L'ancienne nouvelle directrice générale adjointe | The former new deputy | former;new;deputy
          Une décision unanime, prise à l'unanimité | A unanimous decision, taken unanimously | unanimous
          Des blessés graves | Seriously injured people | serious
          Un réseau municipal, provincial, cantonal | A municipal, provincial, cantonal network | municipal;provincial;cantonal
          Une femme armée, une force publique | An armed woman, a public force | armed;public
          Un rapport annuel sur une élue étrangère | An annual report on a foreign official | annual;foreign
          Un été sec et chaud | A dry and warm summer | dry;warm
          Ils étaient surtout ensemble. | They were mostly together. | mostly;together
          Il a de nouveau gagné, deux fois. | He won again, twice. | again;twice
          Seulement trois, immédiatement | Only three, immediately | only;immediately
          Un niveau plus élevé | A higher level | higher;level
          """)
  void words_ofBothLanguages_shareTheirConcepts(String french, String english, String concepts) {
    List<String> asked = Cells.alternatives(concepts);

    assertThat(concepts(french, Language.FRENCH)).containsAll(asked);
    assertThat(concepts(english, Language.ENGLISH)).containsAll(asked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FRENCH | ministre | premier ministre
          FRENCH | ministre | président
          FRENCH | soldat | char
          FRENCH | maire | préfet
          FRENCH | procureur | juge
          FRENCH | frère | père
          FRENCH | nord | sud
          FRENCH | plus élevé | plus bas
          FRENCH | plus | moins
          FRENCH | chiffre d'affaires | bénéfice net
          FRENCH | bénéfice net | perte nette
          FRENCH | cour d'appel | Cour suprême
          FRENCH | majorité | opposition
          FRENCH | semaine | mois
          FRENCH | public | privé
          FRENCH | avant | après
          ENGLISH | minister | prime minister
          ENGLISH | president | vice president
          ENGLISH | soldier | tank
          ENGLISH | mayor | prefect
          ENGLISH | prosecutor | judge
          ENGLISH | brother | father
          ENGLISH | north | south
          ENGLISH | higher | lower
          ENGLISH | more | less
          ENGLISH | turnover | net profit
          ENGLISH | net profit | net loss
          ENGLISH | court of appeal | supreme court
          ENGLISH | majority | opposition
          ENGLISH | week | month
          ENGLISH | public | private
          ENGLISH | before | after
          ENGLISH | first | last
          ENGLISH | former | current
          """)
  void words_ofDifferentThings_shareNoConcept(Language language, String one, String other) {
    assertThat(concepts(one, language))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(concepts(other, language));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void functionWord_isOneWordInLowerCase(int column) {
    Language language = column == 1 ? Language.FRENCH : Language.ENGLISH;
    List<String> words =
        Cells.rows("function-words.tsv", 3).stream()
            .flatMap(row -> Cells.alternatives(row.get(column)).stream())
            .toList();

    assertThat(words).doesNotHaveDuplicates();
    assertThat(words)
        .allSatisfy(word -> {
          assertThat(word).isEqualTo(word.toLowerCase(Locale.ROOT));
          assertThat(Tokens.of(word, language).size()).isEqualTo(1);
        });
  }

  private static Set<String> concepts(String text, Language language) {
    return STATEMENTS.of(text, language).words().stream()
        .flatMap(word -> word.concepts().stream())
        .collect(Collectors.toSet());
  }
}
