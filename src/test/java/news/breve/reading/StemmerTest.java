package news.breve.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import news.breve.article.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StemmerTest {
  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | say | said says saying
          en | fall | fell fallen falls
          en | rise | rose risen rising
          en | win | won winning wins
          en | seek | sought seeking
          en | lead | led leading
          en | find | found finds
          en | leave | left leaving
          en | be | is are was were been
          en | withdraw | withdrew withdrawn withdrawal
          en | uphold | upheld
          en | colour | color colours colors
          en | defence | defense
          en | organise | organize organised organizing organisation organization
          en | criticise | criticized criticises
          en | woman | women
          en | crisis | crises
          fr | voter | vote votent votera voté votées
          fr | appeler | appelle appelleront appelé
          fr | lever | lève lèvent levée lèvera
          fr | acheter | achète achètent achètera
          fr | annoncer | annonce annonçait annoncent
          fr | employer | emploie emploient emploiera
          fr | envoyer | envoie enverra enverrait
          fr | prendre | prend prennent prenait pris prise prises prendra
          fr | tenir | tient tiennent tenait tenu tiendra tiendrait
          fr | mourir | meurt meurent mourra mourut
          fr | pouvoir | peut peuvent pouvait pourra puisse
          fr | vouloir | veut veulent voudrait veuille voulu
          fr | acquérir | acquiert acquis acquise acquerra
          fr | résoudre | résout résolu résoudra
          fr | recevoir | reçoit reçu reçue recevra
          fr | craindre | craint craignent craignait craindra
          fr | promouvoir | promeut promu promue
          fr | finir | finit finissent finira fini
          fr | vendre | vend vendent vendu vendra
          fr | offrir | offre offert offerte offrira
          fr | travail | travaux
          fr | public | publique publics publiques
          """)
  void stem_formsOfAWord_areOne(String language, String lemma, String forms) {
    Stemmer stemmer = stemmer(language);

    assertThat(forms.split(" ", -1))
        .allSatisfy(form -> assertThat(stemmer.stem(form)).as(form).isEqualTo(stemmer.stem(lemma)));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | news new
          en | organ organise organic
          en | police policy
          en | import important
          en | state station statute
          en | community communist
          en | university universe
          en | author authority authorise
          en | execute executive
          en | department departure depart
          en | emergency emerge
          en | several severe
          en | unit united
          en | internal international intern
          en | minor minority
          en | experience experiment
          en | customs customer custom
          en | defend defendant
          en | president presidency preside
          en | heroin heroine
          en | response responsible
          en | product production
          fr | organe organisation organisme organique
          fr | université univers
          fr | général généralement génération
          fr | important importer
          fr | port porter portée
          fr | parti partie part partir
          fr | département départ
          fr | parlement parler
          fr | cour courir course
          fr | commune communiste communication
          fr | privé priver
          fr | traité traiter
          fr | restaurant restaurer
          fr | ville villa
          fr | vent vente
          fr | délit délai
          fr | positif position
          fr | armée armer
          fr | opéra opération
          fr | capital capitale
          fr | conseil conseiller
          """)
  void stem_wordsOfDifferentMeaning_staysApart(String language, String words) {
    Stemmer stemmer = stemmer(language);
    List<String> stems = new ArrayList<>();
    for (String word : words.split(" ", -1)) {
      stems.add(stemmer.stem(word));
    }

    assertThat(stems).doesNotHaveDuplicates();
  }

  @Test
  void tables_aForm_belongsToOneLemma() {
    List<String> forms = new ArrayList<>();
    for (List<String> row : Cells.rows("irregular-verbs.tsv", 3)) {
      Cells.alternatives(row.get(2)).forEach(form -> forms.add(row.get(0) + " " + form));
    }
    List<String> words = new ArrayList<>();
    for (List<String> row : Cells.rows("stem-exceptions.tsv", 3)) {
      words.add(row.get(0) + " " + row.get(1));
    }

    assertThat(forms).doesNotHaveDuplicates();
    assertThat(words).doesNotHaveDuplicates();
  }

  private static Stemmer stemmer(String language) {
    return new Stemmer(language.equals("fr") ? Language.FRENCH : Language.ENGLISH);
  }
}
