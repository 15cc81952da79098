package news.breve.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import news.breve.article.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NameReaderTest {
  private static Statement statement(String language, String text) {
    return new Statements(Setting.UNKNOWN)
        .of(text, language.equals("fr") ? Language.FRENCH : Language.ENGLISH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr | le ministre Étienne Lachance-Morin a cédé | Étienne Lachance-Morin",
        "fr | la maire de Saint-Damien-des-Monts, Anne Roy | Saint-Damien-des-Monts;Anne Roy",
        "fr | l'ancien président Charles de Gaulle | Charles de Gaulle",
        "fr | Ursula von der Leyen et Mohammed ben Salmane | Ursula von der Leyen;Mohammed ben"
            + " Salmane",
        "fr | les Suisses et le gouvernement néerlandais | Suisses;néerlandais",
        "fr | il vit à New York depuis mardi | New York",
        "fr | le détroit d'Ormuz et la mer Noire | détroit d'Ormuz;mer Noire",
        "fr | le prix est de 40 francs suisses | -",
        "en | he met Quebec Premier Anne Roy on Monday in May | Quebec;Anne Roy",
        "en | he met John F. O'Brien and Robert McNeil Jr. | John F. O'Brien;Robert McNeil Jr",
        "en | said Health Minister Anne Roy's lawyer | Health;Anne Roy",
        "en | the New York mayor and Dutch police | New York;Dutch",
        "en | it costs 40 Swiss francs | -",
        "en | the governor of Prince Edward Island | Prince Edward Island",
      })
  void names_ofAStatement(String language, String text, String names) {
    List<String> read = statement(language, text).names().stream().map(ProperName::text).toList();

    assertThat(read).isEqualTo(names.equals("-") ? List.of() : List.of(names.split(";")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr | Le barrage a cédé | -",
        "fr | Barrage fermé | Barrage",
        "en | Quebec Drops Plan To Merge Small Towns | Drops;Plan;Merge;Small;Towns",
        "en | the film “The Night of the Hunter” | Night;Hunter",
      })
  void names_partsWhoseCapitalMeansNothing_areMarked(String language, String text, String opening) {
    String read =
        statement(language, text).names().stream()
            .flatMap(name -> name.parts().stream())
            .filter(NamePart::opening)
            .map(NamePart::text)
            .collect(Collectors.joining(";"));

    assertThat(read).isEqualTo(opening.equals("-") ? "" : opening);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr | la présidente de la FVQ, Solange Bérubé, a dit oui | présidente: Solange Bérubé",
        "fr | la ministre de la Santé Anne Roy | ministre: Anne Roy",
        "fr | Yann Le Bihan, chef des opérations de secours | chef: Yann Le Bihan",
        "fr | La maire, Nolwenn Quéméré, accuse le préfet | maire: Nolwenn Quéméré;préfet: -",
        "fr | selon Anne Roy, le maire a menti | maire: -",
        "fr | le député conservateur Luc Roy | député: Luc Roy",
        "en | Health Minister Anne Roy resigned | Minister: Anne Roy",
        "en | Malcolm Reece, 62, the hospice's former finance director | finance director: Malcolm"
            + " Reece",
        "en | a former student of Dr. Jane Marsh | student: -",
        "en | According to Anne Roy, the mayor lied | mayor: -",
        "en | a major fire in general | -",
      })
  void roles_andWhoHoldsThem(String language, String text, String roles) {
    String read =
        statement(language, text).roles().stream()
            .map(role -> role.text() + ": " + role.holder().map(ProperName::text).orElse("-"))
            .collect(Collectors.joining(";"));

    assertThat(read).isEqualTo(roles.equals("-") ? "" : roles);
  }

  @ParameterizedTest
  @CsvSource({
    "poutine, putin, true",
    "prigojine, prigozhin, true",
    "guerassimov, gerasimov, true",
    "khrouchtchev, khrushchev, true",
    "gorbatchev, gorbachev, true",
    "loukachenko, lukashenko, true",
    "netanyahou, netanyahu, true",
    "zelenski, zelensky, true",
    "chostakovitch, shostakovich, true",
    "guerassimov, gerashchenko, false",
    "orban, urban, false",
    "martin, martel, false",
    "tremblay, trembley, false",
  })
  void transliteration_ofOneName_hasOneKey(String french, String english, boolean same) {
    boolean equal =
        Transliteration.key(french, Language.FRENCH)
            .equals(Transliteration.key(english, Language.ENGLISH));

    assertThat(equal).isEqualTo(same);
  }

  /** A demonym of a place that the tables don't know by this key would never meet its place. */
  @Test
  void demonyms_standForPlacesOfTheTables() {
    List<String> places =
        Cells.rows("demonyms.tsv", 3).stream()
            .flatMap(row -> Cells.alternatives(row.get(0)).stream())
            .filter(place ->
                Names.instance().written(new Value.Place(place), Language.ENGLISH).isEmpty())
            .toList();

    assertThat(places).isEmpty();
  }
}
